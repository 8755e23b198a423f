import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gunzipSync } from 'node:zlib';
import { removeFurniture } from '../../src/readers/clean/furniture.ts';
import { htmlReader } from '../../src/readers/html/reader.ts';

interface Page {
  readonly id: string;
  readonly text: string;
}

interface Gold {
  readonly query_id: string;
  readonly references: readonly [string];
}

interface Score {
  readonly precision: number;
  readonly recall: number;
}

const SHINGLE = 4; // words compared at a time, as in scrapinghub/article-extraction-benchmark

const folder = join(process.env.DOSSIER_EVALUATION_DIR ?? '../shared/evaluation', 'extraction');
const pages = new Map(readLines<Page>('documents.jsonl').map((page) => [page.id, page.text]));
const scores = readLines<Gold>('dev/references.jsonl').map((gold) =>
  score(removeFurniture(pages.get(gold.query_id) ?? '').text, gold.references[0]),
);
report('all', scores);
report(
  'even',
  scores.filter((_, index) => index % 2 === 0),
);
report(
  'odd',
  scores.filter((_, index) => index % 2 === 1),
);

const [, , runFile] = process.argv; // where to write the pages as a run for the scorer
const raw = await readRawPages();
const golds = new Map(
  readLines<Gold>('dev/references.jsonl').map((gold) => [gold.query_id, gold.references[0]]),
);
report(
  'html',
  raw.map(({ id, text }) => score(text, golds.get(id) ?? '')),
);
if (runFile)
  writeFileSync(runFile, raw.map(({ id, text }) => `${JSON.stringify({ query_id: id, text })}\n`).join(''));

/** The articles that the reader finds in the pages of which the set has the markup. */
async function readRawPages(): Promise<readonly Page[]> {
  const names = readdirSync(join(folder, 'html')).sort();
  return Promise.all(
    names.map(async (name) => {
      const { text } = await htmlReader.read(gunzipSync(readFileSync(join(folder, 'html', name))), name);
      return { id: name.replace(/\.html\.gz$/, ''), text };
    }),
  );
}

function readLines<Row>(name: string): readonly Row[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
  return lines.map((line): Row => JSON.parse(line));
}

function score(found: string, gold: string): Score {
  const [found4, gold4] = [countShingles(found), countShingles(gold)];
  let shared = 0;
  for (const [shingle, count] of found4) shared += Math.min(count, gold4.get(shingle) ?? 0);
  return { precision: shared / Math.max(1, total(found4)), recall: shared / Math.max(1, total(gold4)) };
}

function countShingles(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at === 0 || at + SHINGLE <= words.length; at++) {
    const shingle = words.slice(at, at + SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function report(name: string, each: readonly Score[]): void {
  const mean = (of: (score: Score) => number) => each.reduce((sum, one) => sum + of(one), 0) / each.length;
  const [precision, recall] = [mean((one) => one.precision), mean((one) => one.recall)];
  const f1 = (2 * precision * recall) / (precision + recall);
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(4));
  process.stdout.write(
    `${name.padEnd(5)} pages ${each.length}  P ${figures[0]}  R ${figures[1]}  F1 ${figures[2]}\n`,
  );
}
