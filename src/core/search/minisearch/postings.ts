/** In which passages a term stands, by their numbers in ascending order, and how often in each. */
export type Postings = ReadonlyMap<number, number>;

/** Told of one passage, and how often the term stands in it. */
export type Visit = (passage: number, times: number) => void;

/**
 * Postings as one short word: how many there are, the last passage, then each passage by its distance from the one
 * before. A number is written five bits a character, the lowest first, a sixth bit marking all but its last character.
 */
export type Packed = string;

const BASE = 32;
const ZERO = 48; // the character code of '0', from which the 64 digits run to 'o'
const DIGITS = String.fromCharCode(...Array.from({ length: 2 * BASE }, (_, digit) => ZERO + digit));

/** What a word of packed postings is made of. */
export const PACKED = /^[0-o]{2,}$/;

/** Packs postings behind others, all of whose passages come before. */
export function packPostings(postings: Postings, before: Packed = ''): Packed {
  const head = readHead(before);
  let { last } = head;
  let body = before.slice(head.length);
  for (const [passage, times] of postings) {
    // A term stands once in most passages: only where it doesn't, a second number says how often.
    const step = 2 * (passage - last);
    body += times === 1 ? writeNumber(step) : writeNumber(step + 1) + writeNumber(times);
    last = passage;
  }
  return writeNumber(head.count + postings.size) + writeNumber(last) + body;
}

/** In how many passages packed postings are. */
export function countPacked(packed: Packed): number {
  return readHead(packed).count;
}

/** Visits the passages of packed postings in order. */
export function visitPacked(packed: Packed, visit: Visit): void {
  const read = createReader(packed);
  const count = read();
  read();
  let passage = 0;
  for (let seen = 0; seen < count; seen++) {
    const step = read();
    if (Number.isNaN(step)) return;
    passage += step >> 1;
    visit(passage, step % 2 === 0 ? 1 : read());
  }
}

/** Gives passages other numbers, in the same order, and leaves out those that get none. */
export function renumberPacked(packed: Packed, numbers: ReadonlyMap<number, number>): Packed | null {
  const postings = new Map<number, number>();
  visitPacked(packed, (passage, times) => {
    const number = numbers.get(passage);
    if (number !== undefined) postings.set(number, times);
  });
  return postings.size > 0 ? packPostings(postings) : null;
}

function readHead(packed: Packed): { count: number; last: number; length: number } {
  if (packed === '') return { count: 0, last: 0, length: 0 };
  const read = createReader(packed);
  const [count, last] = [read(), read()];
  return { count, last, length: writeNumber(count).length + writeNumber(last).length };
}

/** Reads one number after the other; behind the last there is none (NaN). */
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

function writeNumber(value: number): string {
  if (value < BASE) return DIGITS.charAt(value);
  return DIGITS.charAt(BASE + (value % BASE)) + writeNumber(Math.floor(value / BASE));
}
