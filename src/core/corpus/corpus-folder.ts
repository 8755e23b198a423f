import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { detectLanguage } from '../search/languages.ts';
import { readTopicsFile, type Topic } from '../topics/topic.ts';
import { type Collection, readCollectionFile } from './collection.ts';
import type { CorpusContents, Refusal } from './corpus.ts';
import {
  type CollectionId,
  type Document,
  type DocumentId,
  type DocumentMetadata,
  UNKNOWN,
} from './document.ts';
import { listFiles } from './list-files.ts';
import type { DocumentReader } from './reader.ts';
import { readSourcesFile } from './sources-file.ts';

const SETTINGS_FILES = new Set(['topics.yaml', 'sources.yaml', 'collection.yaml']);

/** Reads every collection of a corpus folder. A file that can't be served is refused by name; the rest is served. */
export async function loadCorpusFolder(
  root: string,
  readers: readonly DocumentReader[],
): Promise<CorpusContents> {
  const entries = await listFolder(root);
  const topics = await readTopicsFile(join(root, 'topics.yaml'));
  const collections: Collection[] = [];
  const documents = new Map<DocumentId, Document>();
  const refused: Refusal[] = entries.filter(isStray).map(({ name }) => ({
    file: name,
    reason: 'is not in a collection; move it into a folder of the corpus',
  }));
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const found = await loadCollection(name as CollectionId, root, readers);
    collections.push(found.collection);
    refused.push(...found.refused);
    for (const document of found.documents) documents.set(document.id, document);
  }
  refused.push(...missingCollections(topics, collections));
  return { documents: [...documents.values()], collections, topics, refused };
}

interface LoadedCollection {
  readonly collection: Collection;
  readonly documents: readonly Document[];
  readonly refused: readonly Refusal[];
}

async function loadCollection(
  id: CollectionId,
  root: string,
  readers: readonly DocumentReader[],
): Promise<LoadedCollection> {
  const collection = await readCollectionFile(join(root, id, 'collection.yaml'), id);
  const sources = await readSourcesFile(join(root, id, 'sources.yaml'));
  const { files, unreadable } = await listFiles(join(root, id));
  const nameOf = (file: string) => relative(root, file).split(sep).join('/').normalize('NFC');
  const refused: Refusal[] = unreadable.map((folder) => ({
    file: nameOf(folder),
    reason: 'cannot be opened',
  }));
  const documents = new Map<DocumentId, Document>();
  for (const file of files.filter((path) => !isSettings(nameOf(path)))) {
    const path = nameOf(file);
    try {
      const known = sources.get(path.slice(id.length + 1)) ?? null;
      const document = await readDocument({ root, file, path, collection: id, known, readers });
      if (documents.has(document.id))
        throw refusal('has the same name as another document but for its ending');
      documents.set(document.id, document);
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      refused.push({ file: path, reason: cause.message });
    }
  }
  const present = new Set(files.map((file) => nameOf(file).slice(id.length + 1)));
  const missing = [...sources.keys()].filter((file) => !present.has(file));
  refused.push(
    ...missing.map((file) => ({ file: `${id}/sources.yaml`, reason: `names ${file}, which is not there` })),
  );
  return { collection, documents: [...documents.values()], refused };
}

/**
 * Settings stand at the top of their folder. Elsewhere, or under a name that is nearly theirs, they would be
 * ignored, and a rule of access that is ignored is worse than none: the start is refused.
 */
function isSettings(path: string): boolean {
  const [, ...below] = path.split('/');
  const name = below.at(-1) ?? '';
  if (!/^(?:topics|sources|collection)\.ya?ml$/i.test(name)) return false;
  if (below.length === 1 && SETTINGS_FILES.has(name) && name !== 'topics.yaml') return true;
  throw new UserError(
    `${path} would have no effect. Name it as docs/corpus.md says and put it at the top of its collection's folder.`,
    { code: 'misplaced-settings' },
  );
}

function missingCollections(topics: readonly Topic[], collections: readonly Collection[]): Refusal[] {
  const known = new Set(collections.map(({ id }) => id));
  return topics.flatMap(({ name, collections: wanted }) =>
    (wanted ?? [])
      .filter((id) => !known.has(id))
      .map((id) => ({
        file: 'topics.yaml',
        reason: `has a topic ${name} in the collection ${id}, which is not there`,
      })),
  );
}

async function listFolder(root: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.')).sort(byName);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const what = missing
      ? `There is no corpus folder at ${root}.`
      : `The corpus folder ${root} cannot be read.`;
    throw new UserError(`${what} Set DOSSIER_CORPUS_DIR to a folder of documents (see .env.example).`, {
      code: 'no-corpus',
      cause,
    });
  }
}

function isStray(entry: Dirent): boolean {
  return !entry.isDirectory() && !SETTINGS_FILES.has(entry.name) && !/^readme\b/i.test(entry.name);
}

interface DocumentFile {
  readonly root: string;
  readonly file: string;
  readonly path: string;
  readonly collection: CollectionId;
  readonly known: DocumentMetadata | null;
  readonly readers: readonly DocumentReader[];
}

async function readDocument({
  root,
  file,
  path,
  collection,
  known,
  readers,
}: DocumentFile): Promise<Document> {
  const bytes = await readBytes(file, root);
  const reader = readers.find((candidate) => candidate.accepts(path, bytes));
  if (!reader) throw refusal(`is of a kind that is not read yet (${extname(path) || 'no ending'})`);
  const { title, text, metadata, embedded = UNKNOWN } = await reader.read(bytes, path);
  const found = mergeMetadata(metadata, known ?? UNKNOWN, embedded, { ...UNKNOWN, title });
  return {
    ...found,
    id: path.slice(0, path.length - extname(path).length) as DocumentId,
    collection,
    language: found.language ?? (await detectLanguage(text)),
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}

const MAX_BYTES = 10_000_000;

async function readBytes(file: string, root: string): Promise<Uint8Array> {
  try {
    const place = await realpath(file);
    if (!place.startsWith((await realpath(root)) + sep))
      throw refusal('is a link that leads out of the corpus');
    const kind = await stat(place); // never opened otherwise: a pipe would wait for a writer
    if (!kind.isFile()) throw refusal('is not a regular file');
    if (kind.size > MAX_BYTES) throw refusal(`is larger than ${MAX_BYTES / 1_000_000} MB; divide it`);
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`cannot be opened (${(cause as NodeJS.ErrnoException).code})`, {
      code: 'unreadable-document',
      cause,
    });
  }
}

/** The first source that knows a thing is believed; what none knows stays unknown. */
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

function refusal(message: string): UserError {
  return new UserError(message, { code: 'unreadable-document' });
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
