import type { Call } from '../../src/core/bot/core.ts';
import { parseNumber } from '../../src/core/bot/parse-number.ts';
import { keep } from '../../src/core/conversations/recall.ts';
import { type Document, displayTitle } from '../../src/core/library/document.ts';
import { answerId } from '../../src/core/quoting/answer-id.ts';
import { type Candidate, findCandidates, type Search } from '../../src/core/quoting/candidates.ts';
import { cite } from '../../src/core/quoting/citations.ts';
import { countDocuments } from '../../src/core/replies/coverage.ts';
import { emptyReply, type Reply } from '../../src/core/replies/reply.ts';
import { isKnown } from '../../src/core/search/parse-query.ts';
import { parseSearchWords, type SearchWords, withoutPage } from '../../src/core/search/search-words.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** What a search is asked for, as typed. */
export interface SearchRequest {
  readonly words: string;
  readonly limit: string | null;
  readonly page: string | null;
}

const DEFAULT_LIMIT = 5;
/** Hits on a page, at most. */
export const MAX_LIMIT = 20;
/** Passages that a search looks at, hence the most pages there can be. */
export const MAX_PASSAGES = 500;
const MAX_PER_DOCUMENT = 2;

/** Lists passages in rank order, each by its best sentence, and keeps the list, so that it can be opened again and gone on with. */
export async function replyToSearch(call: Call, request: SearchRequest): Promise<Reply> {
  const { reply, repeat } = searchReply(call, request);
  if (reply.id !== null) await keep(call, { ...reply, question: repeat });
  return reply;
}

/** The page after one that was kept. */
export function nextHits(call: Call, kept: string): Promise<Reply> {
  const [, words = kept, page = '1'] = /^(.*) page:(\d+)$/s.exec(kept) ?? [];
  return replyToSearch(call, { words, limit: null, page: String(Number(page) + 1) });
}

/** The reply, and the words that ask for the same again. */
function searchReply(call: Call, { words, limit, page }: SearchRequest): { reply: Reply; repeat: string } {
  const { core, invocation, coverage } = call;
  const wanted = parseSearchWords(words);
  const size = parseNumber('limit', limit ?? wanted.limit, DEFAULT_LIMIT, MAX_LIMIT);
  const number = parseNumber('page', page ?? wanted.page, 1, MAX_PASSAGES);
  const search = core.searchFor(invocation.audience);
  const query = core.parse(wanted.words, search);
  if (query.concepts.length === 0 && !hasConditions(wanted)) throw nothingToLookFor(wanted);
  const hits = query.concepts.length > 0 ? findHits(wanted, query, search) : openings(wanted, search);
  const shown = hits.slice((number - 1) * size, number * size);
  const excerpts = shown.map((hit) => ({ excerpt: { ...hit, text: textOf(hit) }, label: null, weak: false }));
  const { points, sources } = cite(excerpts);
  const vocabulary = search.index.vocabulary(search.collections);
  const pages = Math.ceil(hits.length / size);
  const repeat = `${withoutPage(words)} limit:${size} page:${number}`;
  const { conversation, audience } = invocation;
  const reply = {
    ...emptyReply(points.length > 0 ? 'search' : 'nothing', { conversation, command: 'search', coverage }),
    id: points.length > 0 ? answerId([repeat, audience, core.versionFor(invocation)]) : null,
    question: words,
    points,
    sources,
    unknownWords: query.concepts
      .filter((concept) => !isKnown(concept, vocabulary))
      .map(({ written }) => written),
    more: number < pages,
    note: formatHits(hits, number, pages, coverage.documents),
  };
  return { reply, repeat };
}

/** What can be met without a word to rank by; to leave something out is not enough. */
function hasConditions({ phrases, title, from, before, after }: SearchWords): boolean {
  return phrases.length > 0 || [title, from, before, after].some((condition) => condition !== null);
}

function nothingToLookFor({ without }: SearchWords): UserError {
  const problem =
    without.length > 0
      ? 'Nothing is named but what to leave out. Add a word to look for'
      : 'There is nothing to look for. Type words that say what it is about';
  return new UserError(`${problem}, for example: /search "liaison office" -Ukraine`, {
    code: 'empty-question',
  });
}

