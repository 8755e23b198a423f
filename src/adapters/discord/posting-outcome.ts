import { RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { type CallOutcome, isUnconnected, later, type NotPosted } from '../../core/delivery/call-outcome.ts';
import { parseRetryAfter } from '../../core/text/retry-after.ts';
import { fieldsOf } from './fields.ts';
import { type Answer, TakenOver } from './request-once.ts';

/** The outcome of a request. Discord's answer decides, whatever discord.js makes of it. */
export function outcomeOf(answer: Answer | null, failure: unknown, now: Date): CallOutcome<unknown> {
  if (answer) return outcomeOfAnswer(answer, now);
  if (failure instanceof TakenOver) return later(failure.message);
  if (failure instanceof RateLimitError)
    return later(LIMITED, { seconds: failure.timeToReset / 1000, everywhere: failure.global });
  const detail = formatFailure(failure);
  return isUnconnected(failure) ? later(detail, { everywhere: true }) : { kind: 'unknown', detail };
}

/** The id of what a request that succeeded returned. */
export function idOf(outcome: CallOutcome<unknown>): CallOutcome<string> {
  if (outcome.kind !== 'done') return outcome;
  const { id } = fieldsOf(outcome.value);
  return typeof id === 'string' ? { kind: 'done', value: id } : unexplained(200);
}

/** Discord rejected the token: nothing more is sent. */
export const STOPPED: NotPosted = { kind: 'stopped', detail: 'Discord rejected the token.' };

const LIMITED = 'Discord is rate-limiting Dossier.';

function outcomeOfAnswer(answer: Answer, now: Date): CallOutcome<unknown> {
  const { status, body } = answer;
  const { code } = fieldsOf(body);
  if (status === 200 && body !== undefined) return { kind: 'done', value: body };
  if (status === 429) return limited(answer, now);
  if (status === 401) return STOPPED;
  if (status < 400 || status >= 500 || typeof code !== 'number') return unexplained(status);
  // The nonce of a post is that of a message which was posted and deleted since.
  if (code === RESTJSONErrorCodes.UnknownMessage) return { kind: 'done', value: { id: 'deleted' } };
  return refused(answer, code);
}

function unexplained(status: number): NotPosted {
  return { kind: 'unknown', detail: `Discord returned status ${status}.` };
}

function refused({ status, body }: Answer, code: number): NotPosted {
  const { message } = fieldsOf(body);
  const detail = `Discord: ${typeof message === 'string' ? message : 'rejected'} (${code}).`;
  if (GONE.has(code)) return { kind: 'refused', why: 'gone', detail };
  const isClosed = status === 403 || CLOSED.has(code);
  return { kind: 'refused', why: isClosed ? 'closed' : 'invalid', detail };
}

const GONE: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
]);

// Those about the channel that come with another status than 403.
const CLOSED: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
]);

/** An answer that isn't JSON comes from a proxy in front of Discord, which knows addresses and no channels. */
function limited({ headers, body }: Answer, now: Date): NotPosted {
  const { global, retry_after } = fieldsOf(body);
  const isGlobal =
    headers.get('x-ratelimit-global') !== null || headers.get('x-ratelimit-scope') === 'global';
  const everywhere = isGlobal || global === true || body === undefined;
  const seconds = parseRetryAfter(headers, now) ?? (typeof retry_after === 'number' ? retry_after : null);
  return later(LIMITED, { seconds, everywhere });
}

function formatFailure(failure: unknown): string {
  const name = failure instanceof Error ? failure.name : '';
  if (name === 'AbortError') return 'Discord did not respond in time.';
  const code = failure instanceof Error && 'code' in failure ? ` (${String(failure.code)})` : '';
  return `Could not reach Discord${code}.`;
}
