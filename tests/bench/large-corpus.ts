import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import { createIndexedDocument } from '../fakes/documents.ts';

const dir = process.env.DOSSIER_EVALUATION_DIR ?? '../shared/evaluation';
const SENTENCES = 5; // of a passage, some 100 words
const PASSAGES = [1, 1, 2, 3, 4, 6, 9, 14]; // of a document, in turn
const COMMON = [
  { word: 'NATO', share: 0.6 },
  { word: 'China', share: 0.5 },
];
const NAMES = 3_000_000; // that the rarest words are drawn from
const NAMED = 0.5; // of the passages have a name of their own

/** Returns numbers between 0 and 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The sentences of the judged sets. */
export function readSentences(): readonly string[] {
  const sets = readdirSync(dir).filter((name) => existsSync(join(dir, name, 'documents.jsonl')));
  const texts = sets.flatMap((name) =>
    readFileSync(join(dir, name, 'documents.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line).text),
  );
  return texts
    .flatMap((text) => text.split(/(?<=[.!?])\s+/))
    .filter(({ length }) => length > 40 && length < 300);
}

/**
 * Recombines sentences into documents with so many passages together. Two words stand in more than half of all passages;
 * made-up names, drawn with falling frequency, let the vocabulary grow with the corpus.
 */
export function* recombine(
  sentences: readonly string[],
  passages: number,
  seed = 1,
): Generator<IndexedDocument> {
  const random = createRandom(seed);
  const pick = () => sentences[Math.floor(random() * sentences.length)] ?? '';
  const paragraph = () => {
    const parts = Array.from({ length: SENTENCES }, pick);
    for (const { word, share } of COMMON) if (random() < share) parts.push(`This is of concern to ${word}.`);
    if (random() < NAMED) parts.push(`So says ${nameOf(Math.floor(NAMES * random() ** 6))}.`);
    return parts.join(' ');
  };
  for (let made = 0, at = 0; made < passages; at++) {
    const count = Math.min(PASSAGES[at % PASSAGES.length] ?? 1, passages - made);
    const text = Array.from({ length: count }, paragraph).join('\n\n');
    const title = pick().split(' ').slice(0, 7).join(' ');
    const document = createIndexedDocument(`all/document-${at}`, {
      title,
      text,
      published: `20${10 + (at % 16)}-0${1 + (at % 9)}-11`,
    });
    yield document;
    made += document.passages.length;
  }
}

function nameOf(number: number): string {
  const syllables = [
    'ba',
    'ko',
    'ri',
    'ta',
    'mu',
    'ne',
    'lo',
    'shi',
    'va',
    'de',
    'zu',
    'pe',
    'ga',
    'hi',
    'or',
    'en',
  ];
  let name = 'X';
  for (let rest = number + 16; rest > 0; rest = Math.floor(rest / 16)) name += syllables[rest % 16];
  return name;
}

/** Makes questions of words of passages: some common, some rare. */
export function askQuestions(sentences: readonly string[], count: number): readonly string[] {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, at) => {
    const words = (sentences[Math.floor(random() * sentences.length)] ?? '').split(/\s+/);
    const from = Math.floor(random() * Math.max(1, words.length - 8));
    const asked = words.slice(from, from + 2 + (at % 7));
    if (at % 3 === 0) asked.push('NATO');
    if (at % 5 === 0) asked.push('China');
    return asked.join(' ');
  });
}
