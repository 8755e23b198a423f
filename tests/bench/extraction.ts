import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { createDocumentWorker, DOCUMENT_LIMITS } from '../../src/app/document-worker.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import { documentsOf } from '../../src/core/library/reading/read-outcome.ts';

// How much of a reference text the built readers find, by format: `node tests/bench/extraction.ts DIR [words]`. DIR holds files, each
// with a reference beside it (`a.pdf` and `a.pdf.txt`), by pdftotext or LibreOffice for example; references of fewer than `words`
// words (50) are passed over. Words are compared as a bag, in order over the first 1,500 of them.

const [folder = '.', least = '50'] = process.argv.slice(2);
const BUILT = new URL('../../dist/src/worker.js', import.meta.url);
const ORDERED = 1500; // words

interface Score {
  readonly name: string;
  readonly recall: number;
  readonly precision: number;
  readonly order: number;
}

const scores = new Map<string, Score[]>();
const refused: string[] = [];
const { read, stop } = createDocumentWorker({ ...DOCUMENT_LIMITS, script: BUILT });
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!name.endsWith('.txt')) continue;
  const path = name.slice(0, -'.txt'.length);
  const expected = wordsOf(readFileSync(join(folder, name), 'utf8'));
  if (expected.length < Number(least)) continue;
  const outcome = await read({
    ...{ root: resolve(folder), file: resolve(folder, path), path },
    ...{ collection: 'files' as CollectionId, known: null },
  });
  const documents = documentsOf(outcome);
  if (documents.length === 0) {
    refused.push(`${path}: ${outcome.kind === 'refused' ? outcome.reason : 'nothing was read'}`);
    continue;
  }
  const found = wordsOf(documents.map(({ document }) => document.text).join('\n'));
  const format = path.replace(/^.*\./, '').toLowerCase();
  scores.set(format, [...(scores.get(format) ?? []), { name: path, ...compare(expected, found) }]);
}
await stop();

for (const [format, list] of scores) {
  const mean = (key: 'recall' | 'precision' | 'order') =>
    (list.reduce((sum, score) => sum + score[key], 0) / list.length).toFixed(3);
  print(
    `${format}: ${list.length} files, recall ${mean('recall')}, precision ${mean('precision')}, in order ${mean('order')}`,
  );
  for (const { name, recall, precision } of list.toSorted((a, b) => a.recall - b.recall).slice(0, 5))
    print(`  ${recall.toFixed(3)} ${precision.toFixed(3)} ${name}`);
}
for (const line of refused) print(`refused: ${line}`);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Words in small letters; each character of scripts without spaces is one. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('\u00AD', '');
  return plain.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]|[\p{L}\p{N}]+/gu) ?? [];
}

function compare(expected: readonly string[], found: readonly string[]): Omit<Score, 'name'> {
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of expected) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared++;
    left.set(word, count - 1);
  }
  const [first, second] = [expected.slice(0, ORDERED), found.slice(0, ORDERED)];
  const order = longestCommon(first, second) / Math.max(1, Math.min(first.length, second.length));
  return { recall: shared / expected.length, precision: shared / Math.max(1, found.length), order };
}

/** The length of the longest sequence of words that both have in this order. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  let above = new Uint16Array(other.length + 1);
  for (const word of one) {
    const row = new Uint16Array(other.length + 1);
    for (const [at, each] of other.entries())
      row[at + 1] = each === word ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0);
    above = row;
  }
  return above.at(-1) ?? 0;
}
