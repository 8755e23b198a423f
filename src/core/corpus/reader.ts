import type { DocumentMetadata } from './document.ts';

/** What a reader finds in one file. */
export interface ReadDocument {
  /** The headline found above the text: used where neither the metadata nor `sources.yaml` names a title. */
  readonly title: string | null;
  /** The clean text, without page furniture, lines ended by \n. */
  readonly text: string;
  /** What the file itself states, in front matter for example: it wins over `sources.yaml`. */
  readonly metadata: DocumentMetadata;
}

/**
 * One document format. `read` throws a `UserError` that says why a file can't be served;
 * it never returns a text without content.
 */
export interface DocumentReader {
  readonly format: string;
  accepts(name: string, bytes: Uint8Array): boolean;
  read(bytes: Uint8Array, name: string): Promise<ReadDocument>;
}
