import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { NEW_CONVERSATION } from '../../src/core/conversations/conversation.ts';
import { parseQuestion } from '../../src/core/conversations/follow-up.ts';
import type { CollectionId, Document } from '../../src/core/library/documents/document.ts';
import { splitPassages } from '../../src/core/library/documents/passages.ts';
import { createMemoryLibrary } from '../../src/core/library/memory-library.ts';
import { searchAnswer } from '../../src/core/quoting/answer-reply.ts';
import { createRetriever } from '../../src/core/quoting/create-retriever.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import { createContents, createDocument } from '../fakes/documents.ts';

// The CPU time of a question compared with MiniSearch's own search, in one run:
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

let passages = 0;
const indexed = texts
  .map((document) => ({ document, passages: splitPassages(document.text, document.language) }))
  .filter((each) => {
    passages += each.passages.length;
    return passages <= PASSAGES;
  });
const documents = indexed.map(({ document }) => document);
const library = createMemoryLibrary(createContents(documents));

const index = createMiniSearchIndex();
await timed(`Dossier indexes ${documents.length} documents`, 1, () => index.add(indexed));
const plain = new MiniSearch({ fields: ['text'] });
await timed('MiniSearch indexes the same', 1, () => {
  for (const { document, passages: slices } of indexed)
    for (const [at, { start, end }] of slices.entries())
      plain.add({ id: `${document.id}#${at}`, text: document.text.slice(start, end) });
});
process.stdout.write(`${index.size} passages, ${questions.length} questions\n`);

const retriever = createRetriever({ library, index });
const scope = library.scopeFor({
  ...{ platform: 'chat', workspace: 'w', channel: 'c', user: 'u', private: false, local: true },
});
const ask = async (text: string) => {
  const question = await parseQuestion(retriever, {
    ...{ text, conversation: NEW_CONVERSATION, scope, synonyms: [], at: new Date(0) },
  });
  return searchAnswer(retriever, scope, { question, shown: [], onlyNew: false });
};
const find = async (text: string) => index.search(await retriever.parse(text, scope), [all], 30);
for (const question of questions.slice(0, 20)) [plain.search(question), await ask(question)]; // warm

const every = (run: (question: string) => unknown) => async () => {
  for (const question of questions) await run(question);
};
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
