import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { parseNarrowing } from '../../src/core/bot/narrowing-options.ts';
import { parseNumber } from '../../src/core/bot/parse-number.ts';
import { type Narrowing, narrowScope } from '../../src/core/library/documents/narrowing.ts';
import type { Library } from '../../src/core/library/library.ts';
import { answerId, audienceKey } from '../../src/core/quoting/answer-id.ts';
import { documentsOf } from '../../src/core/quoting/candidate.ts';
import { cite } from '../../src/core/quoting/citations.ts';
import { type FoldedHits, foldCopies } from '../../src/core/quoting/quoted-copies.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';
import { replyContext } from '../../src/core/replies/compose-reply.ts';
import { countDocuments } from '../../src/core/replies/coverage.ts';
import { narrowedLine } from '../../src/core/replies/narrowed-line.ts';
import type { NothingReply, SearchReply } from '../../src/core/replies/reply.ts';
import { isKnown } from '../../src/core/search/concept-information.ts';
import {
  parseSearchWords,
  replaceConditions,
  type SearchWords,
  withoutPage,
} from '../../src/core/search/search-words.ts';
import { echo } from '../../src/core/text/echo.ts';
import { hint, optionHint } from '../../src/core/text/hint.ts';
import { tellUnknown } from '../../src/core/text/tell-unknown.ts';
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
  const size = parseNumber('limit', limit ?? typed.limit, hitsPerPage(typed), MAX_LIMIT);
  const number = parseNumber('page', page ?? typed.page, 1, MAX_PASSAGES);
  const narrowing = await parseNarrowing(library, context, typed);
  const { scope, narrowed } = await narrowScope(library, context, narrowing);
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
  const unknown = query.concepts.filter((concept) => !isKnown(concept, statistics));
  const unknownWords = await tellUnknown(
    unknown.map(({ written }) => written),
    typed.words,
  );
  const repeat = `${repeatable(words, narrowing)} limit:${size} page:${number}`;
  const id = answerId([repeat, audienceKey(context.audience), scope.version]);
  const { coverage } = scope;
  const asked = { ...replyContext(library, context, 'search'), coverage, id, question: words, unknownWords };
  const line = narrowedLine({ narrowing, narrowed, coverage });
  return { reply: pageReply(asked, hits, { size, page: number, line, narrowing }), repeat };
}

/** The words without their page, and with dates in place of “7d”, which is another day tomorrow. */
function repeatable(words: string, narrowing: Narrowing | null): string {
  const { since = null, before = null } = narrowing ?? {};
  const typed = withoutPage(words);
  return since === null && before === null ? typed : replaceConditions(typed, { since, before });
}

/** The hits on a page for each length, so that the same word works in every command. */
const HITS = { '30s': 2, '1m': DEFAULT_LIMIT, '3m': 10, all: MAX_LIMIT } as const;

/** The lengths of a page of hits. */
export const SEARCH_LENGTHS = ['30s', '1m', '3m', 'all'] as const satisfies readonly (keyof typeof HITS)[];

function hitsPerPage({ length }: SearchWords): number {
  const known = SEARCH_LENGTHS.find((each) => each === (length ?? '1m').toLowerCase());
  if (known !== undefined) return HITS[known];
  throw new UserError(`"${echo(length ?? '')}" is not a length. Choose ${SEARCH_LENGTHS.join(', ')}.`, {
    code: 'invalid-option',
    suggestions: SEARCH_LENGTHS,
  });
}

/** Makes a phrase of several words that are all function words: “The Who”, “to be or not to be”. */
function asItStands(typed: SearchWords): SearchWords {
  const isPhrase = /\S\s+\S/.test(typed.words) && typed.phrases.length + typed.either.length === 0;
  return isPhrase ? { ...typed, phrases: [typed.words] } : typed;
}

type About = Pick<SearchReply, 'conversation' | 'command' | 'coverage' | 'id' | 'question' | 'unknownWords'>;

interface Page {
  readonly size: number;
  /** From 1. */
  readonly page: number;
  /** What the search keeps to, and how that is told. */
  readonly narrowing: Narrowing | null;
  readonly line: string | null;
}

function pageReply(
  about: About,
  { hits, copies }: FoldedHits<SearchHit>,
  { size, page, line, narrowing }: Page,
): SearchReply | NothingReply {
  const shown = hits.slice((page - 1) * size, page * size);
  const pages = Math.ceil(hits.length / size);
  const more = page < pages;
  const note = [formatHits(hits, { page, pages, documents: about.coverage.documents }), line]
    .filter((each) => each !== null)
    .join(hits.length === 0 ? ' ' : ' · ');
  if (shown.length === 0)
    return {
      ...{ kind: 'nothing', ...about, id: null, topic: null, headline: null },
      ...{ nearest: [], sources: [], note, more },
    };
  const { points, sources } = cite(
    shown.map((excerpt) => ({ excerpt })),
    copies,
  );
  return { kind: 'search', ...about, points, sources, narrowing, note, more };
}

function nothingToLookFor({ without }: SearchWords): UserError {
  const problem =
    without.length > 0
      ? 'The search only excludes words. Add a search word'
      : 'The search is empty. Type search words';
  return new UserError(`${problem}, for example: ${hint('search', { words: '"annual report" -draft' })}`, {
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
  const next = page < pages ? ` · add ${optionHint({ page: String(page + 1) })} for more` : '';
  const passages = hits.length === 1 ? '1 passage' : `The best ${hits.length} passages`;
  return `${passages} in ${found} of ${countDocuments({ documents })} · page ${page} of ${pages}${next}`;
}
