/** A number that a sentence gives of something. */
export interface Quantity {
  readonly value: number;
  /** What it counts: a currency, `%`, or the terms of the words after it. */
  readonly units: readonly string[];
  /** The size of one in its last place: that of 5.2m is 100,000. */
  readonly place: number;
  /** “more than” it, or “less than”; null: as it is. */
  readonly bound: 'least' | 'most' | null;
  /** The small word before it: to, by, from. */
  readonly preposition: string | null;
  /** The terms of the words around it. */
  readonly around: ReadonlySet<string>;
}

const MIN_AROUND = 2; // terms around two numbers that are the same, so that they are of the same thing

/** Whether two quantities are of the same thing: in one unit, after the same preposition, among the same words. */
export function areComparable(a: Quantity, b: Quantity): boolean {
  const shared = [...a.around].filter((term) => b.around.has(term));
  return (
    a.preposition === b.preposition &&
    a.units.some((unit) => b.units.includes(unit)) &&
    shared.length >= MIN_AROUND
  );
}

/** Whether two quantities of the same thing are surely not the same, as rounded as the rounder of them. */
export function differ(a: Quantity, b: Quantity): boolean {
  const place = Math.max(a.place, b.place);
  if (Math.round(a.value / place) === Math.round(b.value / place)) return false;
  return !reaches(a, b) && !reaches(b, a);
}

/** Whether a bound leaves room for the other number: “more than 5” and 7. */
function reaches({ bound, value }: Quantity, other: Quantity): boolean {
  if (bound === 'least') return other.value >= value;
  return bound === 'most' && other.value <= value;
}
