import { RESTJSONErrorCodes } from 'discord.js';
import type { Posted } from '../../core/delivery/poster.ts';
import { secondsToWait } from '../../core/text/retry-after.ts';
import type { Answer, Outcome } from './posting-client.ts';

/** What became of a post, or of what has to be asked before it. */
export function toPosted(outcome: Outcome, now: Date): Posted {
  switch (outcome.kind) {
    case 'answered':
      return fromAnswer(outcome, now);
    case 'held':
      return { kind: 'later', seconds: outcome.seconds, everywhere: outcome.everywhere, detail: LIMITED };
    case 'unsent':
      return { ...outcome, kind: 'later', seconds: null };
    case 'lost':
      return { kind: 'unknown', detail: outcome.detail };
    case 'stopped':
      return { kind: 'stopped', detail: NO_TOKEN };
  }
}

/** Something of JSON as it came, its fields yet unknown. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of what came; none of anything else than an object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function fromAnswer(answer: Answer, now: Date): Posted {
  const { status, body } = answer;
  const { id, code, message } = fieldsOf(body);
  if (status === 200 && typeof id === 'string') return { kind: 'sent', messageId: id };
  if (status === 429) return later(answer, now);
  if (status === 401) return { kind: 'stopped', detail: NO_TOKEN };
  if (status < 400 || status >= 500 || typeof code !== 'number')
    return { kind: 'unknown', detail: `Discord answered with status ${status}.` };
  if (code === RESTJSONErrorCodes.UnknownMessage) return { kind: 'sent', messageId: DELETED };
  const detail = `Discord: ${typeof message === 'string' ? message : 'no'} (${code}).`;
  if (GONE.has(code)) return { kind: 'refused', why: 'gone', detail };
  const isClosed = status === 403 || CLOSED.has(code);
  return { kind: 'refused', why: isClosed ? 'closed' : 'invalid', detail };
}

const NO_TOKEN = 'Discord refuses the token.';
const LIMITED = 'Discord takes no more for the moment.';

/** In place of the id of a message that was posted, as its nonce shows, and deleted since. */
const DELETED = 'deleted';

const GONE: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
]);

// Those of the channel that come with another status than 403.
const CLOSED: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
]);

/** What is no JSON comes from what stands before Discord, which knows addresses and no channels. */
function later({ headers, body }: Answer, now: Date): Posted {
  const { global, retry_after } = fieldsOf(body);
  const isGlobal =
    headers.get('x-ratelimit-global') !== null || headers.get('x-ratelimit-scope') === 'global';
  const everywhere = isGlobal || global === true || body === undefined;
  const seconds = secondsToWait(headers, now) ?? (typeof retry_after === 'number' ? retry_after : null);
  return { kind: 'later', seconds, everywhere, detail: LIMITED };
}
