import type { Slice } from '../../text/slice.ts';
import type { Document, DocumentId } from './document.ts';
import { type Passage, passageSentences } from './passages.ts';

/** A document divided into passages. */
export interface IndexedDocument {
  readonly document: Document;
  readonly passages: readonly Passage[];
  /** Places of lines that frame many documents of its folder, in order; absent where nobody asked. */
  readonly repeated?: readonly Slice[];
}

/** Finds a document by id. */
export type FindDocument = (id: DocumentId) => IndexedDocument | null;

/** Receives documents as they are added, replaced and removed. */
export interface DocumentSink {
  add(documents: readonly IndexedDocument[]): Promise<void>;
  remove(ids: readonly DocumentId[]): Promise<void>;
}

const divided = new WeakMap<Passage, readonly Slice[]>();

/** Returns the quotable sentences of a passage, in order; divided on first use, as most passages are never quoted. */
export function sentencesOf({ document, passages }: IndexedDocument, at: number): readonly Slice[] {
  const passage = passages[at];
  if (!passage) return [];
  const sentences = divided.get(passage) ?? passageSentences(document.text, passage, document.language);
  divided.set(passage, sentences);
  return sentences;
}

/** Returns the quotable sentences of a document, in order. */
export function allSentences(indexed: IndexedDocument): readonly Slice[] {
  return indexed.passages.flatMap((_, at) => sentencesOf(indexed, at));
}
