import { afterTurn, type Conversation, NEW_CONVERSATION } from '../../core/conversations/conversation.ts';
import { understand } from '../../core/conversations/follow-up.ts';
import { createCorpus } from '../../core/library/corpus.ts';
import type { CollectionId } from '../../core/library/document.ts';
import { findAnswer } from '../../core/quoting/answer.ts';
import type { Search } from '../../core/quoting/candidates.ts';
import type { Understood } from '../../core/quoting/question.ts';
import type { QuotedPlace } from '../../core/quoting/quoted-place.ts';
import { createSearching, type Searching } from '../../core/quoting/retrieval.ts';
import { ANSWER_BUDGET } from '../../core/quoting/selection.ts';
import { emptyReply } from '../../core/replies/reply.ts';
import type { PassageIndex } from '../../core/search/passage-index.ts';
import type { Query } from '../../core/search/query.ts';
import { idInSet, type JudgedQuery, type JudgedSet } from './judged-set.ts';

/** One document of a ranking; the excerpts shown lead, each with its text. */
export interface Ranked {
  readonly doc_id: string;
  readonly passage_text: string;
  readonly score: number;
}

/** What Dossier makes of one query. */
export interface RunLine {
  readonly query_id: string;
  readonly ranked: readonly Ranked[];
  readonly abstained: boolean;
  readonly confidence: number;
}

const MAX_PASSAGES = 400; // looked through for the ranking
const MAX_DOCUMENTS = 100;

/** Asks every query of a set as in chat, the set's documents being the corpus; tells how far it is. */
export async function runJudgedSet(
  set: JudgedSet,
  index: PassageIndex,
  progress: (done: number, of: number) => void,
): Promise<RunLine[]> {
  const collection = { id: set.name as CollectionId, title: null, readable: 'everywhere' } as const;
  const corpus = createCorpus({
    documents: set.documents,
    collections: [collection],
    topics: [],
    refused: [],
  });
  await index.add(set.documents.map((document) => ({ document, passages: corpus.passages(document.id) })));
  const searching = createSearching(corpus, index);
  await searching.prepare();
  const asker = createAsker(searching, set.name);
  return set.queries.map((query, at) => {
    progress(at, set.queries.length);
    return asker(query);
  });
}

/** Asks one query after its conversation was replayed. */
function createAsker(searching: Searching, set: string): (query: JudgedQuery) => RunLine {
  const search = searching.searchFor({
    ...{ platform: 'terminal', workspace: 'local', channel: 'terminal', user: 'local' },
    private: false,
  });
  const understanding = {
    read: (text: string): Query => searching.parse(text, search),
    vocabulary: search.index.vocabulary(search.collections),
  };
  return ({ id, text, history }) => {
    let conversation: Conversation = NEW_CONVERSATION;
    for (const turn of history) {
      if (turn.role === 'user')
        conversation = remember(conversation, understand(turn.text, conversation, understanding));
      else
        conversation = {
          ...conversation,
          shown: [...conversation.shown, ...recognise(turn.text, search, searching)],
        };
    }
    return answerLine(id, set, understand(text, conversation, understanding), conversation.shown, search);
  };
}

function remember(conversation: Conversation, understood: Understood): Conversation {
  const coverage = { documents: 0, newest: null, undated: 0 };
  return afterTurn(
    conversation,
    understood,
    emptyReply('answer', { conversation: '', command: 'ask', coverage }),
  );
}

/** The sentences of the documents that an earlier answer showed word for word. */
function recognise(text: string, search: Search, searching: Searching): QuotedPlace[] {
  const flat = text.replace(/\s+/g, ' ');
  const hits = search.index.search(searching.parse(text, search), search.collections, 5);
  return hits.flatMap(({ document, passage }) =>
    search.corpus.sentences(document, passage).flatMap((slice) => {
      const sentence = search.corpus.document(document)?.text.slice(slice.start, slice.end) ?? '';
      return flat.includes(sentence.replace(/\s+/g, ' ')) ? [{ document, ...slice }] : [];
    }),
  );
}

function answerLine(
  id: string,
  set: string,
  understood: Understood,
  shown: readonly QuotedPlace[],
  search: Search,
): RunLine {
  const found = findAnswer(understood, search, { budget: ANSWER_BUDGET, shown, onlyNew: false });
  const excerpts = found.quotations.map(({ excerpt }) => ({
    doc_id: idInSet(excerpt.document.id, set),
    passage_text: excerpt.text,
    score: excerpt.score,
  }));
  return {
    query_id: id,
    ranked: [...(found.answered ? excerpts : []), ...rankDocuments(understood.query, set, search)],
    abstained: !found.answered,
    confidence: found.confidence,
  };
}

function rankDocuments(query: Query, set: string, search: Search): Ranked[] {
  const scores = new Map<string, number>();
  for (const hit of search.index.search(query, search.collections, MAX_PASSAGES)) {
    scores.set(idInSet(hit.document, set), hit.documentScore);
  }
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_DOCUMENTS)
    .map(([doc_id, score]) => ({ doc_id, passage_text: '', score }));
}
