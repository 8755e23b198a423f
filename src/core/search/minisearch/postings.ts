/** How often a term occurs in each passage, by the passage's number in ascending order. */
export type Postings = ReadonlyMap<number, number>;

/** Receives a passage and how often the term occurs in it. */
export type Visit = (passage: number, times: number) => void;

/**
 * Postings as one string: their count, the last passage, then each passage as the distance from the one before. Each
 * character holds five bits of a number, the lowest first; a sixth bit marks all characters but the last.
 */
export type Packed = string;

const BASE = 32;
const ZERO = 48; // the character code of '0', from which the 64 digits run to 'o'
const DIGITS = String.fromCharCode(...Array.from({ length: 2 * BASE }, (_, digit) => ZERO + digit));

/** Matches packed postings. */
export const PACKED = /^[0-o]{2,}$/;

/** Packs postings and appends them to others, whose passages all come before. */
export function packPostings(postings: Postings, before: Packed = ''): Packed {
  const head = parseHead(before);
  let { last } = head;
  let body = before.slice(head.length);
  for (const [passage, times] of postings) {
    // A term occurs once in most passages. If it does not, the distance is odd and a second number is the count.
    const step = 2 * (passage - last);
    body += times === 1 ? formatNumber(step) : formatNumber(step + 1) + formatNumber(times);
    last = passage;
  }
  return formatNumber(head.count + postings.size) + formatNumber(last) + body;
}

/** Returns the number of packed postings. */
export function countPacked(packed: Packed): number {
  return parseHead(packed).count;
}

/** Visits the passages of packed postings in order. */
export function visitPacked(packed: Packed, visit: Visit): void {
  const next = createReader(packed);
  const count = next();
  next();
  let passage = 0;
  for (let seen = 0; seen < count; seen++) {
    const step = next();
    if (Number.isNaN(step)) return;
    passage += step >> 1;
    visit(passage, step % 2 === 0 ? 1 : next());
  }
}

/** Renumbers passages, in the same order, without those that get no number; null if none is left. */
export function renumberPacked(packed: Packed, numbers: ReadonlyMap<number, number>): Packed | null {
  const postings = new Map<number, number>();
  visitPacked(packed, (passage, times) => {
    const number = numbers.get(passage);
    if (number !== undefined) postings.set(number, times);
  });
  return postings.size > 0 ? packPostings(postings) : null;
}

function parseHead(packed: Packed): { count: number; last: number; length: number } {
  if (packed === '') return { count: 0, last: 0, length: 0 };
  const next = createReader(packed);
  const [count, last] = [next(), next()];
  return { count, last, length: formatNumber(count).length + formatNumber(last).length };
}

/** Creates a function that returns one number after the other, then NaN. */
function createReader(packed: Packed): () => number {
  let at = 0;
  return () => {
    let value = 0;
    let scale = 1;
    let digit = packed.charCodeAt(at++) - ZERO;
    for (; digit >= BASE; digit = packed.charCodeAt(at++) - ZERO) {
      value += (digit - BASE) * scale;
      scale *= BASE;
    }
    return value + digit * scale;
  };
}

function formatNumber(value: number): string {
  if (value < BASE) return DIGITS.charAt(value);
  return DIGITS.charAt(BASE + (value % BASE)) + formatNumber(Math.floor(value / BASE));
}
