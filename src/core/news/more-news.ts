import type { DocumentId } from '../library/documents/document.ts';
import type { Library } from '../library/library.ts';
import { answerId, audienceKey } from '../quoting/answer-id.ts';
import { labelOf } from '../quoting/aspects.ts';
import type { Brief } from '../quoting/brief.ts';
import { topicRetrieval } from '../quoting/brief-candidates.ts';
import type { TopicRequest } from '../quoting/brief-reply.ts';
import { scorePassages } from '../quoting/candidates.ts';
import { cite } from '../quoting/citations.ts';
import { BRIEF_BUDGETS } from '../quoting/excerpt-budget.ts';
import { type RankedExcerpt, rankExcerpts } from '../quoting/excerpt-ranking.ts';
import { placeOf, unseen } from '../quoting/excerpts.ts';
import type { QuotedPlace } from '../quoting/quoted-place.ts';
import type { Retriever } from '../quoting/retriever.ts';
import { Selection } from '../quoting/selection.ts';
import type { BriefReply, NothingReply } from '../replies/reply.ts';
import { matchTopic } from './topic-search.ts';

/** The digest that is continued. */
export interface MoreNewsRequest extends TopicRequest {
  /** The documents that were new in the digest. */
  readonly news: ReadonlySet<DocumentId>;
  /** Places that this conversation has quoted. */
  readonly shown: readonly QuotedPlace[];
  /** The conversation's id. */
  readonly conversation: string;
}

/** Composes the next excerpts of what was new in a digest, those of documents not quoted yet first. */
export async function composeMoreNews(
  retriever: Retriever,
  library: Library,
  request: MoreNewsRequest,
): Promise<BriefReply | NothingReply> {
  const { topic, audience, news, shown, conversation } = request;
  const { coverage } = library.scopeFor(audience, topic.collections);
  const { quotations, more } = choose(await rankNews(retriever, library, request), request);
  const { points, sources } = cite(quotations);
  const { version } = library.scopeFor(audience);
  const common = {
    id: answerId(['news', topic, audienceKey(audience), shown, [...news], version]),
    ...{ topic: topic.name, headline: topic.title, sources, more, note: null },
    ...{ conversation, command: 'more', coverage },
  };
  return points.length > 0
    ? { ...common, kind: 'brief', points }
    : { ...common, kind: 'nothing', question: null, nearest: [], unknownWords: [] };
}

/** Ranks the excerpts of the new documents that were not shown and say something on the topic, best first. */
async function rankNews(
  retriever: Retriever,
  library: Library,
  { topic, audience, news, shown }: MoreNewsRequest,
): Promise<RankedExcerpt[]> {
  const scope = library.scopeFor(audience, topic.collections);
  const matches = await matchTopic({ retriever, library }, scope, topic);
  const { query, hits, statistics, tokenize, candidates: all } = matches;
  const own = hits.hits.filter(({ document }) => news.has(document));
  const documents = await library.load(new Set(own.map(({ document }) => document)));
  const context = { best: hits.best, named: null, statistics, documents, tokenize };
  return rankExcerpts(scorePassages(own, topicRetrieval(query), context), { all, shown })
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.quality - a.quality);
}

type Chosen = Pick<Brief, 'quotations' | 'more'>;

/** Chooses one excerpt of each document, those of documents not quoted yet first. */
function choose(ranked: readonly RankedExcerpt[], { topic, news, shown }: MoreNewsRequest): Chosen {
  const quoted = new Set<DocumentId>(shown.map(({ document }) => document));
  const selection = new Selection(BRIEF_BUDGETS['1m'], news.size);
  for (const isQuoted of [false, true])
    for (const { excerpt } of ranked)
      if (quoted.has(excerpt.document.id) === isQuoted && selection.timesQuoted(excerpt.document.id) === 0)
        selection.offer(excerpt);
  const { chosen } = selection;
  const isUnseen = unseen([...shown, ...chosen.map(placeOf)]);
  return {
    quotations: chosen.map((excerpt) => ({ excerpt, label: labelOf(excerpt.text, topic.aspects) })),
    more: ranked.some(({ candidate }) => isUnseen(candidate)),
  };
}
