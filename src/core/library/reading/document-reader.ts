import { UserError } from '../../text/user-error.ts';
import type { DocumentMetadata } from '../documents/document.ts';
import type { PageStart } from '../documents/pages.ts';

/** A document within a file, still to be read. */
export interface DocumentPart {
  /** What follows the file's path in the document's id: "#3", "/report.pdf". The same whenever the file is read. */
  readonly id: string;
  /** A file's name, by which a reader accepts it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a reader returns for one file. */
export interface ReadDocument {
  /** The headline above the text, used if neither the metadata nor `sources.yaml` gives a title. */
  readonly title: string | null;
  /** The text without page furniture; lines end with \n. */
  readonly text: string;
  /** What a person wrote in the file, as front matter; it wins over `sources.yaml`. */
  readonly metadata: DocumentMetadata;
  /** What programs write in files, as meta tags or document properties; it completes `sources.yaml`. */
  readonly embedded?: DocumentMetadata;
  /** The day on which it says that it was changed last, outside its text; that is no day of publication. */
  readonly updated?: string | null;
  /**
   * What of the file is not read or not used, though the rest is: pages, values. Each goes on after the file's name, as a
   * refusal does.
   */
  readonly omissions?: readonly string[];
  /** In the order of the text; absent if the format has no pages. */
  readonly pages?: readonly PageStart[];
  /** Documents within the file: messages of a mailbox, attachments. With parts, the text may be empty: then only they are documents. */
  readonly parts?: readonly DocumentPart[];
}

/** One document format. `read` throws a UserError that says why a file cannot be indexed; without parts, it never returns an empty text. */
export interface DocumentReader {
  readonly format: string;
  accepts(name: string, bytes: Uint8Array): boolean;
  read(bytes: Uint8Array, name: string): Promise<ReadDocument>;
  /** All text of a file, with what `read` leaves out of it; absent if the format is not read in this way. */
  readWhole?(bytes: Uint8Array): Promise<string>;
}

/** Returns the error of a file that cannot be indexed; the message goes on after the file's name. */
export function unreadable(message: string, cause?: unknown): UserError {
  return new UserError(message, { code: 'unreadable-document', cause });
}
