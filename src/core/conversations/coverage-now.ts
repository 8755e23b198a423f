import type { Audience } from '../library/audience.ts';
import type { Coverage } from '../library/coverage.ts';
import { topicNamed } from '../library/find-topic.ts';
import type { Library } from '../library/library.ts';
import { narrowScope } from '../library/narrowing.ts';
import type { StoredAnswer } from './answer-store.ts';

/**
 * How much somebody may read now of what an answer was looked for in: its topic's collections, and what it was narrowed to. Nothing of it is
 * stored, since it would tell of documents that are gone.
 */
export async function coverageNow(
  library: Pick<Library, 'scopeFor' | 'count' | 'topics'>,
  audience: Audience,
  { reply, said }: Pick<StoredAnswer, 'reply' | 'said'>,
): Promise<Coverage> {
  const last = said?.last?.answer === reply.id ? said?.last : null;
  const narrowing = last?.options?.narrowing ?? null;
  const isOfAll = reply.kind === 'answer' && narrowing === null; // a question alone counts all documents
  const name = isOfAll || !('topic' in reply) ? null : reply.topic;
  const collections = name === null ? null : (topicNamed(name, library.topics)?.collections ?? null);
  return (await narrowScope(library, { audience, collections }, narrowing)).scope.coverage;
}
