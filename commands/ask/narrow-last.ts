import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { type NarrowingValues, NO_NARROWING, parseNarrowing } from '../../src/core/bot/narrowing-options.ts';
import type { Conversation, KeptOptions } from '../../src/core/conversations/conversation.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { Narrowing } from '../../src/core/library/narrowing.ts';
import type { Turn } from '../../src/core/quoting/question.ts';
import { parseDateLimit } from '../../src/core/text/date-limit.ts';
import { periodIn } from '../../src/core/text/period.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** A question asked again, in the conversation as it was before it. */
export interface AskedAgain {
  readonly text: string;
  readonly conversation: Conversation;
  readonly options: KeptOptions;
}

/**
 * Reads `only Port Gazette`, `since 2024-07`, `before 2020` or `tag:primary` as the latest question, asked again of other documents, whether it
 * was answered or not. Null if there is no such question, publisher or date: the line is a question of its own.
 */
export async function narrowLast(
  library: Pick<Library, 'scopeFor' | 'names'>,
  context: RequestContext,
  { text, conversation }: { readonly text: string; readonly conversation: Conversation },
): Promise<AskedAgain | null> {
  const { turns, options } = conversation;
  const latest = turns.at(-1);
  const given = limitIn(text, context.at);
  if (!given || !latest || latest.style) return null;
  const narrowing = await parseNarrowing(library, context, { ...NO_NARROWING, ...given }).catch(
    ignoreUnknown,
  );
  if (narrowing === null) return null;
  const { topic = null, length = null } = options ?? {};
  return {
    text: latest.text,
    conversation: asBefore(latest, conversation),
    options: { topic, length, narrowing: combine(options?.narrowing ?? null, narrowing) },
  };
}

/** The conversation as it was before a question that was asked last, and maybe asked again or gone on with. */
function asBefore({ text }: Turn, conversation: Conversation): Conversation {
  const { turns, shown } = conversation;
  const kept = turns.findLastIndex((turn) => turn.text !== text) + 1;
  const quoted = turns.slice(kept).reduce((sum, turn) => sum + (turn.quoted ?? 0), 0);
  return { ...conversation, turns: turns.slice(0, kept), shown: shown.slice(0, shown.length - quoted) };
}

function limitIn(text: string, now: Date): Partial<NarrowingValues> | null {
  const [, filed = '', by = ''] = /^(tag|grade): ?(\S.{0,79}?)[.!]?$/i.exec(text) ?? [];
  if (filed !== '') return { [filed.toLowerCase()]: by };
  const [, word = '', value = ''] =
    /^(only|since|before)(?:: ?| (?:from )?)(.{2,80}?)[.!]?$/i.exec(text) ?? [];
  const side = word.toLowerCase();
  if (side === 'only') return { from: value };
  if (side !== 'since' && side !== 'before') return null;
  const date =
    parseDateLimit(value, now) ??
    (WHEN.test(value) ? periodIn(`${word} ${value}`, { now, earlier: null })?.[side] : null);
  return date ? { [side]: date } : null;
}

/** Keeps the earlier limits that the later ones don't replace. */
function combine(earlier: Narrowing | null, later: Narrowing): Narrowing {
  const [tags, grade] = [later.tags ?? earlier?.tags, later.grade ?? earlier?.grade];
  return {
    ...(tags && { tags }),
    ...(grade && { grade }),
    since: later.since ?? earlier?.since ?? null,
    before: later.before ?? earlier?.before ?? null,
    publishers: later.publishers ?? earlier?.publishers ?? null,
    collections: later.collections ?? earlier?.collections ?? null,
  };
}

// “March”, “10 July 2024”, “last month”: few words, and no question.
const WHEN = /^(?:[\p{L}\p{N}.,]+ ?){1,4}$/u;

function ignoreUnknown(error: unknown): null {
  if (error instanceof UserError) return null;
  throw error;
}
