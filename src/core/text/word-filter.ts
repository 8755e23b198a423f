import { hash } from './hash.ts';
import { wordsAndPairs, wordsByReading } from './phrases.ts';

const BITS = 8; // for each word and pair of words of a text; one that it lacks seems to be there in 2 or 3 of 100 cases
const PLACES = 4; // bits that each sets
const ANY = Uint8Array.of(255);

/** Phrases, one of each group. */
export type SoughtPhrases = readonly (readonly string[])[];

/** Packs which words and pairs of words a text has, for most texts without a phrase to be told without being read (a Bloom filter). */
export function packWords(text: string): Uint8Array {
  const readings = wordsByReading(text);
  if (readings === null) return ANY;
  const words = new Set(readings.flatMap(wordsAndPairs));
  const packed = new Uint8Array(1 + Math.ceil((words.size * BITS) / 8));
  const bits = packed.length * 8;
  for (const word of words) {
    const first = hash(word);
    for (let at = 0; at < PLACES; at++) {
      const bit = bitOf(first, at) % bits;
      packed[bit >> 3] = (packed[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return packed;
}

/**
 * What a text's packed words have set if it may have a phrase of each group: for a phrase of each group, in one of its readings,
 * every bit. A bit stands for itself modulo the number of bits. No bits: any text may have it, as its script does not part words.
 */
export function soughtBits(groups: SoughtPhrases): readonly (readonly (readonly number[])[])[] {
  return groups.map((phrases) => phrases.flatMap(readingsOf));
}

/** Creates a test of the same for packed words at hand. */
export function createWordTest(groups: SoughtPhrases): (packed: Uint8Array) => boolean {
  const sought = soughtBits(groups);
  return (packed) => {
    const isSet = (bit: number) => hasBit(packed, bit % (packed.length * 8));
    return sought.every((readings) => readings.some((bits) => bits.every(isSet)));
  };
}

function hasBit(packed: Uint8Array, bit: number): boolean {
  return ((packed[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}

function readingsOf(phrase: string): readonly (readonly number[])[] {
  return (wordsByReading(phrase) ?? [[]]).map((words) => wordsAndPairs(words).map(hash).flatMap(bitsOf));
}

function bitsOf(first: number): readonly number[] {
  return Array.from({ length: PLACES }, (_, at) => bitOf(first, at));
}

/** One of the bits of a word, whose hash is the first: steps that differ from word to word. */
function bitOf(first: number, at: number): number {
  const step = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) | 1;
  return (first + Math.imul(at, step)) >>> 0;
}
