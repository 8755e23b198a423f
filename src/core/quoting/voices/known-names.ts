import type { Document } from '../../library/documents/document.ts';
import type { Slice } from '../../text/slice.ts';
import { withApposition } from './find-voice.ts';
import { isBeforeName, isNamePart, isOpener, type NameWord, namesBody, nameWords } from './name-words.ts';
import { type NamedVoice, parseVoice, parseVoiceAt } from './parse-voice.ts';

/** The full names in a document, by their last word; and how often each word stands in it capitalized, and not. */
export interface KnownNames {
  readonly byLast: ReadonlyMap<string, readonly NamedVoice[]>;
  readonly firsts: ReadonlySet<string>;
  readonly capitalized: ReadonlyMap<string, number>;
  readonly small: ReadonlySet<string>;
}

const known = new WeakMap<Document, KnownNames>();

/** Collects the names of a document once. */
export function knownNames(document: Document): KnownNames {
  const names = known.get(document) ?? collect(document.text);
  known.set(document, names);
  return names;
}

// Up to punctuation, unless the full stop ends an initial or a form of address; long lists in pieces.
const PHRASE =
  /[^.,;:!?()“”"«»„\n\r–—]{1,400}(?:\.(?=\s\p{Lu})(?<=(?:\b\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen)\.)[^.,;:!?()“”"«»„\n\r–—]{0,400}){0,4}/gu;

function collect(text: string): KnownNames {
  const byLast = new Map<string, NamedVoice[]>();
  const firsts = new Set<string>();
  const capitalized = new Map<string, number>();
  const small = new Set<string>();
  for (const { 0: phrase, index } of text.matchAll(PHRASE)) {
    const words = nameWords(text, { start: index, end: index + phrase.length }) ?? [];
    for (const { written } of words) {
      const own = written.replace(/[’']s?$/, '');
      if (/^\p{Lu}/u.test(own)) capitalized.set(own, (capitalized.get(own) ?? 0) + 1);
      else small.add(own);
    }
    for (const run of runsOf(words)) add(text, run, { words, byLast, firsts });
  }
  return { byLast, firsts, capitalized, small };
}

/** Divides words into runs of those that a name may consist of. */
function runsOf(words: readonly NameWord[]): NameWord[][] {
  const runs: NameWord[][] = [];
  let open: NameWord[] = [];
  for (const word of words) {
    const isPart =
      (isNamePart(word) || /^\p{Lu}.*[’']s?$/u.test(word.written)) && !isBeforeName(word) && !isOpener(word);
    if (isPart) open.push({ ...word, ...withoutGenitive(word) });
    if (!isPart || word.written !== withoutGenitive(word).written) {
      runs.push(open);
      open = [];
    }
  }
  return [...runs, open].filter((run) => run.length > 1 && run.length < 5);
}

function withoutGenitive({ written, start }: NameWord): Pick<NameWord, 'written' | 'end'> {
  const own = written.replace(/[’']s?$/, '');
  return { written: own, end: start + own.length };
}

interface Collected {
  readonly words: readonly NameWord[];
  readonly byLast: Map<string, NamedVoice[]>;
  readonly firsts: Set<string>;
}

function add(text: string, run: readonly NameWord[], { words, byLast, firsts }: Collected): void {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || namesBody(run)) return;
  const before = words.filter(({ end }) => end <= first.start).slice(-MAX_BEFORE);
  const named = described(text, before, { start: first.start, end: last.end });
  firsts.add(first.written);
  const same = byLast.get(last.written) ?? [];
  const at = same.findIndex((each) => opening(text, each) === first.written);
  const earlier = same[at];
  if (earlier && !(named.isPerson && !earlier.isPerson)) return;
  byLast.set(last.written, earlier ? same.with(at, named) : [...same, named]);
}

function opening(text: string, { name }: NamedVoice): string {
  return /^\S+/.exec(text.slice(name.start, name.end))?.[0] ?? '';
}

/** Reads what a text says a person is, before and after the name. */
function described(text: string, before: readonly NameWord[], name: Slice): NamedVoice {
  const bare: NamedVoice = { name, heading: name, isPerson: false, form: 'full' };
  const end = name.end + AFTER;
  const parsed = [...before.map(({ start }) => start), name.start]
    .map((start) =>
      HAS_PLACE.test(text.slice(name.end, end))
        ? parseVoiceAt(text, { start, end })
        : parseVoice(text, { start, end: name.end }),
    )
    .find((voice) => voice?.isPerson && voice.name.start <= name.start && voice.name.end === name.end);
  const voice = parsed ?? bare;
  return withApposition(text, voice, { start: voice.heading.end, end });
}

const MAX_BEFORE = 10; // words before a name, in which it is read what the person is
const AFTER = 160; // characters after a name, in which it is read what the person is
const HAS_PLACE = /^\s(?:of|from|at)\s/;