/** The best sentence of each matching passage, at most two passages of a document. */
function findHits(
  wanted: SearchWords,
  query: Parameters<typeof findCandidates>[0]['query'],
  search: Search,
): Candidate[] {
  const candidates = findCandidates({ query, asked: query, kind: 'any' }, search, MAX_PASSAGES)
    .filter((candidate) => meets(candidate, wanted, search))
    .sort((a, b) => Number(holdsAll(b, wanted)) - Number(holdsAll(a, wanted)));
  return onePerPassage(candidates);
}

/** Without words to rank by: of each document that meets the conditions, its first sentence with every phrase. */
function openings(wanted: SearchWords, search: Search): Candidate[] {
  return search.corpus.documents
    .filter(({ collection }) => search.collections.includes(collection))
    .filter((document) => documentMeets(document, wanted) && textMeets(document, wanted))
    .flatMap((document) => firstSentence(document, wanted, search) ?? []);
}

function firstSentence(
  document: Document,
  { phrases }: SearchWords,
  { corpus, wordsOf }: Search,
): Candidate | null {
  for (const passage of corpus.passages(document.id).keys()) {
    for (const [at, slice] of corpus.sentences(document.id, passage).entries()) {
      const text = document.text.slice(slice.start, slice.end);
      if (!phrases.every((phrase) => holdsPhrase(plain(text), phrase))) continue;
      const terms = new Set(wordsOf(text, document.language).flatMap(({ term }) => term ?? []));
      return { document, passage, at, slice, terms, covered: 0, passageCovered: 0, score: 0 };
    }
  }
  return null;
}

/** The whole text, where no words say which passage is meant: a document that holds what is excluded is left out. */
function textMeets({ title, text }: Document, { phrases, without }: SearchWords): boolean {
  if (phrases.length + without.length === 0) return true;
  const whole = plain(`${title ?? ''}\n${text}`);
  return (
    phrases.every((phrase) => holdsPhrase(whole, phrase)) &&
    !without.some((phrase) => holdsPhrase(whole, phrase))
  );
}

function onePerPassage(candidates: readonly Candidate[]): Candidate[] {
  const passages = new Set<string>();
  const counts = new Map<string, number>();
  return candidates.filter(({ document: { id }, passage }) => {
    const count = counts.get(id) ?? 0;
    if (passages.has(`${id}#${passage}`) || count >= MAX_PER_DOCUMENT) return false;
    passages.add(`${id}#${passage}`);
    counts.set(id, count + 1);
    return true;
  });
}

/** The passage holds every phrase and nothing that was excluded, and its document is one of those meant. */
function meets(
  { document, passage, covered, passageCovered }: Candidate,
  wanted: SearchWords,
  { corpus }: Search,
): boolean {
  if (covered + passageCovered === 0 || !documentMeets(document, wanted)) return false;
  const { phrases, without } = wanted;
  if (phrases.length + without.length === 0) return true;
  const { start, end } = corpus.passages(document.id)[passage] ?? { start: 0, end: 0 };
  const text = plain(document.text.slice(start, end));
  return (
    phrases.every((phrase) => holdsPhrase(text, phrase)) &&
    !without.some((phrase) => holdsPhrase(text, phrase))
  );
}

function documentMeets(document: Document, wanted: SearchWords): boolean {
  const { publisher, published } = document;
  return (
    (wanted.title === null || plain(displayTitle(document)).includes(plain(wanted.title))) &&
    (wanted.from === null || plain(publisher ?? '').includes(plain(wanted.from))) &&
    (wanted.before === null || (published !== null && published < wanted.before)) &&
    (wanted.after === null || (published !== null && published >= wanted.after))
  );
}

function holdsAll(candidate: Candidate, { phrases }: SearchWords): boolean {
  return phrases.every((phrase) => holdsPhrase(plain(textOf(candidate)), phrase));
}

/** As whole words, in any case. */
function holdsPhrase(text: string, phrase: string): boolean {
  const wanted = plain(phrase).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[’‘]/g, "'").toLowerCase();
}

function textOf({ document, slice }: Candidate): string {
  return document.text.slice(slice.start, slice.end);
}

function formatHits(hits: readonly Candidate[], page: number, pages: number, documents: number): string {
  if (hits.length === 0) return `Nothing in ${countDocuments({ documents })} matches.`;
  if (page > pages) return `There are only ${pages} pages.`;
  const found = new Set(hits.map(({ document }) => document.id)).size;
  const next = page < pages ? ` · add page:${page + 1} for more` : '';
  const passages = hits.length === 1 ? '1 passage' : `The best ${hits.length} passages`;
  return `${passages} in ${found} of ${countDocuments({ documents })} · page ${page} of ${pages}${next}`;
}
