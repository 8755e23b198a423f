import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { NEW_CONVERSATION } from '../../src/core/conversations/conversation.ts';
import { understand } from '../../src/core/conversations/follow-up.ts';
import { createCorpus } from '../../src/core/library/corpus.ts';
import type { CollectionId, Document } from '../../src/core/library/document.ts';
import { findAnswer } from '../../src/core/quoting/answer.ts';
import { createSearching } from '../../src/core/quoting/retrieval.ts';
import { ANSWER_BUDGET } from '../../src/core/quoting/selection.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import { createContents, createDocument } from '../fakes/documents.ts';

// What a question costs beside MiniSearch as it comes, in CPU time of one run:
//   node tests/bench/search.ts        (Node 22.18 or later; needs DOSSIER_EVALUATION_DIR)
const SETS = ['time', 'squad2', 'scifact', 'cran', 'cisi', 'med'];
const PASSAGES = 10_000;
const QUESTIONS = 200;
const dir = process.env.DOSSIER_EVALUATION_DIR ?? '../shared/evaluation';
const all = 'all' as CollectionId;

const lines = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []);
const cpu = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000;

async function timed<T>(what: string, times: number, run: () => T | Promise<T>): Promise<number> {
  const begun = cpu();
  await run();
  const each = (cpu() - begun) / times;
  process.stdout.write(`${what}: ${each.toFixed(each < 100 ? 2 : 0)} ms CPU\n`);
  return each;
}

const sets = SETS.filter((name) => readdirSync(dir).includes(name));
const texts = sets.flatMap((name) =>
  lines(join(dir, name, 'documents.jsonl')).map((line): Document => {
    const { id, title, text } = JSON.parse(line);
    return createDocument(`all/${name}-${id}`, { title: title || null, text });
  }),
);
const questions = sets
  .flatMap((name) => lines(join(dir, name, 'dev', 'queries.jsonl')).slice(0, QUESTIONS / 4))
  .map((line): string => JSON.parse(line).text)
  .slice(0, QUESTIONS);

const whole = createCorpus(createContents(texts));
let passages = 0;
const documents = texts.filter(({ id }) => {
  passages += whole.passages(id).length;
  return passages <= PASSAGES;
});
const corpus = createCorpus(createContents(documents));
const indexed = documents.map((document) => ({ document, passages: corpus.passages(document.id) }));

const index = createMiniSearchIndex();
await timed(`Dossier indexes ${documents.length} documents`, 1, () => index.add(indexed));
const plain = new MiniSearch({ fields: ['text'] });
await timed('MiniSearch indexes the same', 1, () => {
  for (const { document, passages: slices } of indexed)
    for (const [at, { start, end }] of slices.entries())
      plain.add({ id: `${document.id}#${at}`, text: document.text.slice(start, end) });
});
process.stdout.write(`${index.size} passages, ${questions.length} questions\n`);

const searching = createSearching(corpus, index);
await searching.prepare();
const audience = {
  platform: 'terminal',
  workspace: 'local',
  channel: 'terminal',
  user: 'local',
  private: false,
};
const ask = (question: string) => {
  const search = searching.searchFor(audience);
  const vocabulary = index.vocabulary(search.collections);
  const read = (text: string) => searching.parse(text, search);
  const understood = understand(question, NEW_CONVERSATION, { read, vocabulary });
  return findAnswer(understood, search, { budget: ANSWER_BUDGET, shown: [], onlyNew: false });
};
const find = (question: string) =>
  index.search(searching.parse(question, searching.searchFor(audience)), [all], 30);
for (const question of questions.slice(0, 20)) [plain.search(question), ask(question)]; // warm

const every = (run: (question: string) => unknown) => () =>
  questions.forEach((question) => void run(question));
const base = await timed(
  'MiniSearch, a query',
  questions.length,
  every((question) => plain.search(question)),
);
const search = await timed('Dossier, a search', questions.length, every(find));
const answer = await timed('Dossier, a whole answer', questions.length, every(ask));
process.stdout.write(`ratios: search ${(search / base).toFixed(2)}, answer ${(answer / base).toFixed(2)}\n`);

let saved: string[] = [];
await timed('saving the index', 1, () => {
  saved = [...index.save()];
});
const byId = new Map(indexed.map((each) => [each.document.id, each]));
await timed('loading it', 1, () => createMiniSearchIndex().load(saved, (id) => byId.get(id) ?? null));
