import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { detectLanguage } from '../../text/detect-language.ts';
import { fileTitle } from '../../text/file-title.ts';
import { UserError } from '../../text/user-error.ts';
import {
  type CollectionId,
  type Document,
  type DocumentId,
  type DocumentMetadata,
  UNKNOWN,
} from '../documents/document.ts';
import type { IndexedDocument } from '../documents/indexed-document.ts';
import { splitPassages } from '../documents/passages.ts';
import { gatherFacts, teamFacts } from '../facts/document-facts.ts';
import type { Refusal } from '../library.ts';
import { readCorpusFile } from './corpus-file.ts';
import { type DocumentReader, type ReadDocument, unreadable } from './document-reader.ts';
import type { ReadOutcome, SeveralDocuments } from './read-outcome.ts';

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
  /** Read everything in it as text, what readers leave out too. */
  readonly whole?: true;
}

/** Reads one file. Whatever is wrong with it is an outcome, never an exception. */
export type ReadFile = (file: DocumentFile) => Promise<ReadOutcome>;

/** Creates a function that reads each file, and each document within it, with the first reader that accepts it. */
export function createFileReader(readers: readonly DocumentReader[]): ReadFile {
  return async ({ file, root, path, collection, known, whole }) => {
    try {
      const bytes = await readCorpusFile(file, root);
      const id = path.slice(0, path.length - extname(path).length);
      const source = { id, path, name: path, bytes, collection, known, depth: 0, whole: whole === true };
      const { documents, refused } = await collectDocuments(readSource(source, readers), path);
      const [document] = documents;
      if (documents.length > 1 || refused.length > 0 || document?.document.id !== id)
        return { kind: 'several', documents, refused };
      return { kind: 'document', ...document };
    } catch (cause) {
      return { kind: 'refused', reason: reasonOf(cause) };
    }
  };
}

/** Why a file is not indexed whose reader failed. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof UserError) return cause.message;
  const what = cause instanceof Error ? cause.message : String(cause);
  return `could not be read (${what.slice(0, MAX_DETAIL)})`;
}

const MAX_DETAIL = 120; // characters of an error that are shown
const MAX_PASSAGES = 20_000; // 350,000 took the process 711 MB
const MAX_TEXT = 5_000_000; // UTF-16 units of clean text

const MAX_DOCUMENTS = 5000; // in one file
const MAX_DEPTH = 3; // a mail in a mail in a mailbox

/** Collects what is read of a file, within the limits for one file. */
async function collectDocuments(
  found: AsyncIterable<IndexedDocument | Refusal>,
  path: string,
): Promise<SeveralDocuments> {
  const documents: IndexedDocument[] = [];
  const refused: Refusal[] = [];
  let passages = 0;
  for await (const each of found) {
    passages += 'reason' in each ? 0 : each.passages.length;
    if (passages > MAX_PASSAGES || documents.length + refused.length === MAX_DOCUMENTS) {
      const what = passages > MAX_PASSAGES ? `${MAX_PASSAGES} paragraphs` : `${MAX_DOCUMENTS} documents`;
      refused.push({ file: path, reason: `holds more than ${what}; split it, the rest is not indexed` });
      break;
    }
    if ('reason' in each) refused.push(each);
    else documents.push(each);
  }
  return { documents, refused };
}

/** A file, or a document within one, to be read. */
interface Source extends Pick<DocumentFile, 'path' | 'collection' | 'known'> {
  readonly id: string;
  /** By which a reader accepts it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How many files it is in. */
  readonly depth: number;
  /** Everything in it is read, what its reader leaves out too. */
  readonly whole: boolean;
}

async function* readSource(
  source: Source,
  readers: readonly DocumentReader[],
): AsyncGenerator<IndexedDocument | Refusal> {
  const { path, name, bytes, known, depth } = source;
  const reader = readers.find((candidate) => candidate.accepts(name, bytes));
  if (!reader) throw unreadable(`has an unsupported format (${extname(name) || 'no extension'})`);
  const read = source.whole ? await readWhole(reader, bytes) : await reader.read(bytes, name);
  const parts = read.parts ?? [];
  if (read.text !== '' || parts.length === 0) yield await indexDocument(read, source);
  for (const reason of read.omissions ?? []) yield { file: path, reason, partly: true };
  for (const part of parts) {
    const below = { ...source, ...part, id: `${path}${part.id}`, path: `${path}${part.id}` };
    yield* readPart({ ...below, known: knownOfPart(known), depth: depth + 1 }, readers);
  }
}

async function readWhole(
  { readWhole: read, format }: DocumentReader,
  bytes: Uint8Array,
): Promise<ReadDocument> {
  if (!read) throw unreadable(`is ${format}, of which only the text that is used can be read`);
  return { title: null, text: await read(bytes), metadata: UNKNOWN };
}

/** A part that cannot be read leaves the others as they are. */
async function* readPart(
  source: Source,
  readers: readonly DocumentReader[],
): AsyncGenerator<IndexedDocument | Refusal> {
  try {
    if (source.depth > MAX_DEPTH) throw unreadable(`is in more than ${MAX_DEPTH} others`);
    yield* readSource(source, readers);
  } catch (cause) {
    yield { file: source.path, reason: reasonOf(cause) };
  }
}

/** What holds for all that is in a file; title, author and day are those of the file itself. */
function knownOfPart(known: DocumentMetadata | null): DocumentMetadata | null {
  if (known === null) return null;
  const { publisher, url, language } = known;
  return { ...UNKNOWN, publisher, url, language, ...teamFacts(known) };
}

async function indexDocument(read: ReadDocument, source: Source): Promise<IndexedDocument> {
  const document = await makeDocument(read, source);
  const passages = splitPassages(document.text, document.language);
  if (passages.length > MAX_PASSAGES)
    throw unreadable(`has ${passages.length} paragraphs (limit ${MAX_PASSAGES}); split it`);
  return { document, passages };
}

async function makeDocument(read: ReadDocument, source: Source): Promise<Document> {
  const { text, pages = [] } = read;
  const { id, path, name, collection, known, depth } = source;
  if (text.length > MAX_TEXT)
    throw unreadable(`has ${text.length} characters of text (limit ${MAX_TEXT}); split it`);
  if (hasTooManyWords(text)) throw unreadable(`has more than ${MAX_WORDS} different words; split it`);
  const stated = read.metadata.language ?? known?.language ?? read.embedded?.language;
  const language = stated ?? (await detectLanguage(text));
  const place = depth === 0 ? placeOf(path) : name;
  const facts = gatherFacts(read, { path: place, known, language });
  return {
    ...facts,
    title: facts.title ?? attachmentTitle(id, name),
    id: id as DocumentId,
    collection,
    language,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    ...(pages.length > 0 && { pages: { format: extname(name).slice(1).toLowerCase(), starts: pages } }),
  };
}

/** A path in its collection; with the collection's name if that is a year, which says of when its documents are. */
function placeOf(path: string): string {
  return /^(?:19|20)\d\d\//.test(path) ? path : path.slice(path.indexOf('/') + 1);
}

/** An attachment without a title of its own is called by its name; a file is by what it says. */
function attachmentTitle(id: string, name: string): string | null {
  return id.endsWith(`/${name}`) ? fileTitle(name) : null;
}

const MAX_WORDS = 200_000; // 600,000 took the index 280 MB; dictionaries have fewer

function hasTooManyWords(text: string): boolean {
  if (text.length < MAX_WORDS * 2) return false;
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]{1,64}/gu))
    if (words.add(word).size > MAX_WORDS) return true;
  return false;
}
