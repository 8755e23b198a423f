import type { Audience } from '../audience.ts';
import type { Library } from '../library.ts';
import { type Topic, topicKey } from './topic.ts';
import type { TopicStore } from './topic-store.ts';

/** The topics that people can name. */
export interface TopicCatalog {
  /**
   * Returns the topics of the corpus with a collection that the audience may read, then those its workspace added in
   * chat. A topic of the corpus wins over one of the same name.
   */
  list(audience: Audience): Promise<readonly Topic[]>;
  /** Whether a topic comes from the corpus, so that it cannot be changed in chat. */
  isOfCorpus(topic: Topic): boolean;
}

/** Creates the catalog of a library's topics and those in a store. */
export function createTopicCatalog({
  library,
  store,
}: {
  readonly library: Library;
  readonly store: TopicStore;
}): TopicCatalog {
  return {
    async list(audience) {
      const added = await store.list(audience);
      const readable = library.scopeFor(audience).collections;
      const ofCorpus = library.topics.filter(
        ({ collections }) => collections?.some((id) => readable.includes(id)) ?? true,
      );
      const names = new Set(ofCorpus.map(topicKey));
      return [...ofCorpus, ...added.filter((topic) => !names.has(topicKey(topic)))];
    },
    isOfCorpus: (topic) => library.topics.includes(topic),
  };
}
