import { type Excerpt, overlaps } from './excerpts.ts';

/** How much one reply may show. */
export interface ExcerptBudget {
  readonly maxPoints: number;
  /** Of all excerpts together; the first is shown whatever its length. */
  readonly maxCharacters: number;
}

/** The lengths of a brief: with its headline, labels and sources about 450, 900 and 2,000 visible characters. */
export const BRIEF_BUDGETS = {
  '30s': { maxPoints: 2, maxCharacters: 320 },
  '1m': { maxPoints: 4, maxCharacters: 620 },
  '3m': { maxPoints: 8, maxCharacters: 1500 },
} as const satisfies Readonly<Record<string, ExcerptBudget>>;

/** How much an answer to a question may show. */
export const ANSWER_BUDGET: ExcerptBudget = { maxPoints: 4, maxCharacters: 900 };

const MAX_PER_DOCUMENT = 2;

/** Collects excerpts for one reply, refusing what would repeat, crowd or overfill it. */
export class Selection {
  readonly #budget: ExcerptBudget;
  readonly #chosen: Excerpt[] = [];
  readonly #onlyOneAnswers: boolean;
  #characters = 0;

  /** `documents`: how many documents have anything to say; when it is one, that one may fill the reply. */
  constructor(budget: ExcerptBudget, documents: number) {
    this.#budget = budget;
    this.#onlyOneAnswers = documents <= 1;
  }

  get chosen(): readonly Excerpt[] {
    return this.#chosen;
  }

  get full(): boolean {
    return this.#chosen.length >= this.#budget.maxPoints;
  }

  /** An even share of the room that is left, in characters. */
  get share(): number {
    return this.shareAmong(this.#budget.maxPoints);
  }

  /** The same where so many, perhaps fewer than there are places left, want some. */
  shareAmong(waiting: number): number {
    const places = Math.min(waiting, this.#budget.maxPoints - this.#chosen.length);
    return (this.#budget.maxCharacters - this.#characters) / Math.max(1, places);
  }

  /** Takes an excerpt if there is room for it and it says something new. */
  offer(excerpt: Excerpt): boolean {
    if (this.full || !this.#fits(excerpt) || this.#repeats(excerpt)) return false;
    this.#chosen.push(excerpt);
    this.#characters += excerpt.text.length;
    return true;
  }

  #fits({ text, document }: Excerpt): boolean {
    const fromSame = this.#chosen.filter((other) => other.document.id === document.id).length;
    const fromOthers = this.#chosen.length - fromSame;
    if (fromSame >= MAX_PER_DOCUMENT && (!this.#onlyOneAnswers || fromOthers > 0)) return false;
    if (fromSame === 0 && fromOthers > MAX_PER_DOCUMENT && this.#onlyOneAnswers) return false;
    return this.#chosen.length === 0 || this.#characters + text.length <= this.#budget.maxCharacters;
  }

  #repeats(excerpt: Excerpt): boolean {
    return this.#chosen.some(
      (other) =>
        (other.document.id === excerpt.document.id && overlaps(other.slice, excerpt.slice)) ||
        saysTheSame(other, excerpt),
    );
  }
}

const SAME = 0.7; // share of the shorter sentence's terms that the other holds too

const NEGATION = /\b(?:not|no|never|nobody|nothing|neither|without|cannot)\b|n[’']t\b/i;

/** Says whether a text says that something is not so. */
export function denies(text: string): boolean {
  return NEGATION.test(text);
}

/** A number or a "not" makes another statement of the same words. */
function differsInFact(a: string, b: string): boolean {
  const numbers = (text: string) => (text.match(/\d[\d.,]*\d|\d/g) ?? []).sort().join(' ');
  return denies(a) !== denies(b) || (numbers(a) !== numbers(b) && numbers(a) !== '' && numbers(b) !== '');
}

/** Two sentences say the same when the terms of one are nearly all in the other. */
function saysTheSame(a: Excerpt, b: Excerpt): boolean {
  if (a.text.includes(b.text) || b.text.includes(a.text)) return true;
  if (differsInFact(a.text, b.text)) return false;
  const [fewer, more] = a.terms.size <= b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  if (fewer.size === 0) return false;
  let shared = 0;
  for (const term of fewer) if (more.has(term)) shared++;
  return shared / fewer.size >= SAME;
}
