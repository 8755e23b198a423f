import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { AnswerArchive } from '../../src/core/conversations/answer-archive.ts';
import type { EditionStore } from '../../src/core/delivery/edition-store.ts';
import { editionAnswerId } from '../../src/core/delivery/post-key.ts';
import type { DocumentId } from '../../src/core/library/document.ts';
import { parseEditionContent } from '../../src/core/news/edition-content.ts';

/** The ports of the search for a digest's documents. */
export interface FindNewsPorts {
  readonly answers: Pick<AnswerArchive, 'find'>;
  readonly editions: Pick<EditionStore, 'list'>;
}

const MAX_EDITIONS = 200; // of the channel, among which the digest is sought

/** Returns the documents that were new in a digest; null if the answer is no digest, or the channel's first. */
export async function findNews(
  { answers, editions }: FindNewsPorts,
  { audience }: RequestContext,
  answer: string,
): Promise<ReadonlySet<DocumentId> | null> {
  const stored = await answers.find({ audience }, answer);
  if (stored?.reply.kind !== 'digest') return null;
  const sent = await editions.list(audience, { states: ['sent'], limit: MAX_EDITIONS });
  const edition = sent.find((each) => editionAnswerId(each) === answer);
  const content = parseEditionContent(edition?.content);
  return content && !content.first ? new Set(content.documents.map(({ id }) => id)) : null;
}
