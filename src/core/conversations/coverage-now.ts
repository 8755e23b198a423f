import type { Audience } from '../library/audience.ts';
import type { Coverage } from '../library/coverage.ts';
import { type Narrowing, narrowScope } from '../library/documents/narrowing.ts';
import type { Library } from '../library/library.ts';
import { topicNamed } from '../library/topics/find-topic.ts';
import type { TopicCatalog } from '../library/topics/topic-catalog.ts';
import type { StoredAnswer } from './answer-store.ts';

/** What the documents of an answer are counted by. */
export interface CoveragePorts {
  readonly library: Pick<Library, 'scopeFor' | 'count'>;
  readonly topics: Pick<TopicCatalog, 'list'>;
}

/**
 * How much somebody may read now of what an answer was looked for in: its topic's collections, and what it was narrowed to. Nothing of it is
 * stored, since it would tell of documents that are gone.
 */
export async function coverageNow(
  { library, topics }: CoveragePorts,
  audience: Audience,
  answer: Pick<StoredAnswer, 'reply' | 'said'>,
): Promise<Coverage> {
  const { reply } = answer;
  const narrowing = narrowingOf(answer);
  const isOfAll = reply.kind === 'answer' && narrowing === null; // a question alone counts all documents
  const name = isOfAll || !('topic' in reply) ? null : reply.topic;
  const topic = name === null ? null : topicNamed(name, await topics.list(audience));
  const place = { audience, collections: topic?.collections ?? null };
  return (await narrowScope(library, place, narrowing)).scope.coverage;
}

function narrowingOf({ reply, said }: Pick<StoredAnswer, 'reply' | 'said'>): Narrowing | null {
  if (reply.kind === 'search') return reply.narrowing ?? null;
  return said?.last?.answer === reply.id ? (said.last.options?.narrowing ?? null) : null;
}
