import { areComparable, differ, type Quantity } from './quantity.ts';
import type { Statement } from './statement.ts';

/** How two statements on the same thing differ. */
export interface Difference {
  readonly kind: 'number' | 'date' | 'statement';
  /** How much they have in common, 0 to 1. */
  readonly likeness: number;
}

/** Rates a term by how few of the sentences on a topic have it. */
export type Rarity = (term: string) => number;

// How alike sentences must be to speak of the same thing: those with one number of a kind need the least.
const ALIKE = { number: 0.4, date: 0.5, statement: 0.35 } as const;
const SAME_WORDS = 0.8; // so alike that they need no name in common
const MIN_SHARED = 3; // terms

/** Compares two statements of different documents; null if they don't surely speak of the same thing, or don't differ. */
export function compareStatements(a: Statement, b: Statement, rarity: Rarity): Difference | null {
  if (a.candidate.document.id === b.candidate.document.id) return null;
  const shared = [...a.terms].filter((term) => b.terms.has(term));
  if (shared.length < MIN_SHARED || areOpposed(a, b)) return null;
  const likeness = sum(shared, rarity) / Math.sqrt(sum(a.terms, rarity) * sum(b.terms, rarity));
  const kind = kindOf(a, b);
  if (kind === null || likeness < ALIKE[kind]) return null;
  return likeness >= SAME_WORDS || haveSameNames(a, b) ? { kind, likeness } : null;
}

function kindOf(a: Statement, b: Statement): Difference['kind'] | null {
  if (differInNumber(a, b)) return areOfOneTime(a, b) ? 'number' : null;
  if (differInDate(a, b)) return 'date';
  return saidByOthers(a, b) ? 'statement' : null;
}

/** Whether one goes up and the other down: two acts, and no difference. */
function areOpposed({ direction: a }: Statement, { direction: b }: Statement): boolean {
  return a !== null && b !== null && a !== b;
}

/** Whether they share a name, and those of one are all in the other: figures of other places are no difference. */
function haveSameNames(a: Statement, b: Statement): boolean {
  if (![...a.names].some((name) => b.terms.has(name))) return false;
  const [onlyA, onlyB] = [missing(a.names, b.terms), missing(b.names, a.terms)];
  return onlyA + onlyB === 0 || (onlyA === 0 && !a.isVague) || (onlyB === 0 && !b.isVague);
}

function missing(names: ReadonlySet<string>, terms: ReadonlySet<string>): number {
  return [...names].filter((name) => !terms.has(name)).length;
}

function areOfOneTime({ times: a }: Statement, { times: b }: Statement): boolean {
  return a.size === 0 || b.size === 0 || [...a].some((time) => b.has(time));
}

/** Whether each gives one number of some unit, and these differ. */
function differInNumber(a: Statement, b: Statement): boolean {
  const [quantity, other] = [soleOf(a, b), soleOf(b, a)];
  if (!quantity || !other) return false;
  return areComparable(quantity, other) && differ(quantity, other);
}

/** The one quantity of a statement in a unit of the other's; null if there are none or several. */
function soleOf({ quantities }: Statement, other: Statement): Quantity | null {
  const units = new Set(other.quantities.flatMap((each) => each.units));
  const found = quantities.filter((each) => each.units.some((unit) => units.has(unit)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether each states one date, both as exact, and neither that of its document. */
function differInDate(a: Statement, b: Statement): boolean {
  const [[date, ...furtherA], [other, ...furtherB]] = [a.dates, b.dates];
  if (date === undefined || other === undefined || furtherA.length + furtherB.length > 0) return false;
  return date.length === other.length && date !== other && !isOwn(a, date) && !isOwn(b, other);
}

function isOwn({ candidate: { document } }: Statement, date: string): boolean {
  return document.published?.startsWith(date.slice(0, 7)) ?? false;
}

function saidByOthers(a: Statement, b: Statement): boolean {
  const [voice, other] = [nameOf(a), nameOf(b)];
  return voice !== null && other !== null && voice !== other;
}

function nameOf({ voice, candidate: { document } }: Statement): string | null {
  return voice && document.text.slice(voice.name.start, voice.name.end).toLowerCase();
}

function sum(terms: Iterable<string>, rarity: Rarity): number {
  let total = 0;
  for (const term of terms) total += rarity(term);
  return total;
}
