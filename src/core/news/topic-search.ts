import type { Core } from '../bot/core.ts';
import type { Audience } from '../library/audience.ts';
import type { Topic } from '../library/topic.ts';
import type { Search } from '../quoting/candidates.ts';
import type { Query } from '../search/query.ts';
import { findTopicHits, type TopicHits } from './on-topic.ts';

/** What an audience's documents hold on a topic, whoever else knows of it already. */
export interface TopicSearch {
  readonly search: Search;
  readonly query: Query;
  readonly found: TopicHits;
}

interface Kept extends TopicSearch {
  readonly revision: number;
  readonly at: number;
}

const LIFE = 2000; // milliseconds; the index may hold a document a moment later than the corpus does

const kept = new WeakMap<Core, Map<string, Kept>>();

/**
 * Looks a topic up. Of thousands of channels whose digests are due in one minute many have the same topic: what does not
 * depend on the channel is shared by those that are composed within two seconds, while no document changes.
 */
export function searchTopic(core: Core, audience: Audience, topic: Topic): TopicSearch {
  const search = core.searchFor(audience, topic.collections);
  const all = kept.get(core) ?? new Map<string, Kept>();
  kept.set(core, all);
  const now = core.digests.elapsed();
  const { revision } = core.corpus;
  for (const [name, each] of all) if (each.revision !== revision || now - each.at >= LIFE) all.delete(name);
  const name = JSON.stringify([search.collections, topic]);
  const known = all.get(name) ?? { ...lookUp(core, search, topic), revision, at: now };
  all.set(name, known);
  return known;
}

function lookUp(core: Core, search: Search, topic: Topic): TopicSearch {
  const query = core.parse(topic.query, search, topic.synonyms);
  return { search, query, found: findTopicHits(query, topic.query, search) };
}
