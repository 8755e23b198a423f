import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { extname, sep } from 'node:path';
import { parseDateline } from '../text/dateline.ts';
import { detectLanguage } from '../text/languages.ts';
import { UserError } from '../text/user-error.ts';
import {
  type CollectionId,
  type Document,
  type DocumentId,
  type DocumentMetadata,
  UNKNOWN,
} from './document.ts';
import { type DocumentReader, unreadable } from './document-reader.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { splitPassages } from './passages.ts';

/** A file to be read. Plain data, so that a worker thread can read it. */
export interface DocumentFile {
  /** The corpus folder. */
  readonly root: string;
  /** The file's full path. */
  readonly file: string;
  /** Its path in the corpus, parts separated by `/`. */
  readonly path: string;
  readonly collection: CollectionId;
  /** What `sources.yaml` says about it. */
  readonly known: DocumentMetadata | null;
}

/** The result of reading a file: a document divided into passages, or the reason why it is not indexed. */
export type ReadOutcome =
  | ({ readonly kind: 'document'; readonly omissions?: readonly string[] } & IndexedDocument)
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads one file. Whatever is wrong with it is an outcome, never an exception. */
export type ReadFile = (file: DocumentFile) => Promise<ReadOutcome>;

/** Creates a function that reads each file with the first reader that accepts it. */
export function createFileReader(readers: readonly DocumentReader[]): ReadFile {
  return async (file) => {
    try {
      const { document, omissions = [] } = await readDocument(file, readers);
      const passages = splitPassages(document.text, document.language);
      if (passages.length > MAX_PASSAGES)
        throw unreadable(`has ${passages.length} paragraphs (limit ${MAX_PASSAGES}); split it`);
      const outcome = { kind: 'document', document, passages } as const;
      return omissions.length > 0 ? { ...outcome, omissions } : outcome;
    } catch (cause) {
      if (cause instanceof UserError) return { kind: 'refused', reason: cause.message };
      return { kind: 'refused', reason: reasonOf(cause) };
    }
  };
}

/** Why a file is not indexed whose reader failed. */
export function reasonOf(cause: unknown): string {
  const what = cause instanceof Error ? cause.message : String(cause);
  return `could not be read (${what.slice(0, MAX_DETAIL)})`;
}

const MAX_DETAIL = 120; // characters of an error that are shown
const MAX_PASSAGES = 20_000; // 350,000 took the process 711 MB
const MAX_TEXT = 5_000_000; // UTF-16 units of clean text

async function readDocument(
  { root, file, path, collection, known }: DocumentFile,
  readers: readonly DocumentReader[],
): Promise<{ readonly document: Document; readonly omissions?: readonly string[] | undefined }> {
  const bytes = await readBytes(file, root);
  const reader = readers.find((candidate) => candidate.accepts(path, bytes));
  if (!reader) throw unreadable(`has an unsupported format (${extname(path) || 'no extension'})`);
  const { title, text, metadata, omissions, embedded = UNKNOWN } = await reader.read(bytes, path);
  if (text.length > MAX_TEXT)
    throw unreadable(`has ${text.length} characters of text (limit ${MAX_TEXT}); split it`);
  if (hasTooManyWords(text)) throw unreadable(`has more than ${MAX_WORDS} different words; split it`);
  const inText = { ...UNKNOWN, title, published: parseDateline(text) };
  const found = mergeMetadata(metadata, known ?? UNKNOWN, embedded, inText);
  const document = {
    ...found,
    id: path.slice(0, path.length - extname(path).length) as DocumentId,
    collection,
    language: found.language ?? (await detectLanguage(text)),
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
  return { document, omissions };
}

const MAX_WORDS = 200_000; // 600,000 took the index 280 MB; dictionaries have fewer

function hasTooManyWords(text: string): boolean {
  if (text.length < MAX_WORDS * 2) return false;
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]{1,64}/gu))
    if (words.add(word).size > MAX_WORDS) return true;
  return false;
}

const MAX_BYTES = 10_000_000;

async function readBytes(file: string, root: string): Promise<Uint8Array> {
  try {
    const place = await realpath(file);
    if (!place.startsWith((await realpath(root)) + sep))
      throw unreadable('is a link that points outside the corpus');
    checkFile(await stat(place)); // opening a device may do things
    const handle = await open(place, READ_ONLY);
    try {
      checkFile(await handle.stat()); // another file may have taken its place
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw unreadable(`cannot be opened (${(cause as NodeJS.ErrnoException).code})`, cause);
  }
}

const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK; // a pipe would wait for a writer

function checkFile(found: Stats): void {
  if (!found.isFile()) throw unreadable('is not a regular file');
  if (found.size > MAX_BYTES) throw unreadable(`is larger than ${MAX_BYTES / 1_000_000} MB; split it`);
}

/** Takes each value from the first source that knows it. */
function mergeMetadata(...sources: readonly DocumentMetadata[]): DocumentMetadata {
  return sources.reduceRight((found, source) => ({
    title: source.title ?? found.title,
    publisher: source.publisher ?? found.publisher,
    author: source.author ?? found.author,
    published: source.published ?? found.published,
    url: source.url ?? found.url,
    language: source.language ?? found.language,
  }));
}
