/** Measures what `length:all` finds of the evidence in a judged set, next to shorter answers: node tests/bench/everything.ts <folder of the set> */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type JudgedSet, parseJudgedSet } from '../../src/app/evaluation/judged-set.ts';
import { NEW_CONVERSATION } from '../../src/core/conversations/conversation.ts';
import { parseQuestion } from '../../src/core/conversations/follow-up.ts';
import { searchAnswer } from '../../src/core/quoting/answer-reply.ts';
import type { AnswerLength } from '../../src/core/quoting/excerpt-budget.ts';
import { placeOf } from '../../src/core/quoting/excerpts.ts';
import type { Question } from '../../src/core/quoting/question.ts';
import type { QuotedPlace } from '../../src/core/quoting/quoted-place.ts';
import { openRetriever, type RetrievedWorld } from '../fakes/candidates.ts';
import { createContents } from '../fakes/documents.ts';

const [dir = ''] = process.argv.slice(2);
const set = await readSet(dir);
const world = await openRetriever(createContents(set.documents));
for (const length of ['1m', '3m', 'all'] as const) process.stdout.write(`${await measure(length)}\n`);

async function readSet(folder: string): Promise<JudgedSet> {
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  return parseJudgedSet(basename(folder), {
    documents: await read('documents.jsonl'),
    queries: await read('dev/queries.jsonl'),
    relevant: await read('dev/qrels.tsv'),
    answers: await read('dev/answers.jsonl'),
  });
}

async function measure(length: AnswerLength): Promise<string> {
  let [queries, evidence, found, excerpts, refused] = [0, 0, 0, 0, 0];
  for (const { id, text } of set.queries) {
    const judged = set.answers.get(id);
    if (!judged?.answerable || judged.evidence.length === 0) continue;
    const shown = await allPages(text, length, world);
    queries++;
    evidence += judged.evidence.length;
    found += judged.evidence.filter((sentence) => shown.some((quoted) => isSame(quoted, sentence))).length;
    excerpts += shown.length;
    if (shown.length === 0) refused++;
  }
  const recall = (found / evidence).toFixed(3);
  return `${length}: ${queries} queries, recall ${recall} of ${evidence}, ${(excerpts / queries).toFixed(1)} excerpts, ${refused} refused`;
}

/** What is shown for a question; of everything, all pages. */
async function allPages(text: string, length: AnswerLength, { retriever, scope }: RetrievedWorld) {
  const parsed = { text, conversation: NEW_CONVERSATION, scope, synonyms: [], at: new Date(0) };
  const question: Question = await parseQuestion(retriever, parsed);
  const texts: string[] = [];
  const shown: QuotedPlace[] = [];
  for (let more = true; more; ) {
    const page = { question, shown, onlyNew: shown.length > 0, length };
    const found = await searchAnswer(retriever, scope, page);
    const excerpts = found.answered ? found.quotations.map(({ excerpt }) => excerpt) : [];
    texts.push(...excerpts.map((excerpt) => excerpt.text));
    shown.push(...excerpts.map(placeOf));
    more = length === 'all' && found.more && excerpts.length > 0;
  }
  return texts;
}

function isSame(quoted: string, sentence: string): boolean {
  const [a, b] = [flat(quoted), flat(sentence)];
  return a.includes(b) || b.includes(a);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
