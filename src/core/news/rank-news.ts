import type { DocumentId } from '../library/documents/document.ts';
import { topicRetrieval } from '../quoting/brief-candidates.ts';
import { scorePassages } from '../quoting/candidates.ts';
import { rankExcerpts, STRONG } from '../quoting/excerpt-ranking.ts';
import type { Story } from '../quoting/near-copies.ts';
import type { Hit } from '../search/passage-index.ts';
import type { Slice } from '../text/slice.ts';
import type { News } from './choose-news.ts';
import type { FindCorrection } from './corrections.ts';
import { type FindChange, isUnchanged, newSentenceIn } from './document-change.ts';
import { passagesOnTopic, type TopicHits } from './on-topic.ts';
import type { DigestMaterial } from './topic-search.ts';

/** What tells how new sentences are. */
interface RankingPorts {
  readonly find: FindCorrection;
  readonly changeOf: FindChange;
}

/** Ranks the excerpts of new documents among all that there are on the topic. */
export function rankNews(
  stories: readonly Story[],
  { findings, loaded, fresh, isRepeated }: DigestMaterial,
  { find, changeOf }: RankingPorts,
): readonly News[] {
  const { query, hits, statistics, candidates: all } = findings;
  const own = [...hitsIn(stories, hits), ...hitsOnChanges(stories, hits, { changeOf })];
  const context = { best: hits.best, named: null, statistics, ...loaded };
  const ranked = rankExcerpts(scorePassages(own, topicRetrieval(query), context), { all, shown: [] });
  const versions = new Map(fresh.map((version) => [version.id, version]));
  const isNew = (id: DocumentId) => {
    const version = versions.get(id);
    return version?.firstSeen.valueOf() === version?.changed.valueOf();
  };
  const isOnTopic = remembering(passagesOnTopic(hits, loaded));
  const news = ranked.map((entry) => {
    const { document, passage, slice } = entry.candidate;
    const indexed = loaded.documents.get(document.id);
    const change = indexed ? changeOf(indexed) : null;
    return {
      ...{ ...entry, isNew: isNew(document.id), correction: indexed ? find(indexed, slice) : null },
      change: change && newSentenceIn(change, slice),
      isUnchanged: isUnchanged(change, slice),
      isOnTopic: change !== null && isOnTopic(document.id)[passage] === true,
    };
  });
  const told = strongest(news.filter(({ candidate }) => !isRepeated(candidate)));
  return told.filter((entry) => entry.correction || !entry.isUnchanged);
}

/** Asks about each document once. */
function remembering<T>(ask: (id: DocumentId) => T): (id: DocumentId) => T {
  const known = new Map<DocumentId, T>();
  return (id) => {
    const answer = known.get(id) ?? ask(id);
    known.set(id, answer);
    return answer;
  };
}

function hitsIn(stories: readonly Story[], { hits }: TopicHits): Hit[] {
  const quoted = new Set(stories.map(({ quoted }) => quoted.document.id));
  return hits.filter(({ document }) => quoted.has(document));
}

/** Whatever is new on a page about the topic is news of it, though its passage may not name the topic. */
function hitsOnChanges(
  stories: readonly Story[],
  { hits }: TopicHits,
  { changeOf }: Pick<RankingPorts, 'changeOf'>,
): Hit[] {
  return stories.flatMap(({ quoted }) => {
    const { document, passages } = quoted;
    const change = changeOf(quoted);
    if (change === null) return [];
    const found = new Set(hits.filter((hit) => hit.document === document.id).map(({ passage }) => passage));
    const isNew = (slice: Slice, passage: number) => !found.has(passage) && !isUnchanged(change, slice);
    return passages.flatMap((slice, passage) =>
      isNew(slice, passage) ? { document: document.id, passage, score: 0, documentScore: 0 } : [],
    );
  });
}

const NEAR_BEST = 0.5; // of the strength of a document's best sentence; anything weaker is off topic

/** An excerpt as it is compared with others of its document. */
interface Compared extends News {
  readonly isUnchanged: boolean;
  /** Its passage, read with the title, is on the topic. */
  readonly isOnTopic: boolean;
}

/**
 * Leaves out the excerpts that say much less on the topic than the best of their document, and correct nothing. What is new
 * in a changed document need only be on the topic.
 */
function strongest(ranked: readonly Compared[]): Compared[] {
  const best = new Map<DocumentId, number>();
  for (const { excerpt, strength } of ranked)
    best.set(excerpt.document.id, Math.max(strength, best.get(excerpt.document.id) ?? 0));
  return ranked.filter(({ excerpt, strength, correction, change, isOnTopic }) => {
    const most = best.get(excerpt.document.id) ?? 0;
    return correction || (change && isOnTopic) || strength >= Math.min(STRONG, NEAR_BEST * most);
  });
}
