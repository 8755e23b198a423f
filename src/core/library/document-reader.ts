import type { DocumentMetadata } from './document.ts';

/** What a reader finds in one file. */
export interface ReadDocument {
  /** The headline found above the text: used where neither the metadata nor `sources.yaml` names a title. */
  readonly title: string | null;
  /** The clean text, without page furniture, lines ended by \n. */
  readonly text: string;
  /** What a person wrote into the file about it, as front matter: it wins over `sources.yaml`. */
  readonly metadata: DocumentMetadata;
  /** What programs write into files, as meta tags and document properties: it fills what `sources.yaml` leaves out. */
  readonly embedded?: DocumentMetadata;
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
