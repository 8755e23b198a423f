import { type Call, coverageOf } from '../bot/core.ts';
import type { DocumentId } from '../library/document.ts';
import type { Topic } from '../library/topic.ts';
import { answerId } from '../quoting/answer-id.ts';
import { labelOf } from '../quoting/aspects.ts';
import { candidatesFor } from '../quoting/brief.ts';
import { readCandidates, type Search } from '../quoting/candidates.ts';
import { cite, type Quotation } from '../quoting/citations.ts';
import { rankExcerpts } from '../quoting/excerpt-ranking.ts';
import { type Excerpt, placeOf } from '../quoting/excerpts.ts';
import type { QuotedPlace } from '../quoting/quoted-place.ts';
import { BRIEF_BUDGETS, Selection } from '../quoting/selection.ts';
import { emptyReply, type Reply } from '../replies/reply.ts';
import type { Query } from '../search/query.ts';
import { findTopicHits } from './on-topic.ts';

/** What is gone on with. */
export interface MoreNews {
  readonly topic: Topic;
  /** The documents that were new in the digest. */
  readonly news: ReadonlySet<DocumentId>;
  /** Places that this conversation has seen. */
  readonly shown: readonly QuotedPlace[];
}

/** The next excerpts of what was new in a digest, documents that were not quoted yet first. */
export function moreNewsReply({ core, invocation }: Call, { topic, news, shown }: MoreNews): Reply {
  const search = core.searchFor(invocation.audience, topic.collections);
  const query = core.parse(topic.query, search, topic.synonyms);
  const quotations = choose(search, query, { topic, news, shown });
  const after = [...shown, ...quotations.map(({ excerpt }) => placeOf(excerpt))];
  const { points, sources } = cite(quotations);
  const request = { conversation: invocation.conversation, command: 'more', coverage: coverageOf(search) };
  return {
    ...emptyReply(points.length > 0 ? 'brief' : 'nothing', request),
    id: answerId(['news', topic, invocation.audience, shown, [...news], core.versionFor(invocation)]),
    topic: topic.name,
    headline: topic.title,
    points,
    sources,
    more: choose(search, query, { topic, news, shown: after }).length > 0,
  };
}

function choose(search: Search, query: Query, { topic, news, shown }: MoreNews): Quotation[] {
  const found = findTopicHits(query, topic.query, search);
  const own = found.hits.filter(({ document }) => news.has(document));
  const candidates = readCandidates(own, found.best, { query, asked: query, kind: 'any', search });
  const ranked = rankExcerpts(candidates, { all: candidatesFor(query, [], search), shown, search });
  const seen = new Set<DocumentId>(shown.map(({ document }) => document));
  const selection = new Selection(BRIEF_BUDGETS['1m'], news.size);
  const best = ranked.filter(({ strength }) => strength > 0).sort((a, b) => b.worth - a.worth);
  for (const isSeen of [false, true])
    for (const { excerpt } of best)
      if (seen.has(excerpt.document.id) === isSeen) offerOnce(selection, excerpt);
  return selection.chosen.map((excerpt) => ({
    ...{ excerpt, label: labelOf(excerpt.text, topic.aspects), weak: false },
  }));
}

/** One excerpt of each document before a second of any. */
function offerOnce(selection: Selection, excerpt: Excerpt): void {
  if (!selection.chosen.some(({ document }) => document.id === excerpt.document.id)) selection.offer(excerpt);
}
