import type { Call } from '../core.ts';
import type { DocumentId } from '../corpus/document.ts';
import { editionAnswerId } from './post-key.ts';

const LOOKED_AT = 200; // editions of the channel

/** The documents that were new in the digest which an answer's id names; null for anything else, and for a first digest. */
export async function newsOf(
  { core, invocation }: Call,
  answer: string,
): Promise<ReadonlySet<DocumentId> | null> {
  const { reader } = invocation;
  const stored = await core.store.answers.get(reader, answer);
  if (stored?.reply.command !== 'digest') return null;
  const editions = await core.store.editions.list(reader, { states: ['sent'], limit: LOOKED_AT });
  const content = editions.find((edition) => editionAnswerId(edition) === answer)?.content;
  return content && !content.first ? new Set(content.documents.map(({ id }) => id)) : null;
}
