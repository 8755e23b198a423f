import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { parseNumber } from '../../src/core/bot/parse-number.ts';
import type { Library } from '../../src/core/library/library.ts';
import { answerId, audienceKey } from '../../src/core/quoting/answer-id.ts';
import { documentsOf } from '../../src/core/quoting/candidate.ts';
import { cite } from '../../src/core/quoting/citations.ts';
import { type FoldedHits, foldCopies } from '../../src/core/quoting/quoted-copies.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';
import { replyContext } from '../../src/core/replies/compose-reply.ts';
import { countDocuments } from '../../src/core/replies/coverage.ts';
import type { NothingReply, SearchReply } from '../../src/core/replies/reply.ts';
import { isKnown } from '../../src/core/search/concept-information.ts';
import { parseSearchWords, type SearchWords, withoutPage } from '../../src/core/search/search-words.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { hasConditions } from './conditions.ts';
import { findHits, findOpenings, MAX_PASSAGES, type SearchHit } from './find-hits.ts';

/** The ports of a search. */
export interface SearchReplyPorts {
  readonly library: Library;
  readonly retriever: Retriever;
}

/** A search as typed. */
export interface SearchRequest {
  readonly words: string;
  readonly limit: string | null;
  readonly page: string | null;
}

/** A reply to a search, and the words that ask for the same page again. */
export interface RepeatableReply {
  readonly reply: SearchReply | NothingReply;
  readonly repeat: string;
}

const DEFAULT_LIMIT = 5;
/** The most hits on a page. */
export const MAX_LIMIT = 20;

/** Composes one page of the passages that a search finds, in rank order, each by its best sentence. */
export async function composeSearchReply(
  { library, retriever }: SearchReplyPorts,
  context: RequestContext,
  { words, limit, page }: SearchRequest,
): Promise<RepeatableReply> {
  const typed = parseSearchWords(words);
  const size = parseNumber('limit', limit ?? typed.limit, DEFAULT_LIMIT, MAX_LIMIT);
  const number = parseNumber('page', page ?? typed.page, 1, MAX_PASSAGES);
  const scope = library.scopeFor(context.audience);
  const query = await retriever.parse(typed.words, scope);
  const wanted = query.concepts.length > 0 ? typed : asItStands(typed);
  if (query.concepts.length === 0 && !hasConditions(wanted)) throw nothingToLookFor(wanted);
  const found =
    query.concepts.length > 0
      ? await findHits(retriever, scope, { wanted, query })
      : await findOpenings(library, scope, wanted);
  const documents = await library.load(documentsOf(found));
  const hits = foldCopies(found, { documents, tokenize: await retriever.tokenizer() });
  const statistics = await retriever.statistics(query.concepts, scope);
  const unknownWords = query.concepts
    .filter((concept) => !isKnown(concept, statistics))
    .map(({ written }) => written);
  const repeat = `${withoutPage(words)} limit:${size} page:${number}`;
  const id = answerId([repeat, audienceKey(context.audience), scope.version]);
  const about = { ...replyContext(library, context, 'search'), id, question: words, unknownWords };
  return { reply: pageReply(about, hits, { size, page: number }), repeat };
}

/** Makes a phrase of several words that are all function words: “The Who”, “to be or not to be”. */
function asItStands(typed: SearchWords): SearchWords {
  const isPhrase = /\S\s+\S/.test(typed.words) && typed.phrases.length === 0;
  return isPhrase ? { ...typed, phrases: [typed.words] } : typed;
}

type About = Pick<SearchReply, 'conversation' | 'command' | 'coverage' | 'id' | 'question' | 'unknownWords'>;

interface Page {
  readonly size: number;
  /** From 1. */
  readonly page: number;
}

function pageReply(
  about: About,
  { hits, copies }: FoldedHits<SearchHit>,
  { size, page }: Page,
): SearchReply | NothingReply {
  const shown = hits.slice((page - 1) * size, page * size);
  const pages = Math.ceil(hits.length / size);
  const more = page < pages;
  const note = formatHits(hits, { page, pages, documents: about.coverage.documents });
  if (shown.length === 0)
    return {
      ...{ kind: 'nothing', ...about, id: null, topic: null, headline: null },
      ...{ nearest: [], sources: [], note, more },
    };
  const { points, sources } = cite(
    shown.map((excerpt) => ({ excerpt })),
    copies,
  );
  return { kind: 'search', ...about, points, sources, note, more };
}

function nothingToLookFor({ without }: SearchWords): UserError {
  const problem =
    without.length > 0
      ? 'The search only excludes words. Add a search word'
      : 'The search is empty. Type search words';
  return new UserError(`${problem}, for example: /search "liaison office" -Ukraine`, {
    code: 'empty-question',
  });
}

function formatHits(
  hits: readonly SearchHit[],
  { page, pages, documents }: { page: number; pages: number; documents: number },
): string {
  if (hits.length === 0) return `Nothing in ${countDocuments({ documents })} matches.`;
  if (page > pages) return `The last page is ${pages}.`;
  const found = documentsOf(hits).size;
  const next = page < pages ? ` · add page:${page + 1} for more` : '';
  const passages = hits.length === 1 ? '1 passage' : `The best ${hits.length} passages`;
  return `${passages} in ${found} of ${countDocuments({ documents })} · page ${page} of ${pages}${next}`;
}
