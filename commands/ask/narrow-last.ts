import type { NARROWING } from '../../src/core/bot/narrowing-options.ts';
import type { TypedOptions } from '../../src/core/bot/typed-options.ts';
import type { Conversation, KeptOptions } from '../../src/core/conversations/conversation.ts';
import type { Narrowing } from '../../src/core/library/documents/narrowing.ts';
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

/** A line that may only narrow what was asked last. */
export interface NarrowingLine {
  readonly line: string;
  /** The options in it, by their names; null if there are none. */
  readonly typed: TypedOptions | null;
  readonly conversation: Conversation;
  readonly at: Date;
}

type ReadOptions = (given: Readonly<Record<string, string>>) => Promise<KeptOptions>;

/**
 * Reads `only Port Gazette`, `only primary sources`, `since March`, `before 2020` or `tag:primary grade:B2` as the latest question, asked again of other documents,
 * whether it was answered or not. Null if there is no such question, publisher or date, or the line asks something itself.
 */
export async function narrowLast(
  read: ReadOptions,
  { line, typed, conversation, at }: NarrowingLine,
): Promise<AskedAgain | null> {
  const latest = conversation.turns.at(-1);
  if (!latest || latest.style) return null;
  const kind = typed === null ? FILED.exec(line.trim())?.[1] : undefined;
  const limit = typed === null ? limitIn(line, at) : typed.text === '' ? typed.options : null;
  const found = kind === undefined ? limit && (await readKnown(read, limit)) : await readKind(read, kind);
  if (!found) return null;
  const { given, later } = found;
  const { topic = null, length = null, narrowing = null } = conversation.options ?? {};
  return {
    text: latest.text,
    conversation: asBefore(latest, conversation),
    options: {
      topic: later.topic ?? topic,
      length: later.length ?? length,
      narrowing: combine(narrowing, later.narrowing, Object.keys(given)),
    },
  };
}

// “only primary sources”, “only use the Reuters documents”; but “only the documents” and “only a few sources” name no kind.
const VERB = '(?:use|show|cite|quote|search|from)';
const NO_KIND = `${VERB}|the|other|these|those|some|few|a few|one of|two|three|four|five|six|seven|eight|nine|ten|\\d+`;
const FILED = new RegExp(
  `^only(?: ${VERB})?(?: the)? (?!(?:${NO_KIND})\\b)(.{2,60}?) (?:sources|documents)[.!]?$`,
  'i',
);

interface ReadLimit {
  readonly given: Readonly<Record<string, string>>;
  readonly later: KeptOptions;
}

/** Reads a limit; null if there is no such publisher, tag or collection. */
async function readKnown(read: ReadOptions, given: ReadLimit['given']): Promise<ReadLimit | null> {
  const later = await read(given).catch(ignoreUnknown);
  return later && { given, later };
}

/** Reads a kind of documents as a tag, a publisher or a collection. A line that names one asks nothing itself, so an unknown one is told. */
async function readKind(read: ReadOptions, kind: string): Promise<ReadLimit> {
  for (const given of [{ tag: kind.toLowerCase() }, { from: kind }, { collection: kind }]) {
    const found = await readKnown(read, given);
    if (found) return found;
  }
  return { given: { tag: kind }, later: await read({ tag: kind }) };
}

/** The conversation as it was before a question that was asked last, and maybe asked again or gone on with. */
function asBefore({ text }: Turn, conversation: Conversation): Conversation {
  const { turns, shown } = conversation;
  const kept = turns.findLastIndex((turn) => turn.text !== text) + 1;
  const quoted = turns.slice(kept).reduce((sum, turn) => sum + (turn.quoted ?? 0), 0);
  return { ...conversation, turns: turns.slice(0, kept), shown: shown.slice(0, shown.length - quoted) };
}

/** What a limit in words means as an option; null if it is none. */
function limitIn(text: string, now: Date): Readonly<Record<string, string>> | null {
  const [, word = '', value = ''] =
    /^(only|since|before)(?:: ?| (?:from )?)(.{2,80}?)[.!]?$/i.exec(text.trim()) ?? [];
  const side = word.toLowerCase();
  if (side === 'only') return { from: value };
  if (side !== 'since' && side !== 'before') return null;
  const date =
    parseDateLimit(value, now) ??
    (WHEN.test(value) ? periodIn(`${word} ${value}`, { now, earlier: null })?.[side] : null);
  return date ? { [side]: date } : null;
}

/** Keeps the earlier limits that the later ones don't replace; `all` replaces one by none. */
function combine(
  earlier: Narrowing | null,
  later: Narrowing | null,
  given: readonly string[],
): Narrowing | null {
  const chosen = <Key extends keyof Narrowing>(name: keyof typeof NARROWING, key: Key) =>
    (given.includes(name) ? later?.[key] : earlier?.[key]) ?? null;
  const [tags, grade] = [chosen('tag', 'tags'), chosen('grade', 'grade')];
  const rest = {
    since: chosen('since', 'since'),
    before: chosen('before', 'before'),
    publishers: chosen('from', 'publishers'),
    collections: chosen('collection', 'collections'),
  };
  const isOpen = [tags, grade, ...Object.values(rest)].every((each) => each === null);
  return isOpen ? null : { ...(tags && { tags }), ...(grade && { grade }), ...rest };
}

// “March”, “10 July 2024”, “last month”: few words, and no question.
const WHEN = /^(?:[\p{L}\p{N}.,]+ ?){1,4}$/u;

function ignoreUnknown(error: unknown): null {
  if (error instanceof UserError) return null;
  throw error;
}
