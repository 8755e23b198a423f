import type { DocumentId } from '../library/documents/document.ts';
import type { ExcerptBudget } from './excerpt-budget.ts';
import { type Excerpt, excerptOf, overlaps } from './excerpts.ts';
import { numberWordsOf } from './number-words.ts';
import type { Verdict } from './verdict.ts';

const MAX_PER_DOCUMENT = 2;

/** Collects the excerpts of one reply, and refuses those that would repeat, crowd or overfill it. */
export class Selection {
  readonly #budget: ExcerptBudget;
  readonly #chosen: Excerpt[] = [];
  readonly #isSingleSource: boolean;
  #characters = 0;

  /** `documents`: how many documents have something to say; a single one can fill the reply. Many if absent. */
  constructor(budget: ExcerptBudget, documents = Number.POSITIVE_INFINITY) {
    this.#budget = budget;
    this.#isSingleSource = documents <= 1;
  }

  get chosen(): readonly Excerpt[] {
    return this.#chosen;
  }

  get full(): boolean {
    return this.#chosen.length >= this.#budget.maxPoints;
  }

  /** An even share of the characters left, among the points left. */
  get share(): number {
    return this.shareAmong(this.#budget.maxPoints);
  }

  /** An even share of the characters left, if only `waiting` excerpts want one. */
  shareAmong(waiting: number): number {
    const points = Math.min(waiting, this.#budget.maxPoints - this.#chosen.length);
    return (this.#budget.maxCharacters - this.#characters) / Math.max(1, points);
  }

  /** How many of the excerpts chosen are from a document. */
  timesQuoted(id: DocumentId): number {
    return this.#chosen.filter(({ document }) => document.id === id).length;
  }

  /** Takes an excerpt if it fits the budget and says something new. An empty selection takes any. */
  offer(excerpt: Excerpt): boolean {
    if (this.full || this.#crowds(excerpt) || this.#overfills(excerpt) || this.#repeated(excerpt))
      return false;
    this.#chosen.push(excerpt);
    this.#characters += excerpt.text.length;
    return true;
  }

  /** Lengthens an excerpt chosen by what stands right before or after it in its passage, if that fits. */
  extend(excerpt: Excerpt): boolean {
    const at = this.#chosen.findIndex((other) => standBeside(other, excerpt));
    const other = this.#chosen[at];
    if (!other || this.#repeated(excerpt)) return false;
    const slice = {
      start: Math.min(other.slice.start, excerpt.slice.start),
      end: Math.max(other.slice.end, excerpt.slice.end),
    };
    const joined = excerptOf(other, slice);
    const added = joined.text.length - other.text.length;
    if (isTooLong(joined) || this.#characters + added > this.#budget.maxCharacters) return false;
    this.#chosen[at] = { ...joined, terms: new Set([...other.terms, ...excerpt.terms]) };
    this.#characters += added;
    return true;
  }

  /** Says why an excerpt is, or is not, among those chosen, by what `offer` goes by. */
  verdict(excerpt: Excerpt): Verdict {
    const quoted = this.#chosen.find((other) => isSamePlace(other, excerpt));
    if (quoted) return { kind: 'quoted', excerpt: quoted };
    const repeated = this.#repeated(excerpt);
    if (repeated) return { kind: 'repeats', excerpt: repeated };
    const crowds = this.#crowds(excerpt);
    if (crowds) return { kind: crowds };
    return { kind: this.full ? 'full' : 'long' };
  }

  /** Why an excerpt's document may not be quoted any more; null if it may. */
  #crowds({ document }: Excerpt): 'document' | 'outside' | null {
    const fromSame = this.timesQuoted(document.id);
    const fromOthers = this.#chosen.length - fromSame;
    const most = this.#budget.maxPerDocument ?? MAX_PER_DOCUMENT;
    if (fromSame >= most && (!this.#isSingleSource || fromOthers > 0)) return 'document';
    return fromSame === 0 && fromOthers > MAX_PER_DOCUMENT && this.#isSingleSource ? 'outside' : null;
  }

  #overfills({ text }: Excerpt): boolean {
    return this.#chosen.length > 0 && this.#characters + text.length > this.#budget.maxCharacters;
  }

  #repeated(excerpt: Excerpt): Excerpt | undefined {
    return this.#chosen.find((other) => isSamePlace(other, excerpt) || saysTheSame(other, excerpt));
  }
}

const MAX_JOINED = { sentences: 3, characters: 260 }; // of an excerpt that was lengthened

/** Whether two excerpts are sentences of one passage with none between them. */
function standBeside(a: Excerpt, b: Excerpt): boolean {
  if (a.document.id !== b.document.id || a.passage !== b.passage || overlaps(a.slice, b.slice)) return false;
  const [first, last] = a.slice.start < b.slice.start ? [a, b] : [b, a];
  return !a.sentences.some(({ start, end }) => start >= first.slice.end && end <= last.slice.start);
}

function isTooLong({ text, sentences, slice }: Excerpt): boolean {
  if (text.length > MAX_JOINED.characters) return true;
  return sentences.filter((sentence) => overlaps(sentence, slice)).length > MAX_JOINED.sentences;
}

function isSamePlace(a: Excerpt, b: Excerpt): boolean {
  return a.document.id === b.document.id && overlaps(a.slice, b.slice);
}

const SAME = 0.7; // share of the shorter sentence's terms that the other contains too

const NEGATION = /\b(?:not|no|never|nobody|nothing|neither|without|cannot)\b|n[’']t\b/i;

/** Whether an English text contains a negation. */
export function isNegated(text: string): boolean {
  return NEGATION.test(text);
}

/** Whether a number or a "not" makes another statement of the same words. */
function differsInFact(a: string, b: string): boolean {
  const numbers = (text: string) =>
    [...(text.match(/\d[\d.,]*\d|\d/g) ?? []), ...numberWordsOf(text)].sort().join(' ');
  return (
    isNegated(a) !== isNegated(b) || (numbers(a) !== numbers(b) && numbers(a) !== '' && numbers(b) !== '')
  );
}

/** Whether nearly all terms of one excerpt are in the other, with the same facts. */
function saysTheSame(a: Excerpt, b: Excerpt): boolean {
  if (a.text.includes(b.text) || b.text.includes(a.text)) return true;
  if (differsInFact(a.text, b.text)) return false;
  const [fewer, more] = a.terms.size <= b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  if (fewer.size === 0) return false;
  let shared = 0;
  for (const term of fewer) if (more.has(term)) shared++;
  return shared / fewer.size >= SAME;
}
