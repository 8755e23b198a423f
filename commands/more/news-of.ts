import type { Call } from '../../src/core/bot/core.ts';
import { editionAnswerId } from '../../src/core/delivery/post-key.ts';
import type { DocumentId } from '../../src/core/library/document.ts';

const LOOKED_AT = 200; // editions of the channel

/** The documents that were new in the digest which an answer's id names; null for anything else, and for a first digest. */
export async function newsOf(
  { core, invocation }: Call,
  answer: string,
): Promise<ReadonlySet<DocumentId> | null> {
  const { audience } = invocation;
  const stored = await core.store.answers.get(audience, answer);
  if (stored?.reply.command !== 'digest') return null;
  const editions = await core.store.editions.list(audience, { states: ['sent'], limit: LOOKED_AT });
  const content = editions.find((edition) => editionAnswerId(edition) === answer)?.content;
  return content && !content.first ? new Set(content.documents.map(({ id }) => id)) : null;
}
