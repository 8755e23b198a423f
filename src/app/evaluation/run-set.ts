import { afterTurn, type Conversation, NEW_CONVERSATION } from '../../core/conversations/conversation.ts';
import { parseQuestion } from '../../core/conversations/follow-up.ts';
import { NO_COVERAGE } from '../../core/library/coverage.ts';
import type { CollectionId } from '../../core/library/documents/document.ts';
import { sentencesOf } from '../../core/library/documents/indexed-document.ts';
import type { Library, Scope } from '../../core/library/library.ts';
import { createMemoryLibrary } from '../../core/library/memory-library.ts';
import type { Findings } from '../../core/quoting/answer.ts';
import { searchAnswer } from '../../core/quoting/answer-reply.ts';
import { createRetriever } from '../../core/quoting/create-retriever.ts';
import { inContext } from '../../core/quoting/find-passages.ts';
import type { Question } from '../../core/quoting/question.ts';
import type { QuotedPlace } from '../../core/quoting/quoted-place.ts';
import type { Retriever } from '../../core/quoting/retriever.ts';
import { NEIGHBOURS_WORTH } from '../../core/quoting/sentence-score.ts';
import type { NothingReply } from '../../core/replies/reply.ts';
import type { PassageIndex } from '../../core/search/passage-index.ts';
import { idInSet, type JudgedQuery, type JudgedSet } from './judged-set.ts';

/** One document of a ranking; the excerpts shown come first, each with its text. */
export interface Ranked {
  readonly doc_id: string;
  readonly passage_text: string;
  readonly score: number;
}

/** Dossier's result for one query. */
export interface RunLine {
  readonly query_id: string;
  readonly ranked: readonly Ranked[];
  readonly abstained: boolean;
  readonly confidence: number;
}

/** Asks every query of a set as in chat, with the set's documents as the corpus, and reports progress. */
export async function runJudgedSet(
  set: JudgedSet,
  index: PassageIndex,
  progress: (done: number, of: number) => void,
): Promise<RunLine[]> {
  const world = await openSet(set, index);
  const lines: RunLine[] = [];
  for (const [at, query] of set.queries.entries()) {
    progress(at, set.queries.length);
    lines.push(await runQuery(query, world));
  }
  return lines;
}

/** A judged set, ready to be asked. */
export interface OpenSet {
  readonly name: string;
  readonly library: Library;
  readonly retriever: Retriever;
  readonly scope: Scope;
}

// Everyone may read the documents of a judged set.
const ANYONE = {
  ...{ platform: 'evaluation', workspace: 'local', channel: 'local', user: 'local' },
  ...{ private: false, local: true },
};

/** Opens a set: its documents become the corpus, which everyone may read. */
export async function openSet({ name, documents }: JudgedSet, index: PassageIndex): Promise<OpenSet> {
  const collections = [{ id: name as CollectionId, title: null, readable: 'everywhere' } as const];
  const library = createMemoryLibrary({ documents, collections });
  await index.add(documents.flatMap(({ id }) => library.get(id) ?? []));
  const retriever = createRetriever({ library, index });
  return { name, library, retriever, scope: library.scopeFor(ANYONE) };
}

/** Replays a query's conversation, asks the query, and ranks the documents for it. */
async function runQuery({ id, text, history }: JudgedQuery, world: OpenSet): Promise<RunLine> {
  const conversation = await replay(history, world);
  const question = await parse(text, conversation, world);
  const { shown } = conversation;
  const found = await searchAnswer(world.retriever, world.scope, { question, shown, onlyNew: false });
  const excerpts = found.quotations.map(({ excerpt }) => ({
    doc_id: idInSet(excerpt.document.id, world.name),
    passage_text: excerpt.text,
    score: excerpt.score,
  }));
  return {
    query_id: id,
    ranked: [
      ...(found.answered ? excerpts : []),
      ...(await rankDocuments({ question, shown, found }, world)),
    ],
    abstained: !found.answered,
    confidence: found.confidence,
  };
}

async function replay(history: JudgedQuery['history'], world: OpenSet): Promise<Conversation> {
  let conversation = NEW_CONVERSATION;
  for (const { role, text } of history) {
    if (role === 'user') {
      conversation = afterTurn(conversation, await parse(text, conversation, world), NO_REPLY);
    } else {
      const shown = [...conversation.shown, ...(await findQuoted(text, world))];
      conversation = { ...conversation, shown };
    }
  }
  return conversation;
}

/** In place of Dossier's own reply to an earlier turn: the set says what was replied. */
const NO_REPLY: NothingReply = {
  ...{ kind: 'nothing', id: null, conversation: '', command: 'ask', topic: null, question: null },
  ...{ headline: null, nearest: [], sources: [], unknownWords: [], note: null, more: false },
  coverage: NO_COVERAGE,
};

/** A set doesn't say when its questions were asked, so “last year” finds no documents of a year. */
const NO_DAY = new Date(0);

function parse(text: string, conversation: Conversation, { retriever, scope }: OpenSet): Promise<Question> {
  return parseQuestion(retriever, { text, conversation, scope, synonyms: [], at: NO_DAY });
}

const MAX_RECOGNIZED = 5; // passages searched for what an earlier answer quoted

/** Finds the sentences of the documents that an earlier answer quoted word for word. */
async function findQuoted(text: string, { retriever, scope, library }: OpenSet): Promise<QuotedPlace[]> {
  const flat = text.replace(/\s+/g, ' ');
  const query = await retriever.parse(text, scope);
  const hits = await retriever.index.search(query, scope.collections, MAX_RECOGNIZED);
  const documents = await library.load(hits.map(({ document }) => document));
  return hits.flatMap(({ document, passage }) => {
    const indexed = documents.get(document);
    if (!indexed) return [];
    return sentencesOf(indexed, passage)
      .filter(({ start, end }) => flat.includes(indexed.document.text.slice(start, end).replace(/\s+/g, ' ')))
      .map((slice) => ({ document, ...slice }));
  });
}

const MAX_PASSAGES = 400; // searched for the ranking
const MAX_DOCUMENTS = 100;

/** A query, what was shown before, and what was found. */
interface AnsweredQuery {
  readonly question: Question;
  readonly shown: readonly QuotedPlace[];
  readonly found: Findings;
}

/** Ranks documents as the search in the conversation's context does; one loses by the share of it that was shown. */
async function rankDocuments(
  { question: { query, around }, shown, found }: AnsweredQuery,
  { name, retriever, scope, library }: OpenSet,
): Promise<Ranked[]> {
  const wider = around ? inContext(query, around) : query;
  const hits = await retriever.index.search(wider, scope.collections, MAX_PASSAGES);
  const best = Math.max(Number.EPSILON, ...hits.map(({ documentScore }) => documentScore));
  const likeness = new Map(
    found.considered.map((each) => [each.document.id, each.features?.neighbours ?? 0]),
  );
  const scores = new Map(
    hits.map(({ document, documentScore }) => [
      document,
      documentScore / best + NEIGHBOURS_WORTH * (likeness.get(document) ?? 0),
    ]),
  );
  const documents = await library.load(new Set(shown.map(({ document }) => document)));
  for (const [id, { document }] of documents) {
    const places = shown.filter((place) => place.document === id);
    const share = places.reduce((sum, { start, end }) => sum + end - start, 0) / document.text.length;
    scores.set(id, (scores.get(id) ?? 0) * Math.max(LEAST_LEFT, 1 - share));
  }
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_DOCUMENTS)
    .map(([id, score]) => ({ doc_id: idInSet(id, name), passage_text: '', score }));
}

const LEAST_LEFT = 0.1; // of the score of a document that was shown whole
