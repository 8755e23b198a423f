import type { IndexedDocument } from '../documents/indexed-document.ts';
import type { Refusal } from '../library.ts';

/** The result of reading a file: a document, several ones that it holds, or the reason why it is not indexed. */
export type ReadOutcome =
  | ({ readonly kind: 'document' } & IndexedDocument)
  | ({ readonly kind: 'several' } & SeveralDocuments)
  | { readonly kind: 'refused'; readonly reason: string };

/** The documents that a file holds, such as a mail and its attachments, and those among them that are not indexed. */
export interface SeveralDocuments {
  readonly documents: readonly IndexedDocument[];
  readonly refused: readonly Refusal[];
}

/** The documents that were read from a file. */
export function documentsOf(outcome: ReadOutcome): readonly IndexedDocument[] {
  if (outcome.kind === 'document') return [outcome];
  return outcome.kind === 'several' ? outcome.documents : [];
}
