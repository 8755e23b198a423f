import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import MiniSearch from 'minisearch';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import type { IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import { openSegmentIndex, type SegmentIndex } from '../../src/core/search/segments/segment-index.ts';
import { loadLanguage } from '../../src/core/text/languages.ts';
import { openSegmentFile } from '../../src/stores/sql/corpus/segment-file.ts';
import { createSegmentStore } from '../../src/stores/sql/corpus/segment-store.ts';
import { queryFor } from '../fakes/query.ts';
import { askQuestions, readSentences, recombine } from './large-corpus.ts';

// An index in SQLite: CPU time, memory, and the longest wait of other work while it is written and merged.
//   node --expose-gc tests/bench/segments.ts 100000 100     (Node 22.18 or later; passages, documents added together)
// With COMPARE=1, MiniSearch's default is asked the same in the same run; with KEEP=<folder> the index is kept, and
// only asked if it is there already.
const PASSAGES = Number(process.argv[2] ?? 100_000);
const TOGETHER = Number(process.argv[3] ?? 100);
const QUESTIONS = 300;
const ALL = ['all' as CollectionId];

const cpu = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000;
const rss = () => process.memoryUsage().rss / 1e6;
const report = (what: string, value: string) => process.stdout.write(`${what}: ${value}\n`);

const sentences = readSentences();
const queries = await Promise.all(askQuestions(sentences, QUESTIONS).map(queryFor));
await loadLanguage('en');
const folder = process.env.KEEP ?? mkdtempSync(join(tmpdir(), 'dossier-segments-'));
const path = join(folder, 'corpus.db');
const before = rss();
await build();
await ask();
if (process.env.COMPARE) await compare();
if (!process.env.KEEP) rmSync(folder, { recursive: true });

async function open() {
  const database = await openSegmentFile(path);
  const store = createSegmentStore(database.read, database.write);
  const now = () => new Date();
  const index = await openSegmentIndex(store, { now, report: (error) => report('error', String(error)) });
  return { database, index };
}

async function build(): Promise<void> {
  const { database, index } = await open();
  if (index.size === 0) await fill(index);
  await index.keepUp();
  await index.stop();
  await database.close();
}

async function fill(index: SegmentIndex): Promise<void> {
  const turns = watchTurns();
  let own = 0; // CPU time of making the texts
  const batch: IndexedDocument[] = [];
  const begun = cpu();
  for (let making = cpu(), all = recombine(sentences, PASSAGES); ; making = cpu()) {
    const next = all.next();
    own += cpu() - making;
    await new Promise((resolve) => setImmediate(resolve));
    if (!next.done) batch.push(next.value);
    if (batch.length > 0 && (next.done || batch.length === TOGETHER)) {
      await index.add(batch);
      batch.length = 0;
    }
    if (next.done) break;
  }
  await index.keepUp();
  const spent = cpu() - begun - own;
  report('indexed', `${index.size} passages, ${((index.size * 1000) / spent).toFixed(0)} per CPU second`);
  report('turns of the main loop', describe(turns.end()));
  report('memory at the end', `${rss().toFixed(0)} MB`);
}

/** Measures the CPU time of each turn of the event loop, so that other processes don't count. */
function watchTurns() {
  const lengths: number[] = [];
  let last = cpu();
  let watching = true;
  const turn = () => {
    const now = cpu();
    lengths.push(now - last);
    last = now;
    if (watching) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    end() {
      watching = false;
      return lengths;
    },
  };
}

async function ask(): Promise<void> {
  globalThis.gc?.();
  const started = [cpu(), performance.now()] as const;
  const { database, index } = await open();
  report(
    'opened',
    `${(cpu() - started[0]).toFixed(1)} ms CPU, ${(performance.now() - started[1]).toFixed(1)} ms`,
  );
  report('holds', `${index.size} passages`);
  report('file', `${(statSync(path).size / 1e6).toFixed(0)} MB`);
  for (const round of ['first', 'second']) {
    const times: number[] = [];
    for (const query of queries) {
      const from = cpu();
      await index.search(query, ALL, 30);
      times.push(cpu() - from);
    }
    report(`searches, ${round} time`, describe(times));
  }
  report('memory', `${rss().toFixed(0)} MB, ${before.toFixed(0)} MB of which before`);
  await index.stop();
  await database.close();
}

async function compare(): Promise<void> {
  const plain = new MiniSearch({ fields: ['text'] });
  for (const { document, passages } of recombine(sentences, PASSAGES))
    for (const [at, { start, end }] of passages.entries())
      plain.add({ id: `${document.id}#${at}`, text: document.text.slice(start, end) });
  const times: number[] = [];
  for (const question of askQuestions(sentences, QUESTIONS)) {
    const from = cpu();
    plain.search(question);
    times.push(cpu() - from);
  }
  report('MiniSearch', describe(times));
}

function describe(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  const mean = times.reduce((sum, each) => sum + each, 0) / times.length;
  return `${mean.toFixed(1)} ms CPU, p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, most ${at(1)}`;
}
