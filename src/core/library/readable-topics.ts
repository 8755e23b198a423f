import type { CollectionId } from './document.ts';
import type { Topic } from './topic.ts';

/**
 * The topics that an audience may hear of: those of the corpus with a collection it may read, and those that its
 * workspace made. A topic of the corpus wins over one made in chat under the same name.
 */
export function readableTopics(
  ofCorpus: readonly Topic[],
  readable: readonly CollectionId[],
  madeInChat: readonly Topic[],
): readonly Topic[] {
  const known = ofCorpus.filter(
    ({ collections }) => collections?.some((id) => readable.includes(id)) ?? true,
  );
  const names = new Set(known.map(topicKey));
  return [...known, ...madeInChat.filter((topic) => !names.has(topicKey(topic)))];
}

/** A topic's name as names are compared: without regard to case. */
export function topicKey({ name }: Pick<Topic, 'name'>): string {
  return name.normalize('NFC').toLowerCase();
}
