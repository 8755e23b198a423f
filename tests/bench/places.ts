import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseJudgedSet } from '../../src/app/evaluation/judged-set.ts';
import { runJudgedSet } from '../../src/app/evaluation/run-set.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import { openSegmentIndex } from '../../src/core/search/segments/segment-index.ts';
import { openSegmentFile } from '../../src/stores/sql/corpus/segment-file.ts';
import { createSegmentStore } from '../../src/stores/sql/corpus/segment-store.ts';

// Whether judged sets get the same runs from an index in memory and from one in SQLite:
//   node tests/bench/places.ts 100 time cran        (Node 22.18 or later; queries of each set, the sets)
const QUERIES = Number(process.argv[2] ?? Number.POSITIVE_INFINITY);
const dir = process.env.DOSSIER_EVALUATION_DIR ?? '../shared/evaluation';
const named = process.argv.slice(3);
const sets = named.length > 0 ? named : readdirSync(dir).filter((name) => existsSync(join(dir, name, 'dev')));

const folder = mkdtempSync(join(tmpdir(), 'dossier-places-'));

async function createStored(name: string) {
  const { read, write } = await openSegmentFile(join(folder, `${name}.db`));
  const report = (error: unknown) => process.stderr.write(`${error}\n`);
  return openSegmentIndex(createSegmentStore(read, write), { now: () => new Date(), report });
}

for (const name of sets) {
  const read = (file: string) => {
    const path = join(dir, name, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const whole = parseJudgedSet(name, {
    documents: read('documents.jsonl'),
    queries: read('dev/queries.jsonl'),
    relevant: '',
    answers: '',
  });
  const set = { ...whole, queries: whole.queries.slice(0, QUERIES) };
  const [memory, stored] = [
    await runJudgedSet(set, createMiniSearchIndex(), () => {}),
    await runJudgedSet(set, await createStored(name), () => {}),
  ];
  const different = memory.filter((line, at) => JSON.stringify(line) !== JSON.stringify(stored[at]));
  process.stdout.write(`${name}: ${different.length} of ${set.queries.length} queries differ\n`);
  for (const { query_id } of different.slice(0, 5)) process.stdout.write(`  ${query_id}\n`);
}
rmSync(folder, { recursive: true });
