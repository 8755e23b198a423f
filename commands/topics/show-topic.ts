import type { CollectionId } from '../../src/core/library/document.ts';
import type { Topic } from '../../src/core/library/topic.ts';
import { composeList } from '../../src/core/replies/compose-reply.ts';
import type { ListReply, ReplyContext } from '../../src/core/replies/reply.ts';

/** Shows one topic in full: its query, its synonyms and aspects, and its collections that the audience may read. */
export function showTopic(
  context: ReplyContext,
  { name, title, query, synonyms, aspects }: Topic,
  readable: readonly CollectionId[],
): ListReply {
  const items = [
    { id: 'query', title: '', detail: query },
    { id: 'collections', title: '', detail: readable.join(', ') },
    ...synonyms.map((phrases) => ({ id: 'synonyms', title: '', detail: phrases.join(' = ') })),
    ...aspects.map(({ label, terms }) => ({ id: 'aspect', title: label, detail: terms.join(', ') })),
  ];
  return composeList(context, { topic: name, headline: title, items });
}
