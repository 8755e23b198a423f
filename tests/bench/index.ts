import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { CollectionId, Document } from '../../src/core/library/documents/document.ts';
import { splitPassages } from '../../src/core/library/documents/passages.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import { loadLanguage } from '../../src/core/text/languages.ts';
import { createDocument, createIndexedDocument } from '../fakes/documents.ts';
import { queryFor } from '../fakes/query.ts';

// The index's CPU time and memory, and the longest wait of other work while it changes.
//   node --expose-gc tests/bench/index.ts 10000        (Node 22.18 or later; the number of passages)
const PASSAGES = Number(process.argv[2] ?? 10_000);
const HUGE = 1e7; // characters
const QUESTIONS = 200;
const dir = process.env.DOSSIER_EVALUATION_DIR ?? '../shared/evaluation';
const ALL = ['all' as CollectionId];

const { texts, questions } = existsSync(dir) ? readSets() : makeUp();
const indexed = take(texts).map((document) => ({ document, passages: split(document) }));
const text = texts.map((document) => document.text).join('\n\n');
const huge = createIndexedDocument('all/huge', { text: text.repeat(1 + HUGE / text.length).slice(0, HUGE) });
const queries = await Promise.all(questions.map(queryFor));
await loadLanguage('en'); // its packages take some 50 ms, once

const before = memory();
const index = createMiniSearchIndex();
await timed('adding all', () => index.add(indexed));
report('memory', `${(memory() - before).toFixed(1)} MB for ${index.size} passages`);
for (const round of ['first', 'second'])
  await timed(`${queries.length} searches, ${round} time`, async () => {
    for (const query of queries) await index.search(query, ALL, 30);
  });
let saved: readonly string[] = [];
await timed('saving', () => {
  saved = [...index.save()];
});
report('saved', `${(saved.join('\n').length / 1e6).toFixed(2)} MB`);
const byId = new Map(indexed.map((each) => [each.document.id, each]));
await timed('loading', () => createMiniSearchIndex().load(saved, (id) => byId.get(id) ?? null));
await timed(`adding 10 MB, ${huge.passages.length} passages`, () => index.add([huge]));
await timed('replacing them', () => index.add([huge]));
await timed('removing them', () => index.remove([huge.document.id]));
await timed('removing a tenth, one by one', async () => {
  for (const { document } of indexed.slice(0, indexed.length / 10)) await index.remove([document.id]);
});

function readSets(): { texts: readonly Document[]; questions: readonly string[] } {
  const sets = readdirSync(dir).filter((set) => existsSync(join(dir, set, 'dev/qrels.tsv')));
  const rows = (path: string) => readFileSync(join(dir, path), 'utf8').split('\n').filter(Boolean);
  const asked = sets.map((set) => rows(`${set}/dev/queries.jsonl`).slice(0, QUESTIONS / sets.length));
  return {
    texts: sets.flatMap((set) =>
      rows(`${set}/documents.jsonl`).map((row) => {
        const { id, title, text } = JSON.parse(row);
        return createDocument(`all/${set}/${id}`, { title: title || null, text });
      }),
    ),
    questions: asked.flat().map((row): string => JSON.parse(row).text),
  };
}

/** Words drawn so that the n-th is 1/n as frequent as the first, from a fixed seed. */
function makeUp(): { texts: readonly Document[]; questions: readonly string[] } {
  let state = 1;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const phrase = (length: number) =>
    Array.from({ length }, () => `w${Math.floor(30_000 ** random()).toString(36)}`).join(' ');
  const text = () => Array.from({ length: 5 }, () => `${phrase(90)}.`).join('\n\n');
  return {
    texts: Array.from({ length: PASSAGES / 5 }, (_, at) =>
      createDocument(`all/${at}`, { title: phrase(5), text: text() }),
    ),
    questions: Array.from({ length: QUESTIONS }, () => phrase(6)),
  };
}

/** Takes as many documents as have the requested number of passages. */
function take(documents: readonly Document[]): readonly Document[] {
  let passages = 0;
  return documents.filter((document) => {
    passages += split(document).length;
    return passages <= PASSAGES;
  });
}

function split({ text, language }: Document) {
  return splitPassages(text, language);
}

/** Reports the CPU time of some work, and the longest that other work had to wait. */
async function timed(name: string, run: () => void | Promise<void>): Promise<void> {
  let [last, longest, running] = [performance.now(), 0, true];
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (running) setImmediate(look);
  };
  setImmediate(look);
  const start = process.cpuUsage();
  await run();
  running = false;
  const { user, system } = process.cpuUsage(start);
  report(name, `${((user + system) / 1000).toFixed(0)} ms CPU, longest wait ${longest.toFixed(0)} ms`);
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

function report(name: string, figure: string): void {
  process.stdout.write(`${name.padEnd(34)} ${figure}\n`);
}
