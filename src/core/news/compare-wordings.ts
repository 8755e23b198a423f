import { fold } from '../text/fold.ts';
import { wordsWithin } from '../text/nearest-names.ts';
import { isDenying, isOpposed } from '../text/telling-words.ts';
import type { Word } from '../text/word.ts';

/** The words of a sentence, and their language. */
export interface Wording {
  readonly words: readonly Word[];
  readonly language: string;
}

/** What became of a sentence. */
export interface Comparison {
  /** Share of the words of both that stand in both in the same order, 0 to 1; 0 if these are only function words. */
  readonly likeness: number;
  /** Each side has a word, number or name in place of the other's, or one side is denied. */
  readonly isCorrected: boolean;
  /** Both say the same: only spelling, forms of words, or function words differ. */
  readonly isSame: boolean;
  /** At most one word stands in the place of another, and it is no name and no number. */
  readonly isOneWord: boolean;
}

/** The least likeness of two wordings of one sentence. */
export const SAME_SENTENCE = 0.7;

const UNLIKE: Comparison = { likeness: 0, isCorrected: false, isSame: false, isOneWord: false };
const MOST = 400; // words

/** Compares two wordings; another spelling, punctuation or order of the same words is no correction. */
export function compareWordings(before: Wording, now: Wording): Comparison {
  const [a, b] = [before.words, now.words];
  const most = (2 * Math.min(a.length, b.length)) / (a.length + b.length);
  if (!(most >= SAME_SENTENCE) || Math.max(a.length, b.length) > MOST) return UNLIKE;
  if (mostShared(a, b) < SAME_SENTENCE * ((a.length + b.length) / 2)) return UNLIKE;
  const { shared, gaps } = align(a, b);
  if (!shared.some(({ term }) => term !== null)) return UNLIKE;
  const told = gaps.filter((gap) => joined(gap.lost) !== joined(gap.gained));
  const lost = replacedIn(
    told.flatMap((gap) => gap.lost),
    before,
    now,
  );
  const gained = replacedIn(
    told.flatMap((gap) => gap.gained),
    now,
    before,
  );
  const [old, fresh] = [withoutSpellings(lost, gained), withoutSpellings(gained, lost)];
  const isDeniedNow = countDenials(before) !== countDenials(now);
  return {
    likeness: (2 * shared.length) / (a.length + b.length),
    isCorrected: isDeniedNow || (old.length > 0 && fresh.length > 0),
    isSame: !isDeniedNow && old.length + fresh.length === 0,
    isOneWord: [old, fresh].every((words) => words.length <= 1 && words.every(isPlain)),
  };
}

const NAME_OR_NUMBER = /^[\p{Lu}\p{N}]/u;

function isPlain({ written }: Word): boolean {
  return !NAME_OR_NUMBER.test(written);
}

/** How many words can be shared at most, whatever their order; quick to tell. */
function mostShared(a: readonly Word[], b: readonly Word[]): number {
  const inB = new Set(b.map(keyOf));
  return a.filter((word) => inB.has(keyOf(word))).length;
}

interface Gap {
  readonly lost: Word[];
  readonly gained: Word[];
}

/** Finds the longest run of words that both contain in this order, and what stands between them. */
function align(a: readonly Word[], b: readonly Word[]): { shared: Word[]; gaps: Gap[] } {
  const [inA, inB] = [a.map(keyOf), b.map(keyOf)];
  const lengths = commonLengths(inA, inB);
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const shared: Word[] = [];
  const gaps: Gap[] = [{ lost: [], gained: [] }];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [own, other, gap] = [a[i], b[j], gaps.at(-1)];
    if (own && other && inA[i] === inB[j]) {
      shared.push(own);
      gaps.push({ lost: [], gained: [] });
      i++;
      j++;
    } else if (own && (!other || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      gap?.lost.push(own);
      i++;
    } else if (other) {
      gap?.gained.push(other);
      j++;
    }
  }
  return { shared, gaps };
}

function keyOf({ term, written }: Word): string {
  return term ?? fold(written);
}

/** Returns, for each pair of places, how many words the rests of both have in common in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, next] = [lengths[i], lengths[i + 1]];
    if (!row || !next) continue;
    for (let j = b.length - 1; j >= 0; j--)
      row[j] = a[i] === b[j] ? 1 + (next[j + 1] ?? 0) : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
  }
  return lengths;
}

// Between thousands, and in contractions.
const MARKS = /['’]|(?<=\p{Nd})[.,](?=\p{Nd}{3}(?!\p{Nd}))/gu;

/** Words as they would be written in one: “per cent” is “percent”, “12 000” is “12,000”. */
function joined(words: readonly Word[]): string {
  return fold(words.map(({ written }) => written).join('')).replace(MARKS, '');
}

/** Keeps the words that tell something and that the other sentence lacks in any form. */
function replacedIn(words: readonly Word[], own: Wording, other: Wording): Word[] {
  const known = new Set(
    other.words.flatMap(({ term, forms, joints }) => [
      ...(term === null ? [] : [term]),
      ...forms,
      ...joints.map((joint) => joint.term),
    ]),
  );
  const written = new Set(other.words.map((word) => fold(word.written)));
  const joints = own.words.flatMap((word) => word.joints).filter(({ term }) => known.has(term));
  return words.filter((word) => {
    if (joints.some(({ start, end }) => start <= word.start && word.end <= end)) return false;
    if (word.term === null) return isOpposed(word.written, own.language) && !written.has(fold(word.written));
    return ![word.term, ...word.forms, ...word.joints.map(({ term }) => term)].some((term) =>
      known.has(term),
    );
  });
}

function withoutSpellings(words: readonly Word[], others: readonly Word[]): Word[] {
  return words.filter((word) => !others.some((other) => isSpelling(fold(word.written), fold(other.written))));
}

const LONG = 5; // letters; shorter words one letter apart are other words
const LETTERS = /^\p{L}+$/u;

/** Whether two words are one in another spelling: a letter more, less, or other, or two letters exchanged. */
function isSpelling(a: string, b: string): boolean {
  if (a.charAt(0) !== b.charAt(0) || Math.min(a.length, b.length) < LONG) return false;
  if (![a, b].every((word) => LETTERS.test(word))) return false;
  return wordsWithin(1, a, [b]).size > 0 || areExchanged(a, b);
}

function areExchanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const places = [...a].flatMap((_, at) => (a[at] === b[at] ? [] : at));
  const [first = 0, second = 0] = places;
  return places.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

function countDenials({ words, language }: Wording): number {
  return words.filter(({ written }) => isDenying(written, language)).length;
}
