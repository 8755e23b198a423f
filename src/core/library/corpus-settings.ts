import { join } from 'node:path';
import { UserError } from '../text/user-error.ts';
import type { Collection } from './collection.ts';
import type { CollectionId, DocumentMetadata } from './document.ts';
import type { FolderScan } from './folder-scan.ts';
import type { Refusal } from './library.ts';
import type { Topic } from './topic.ts';

/** The contents of a corpus's settings files. Plain data. */
export interface CorpusSettings {
  readonly collections: readonly Collection[];
  readonly topics: readonly Topic[];
  /** What each collection's `sources.yaml` says, by the document's path in the corpus. */
  readonly sources: Readonly<Record<string, DocumentMetadata>>;
}

/** The contents of some settings files, and which of them have mistakes. */
export interface ReadSettings {
  readonly topics: readonly Topic[] | null;
  readonly collections: ReadonlyMap<CollectionId, Collection>;
  readonly sources: ReadonlyMap<CollectionId, Readonly<Record<string, DocumentMetadata>>>;
  readonly mistakes: readonly SettingsMistake[];
}

/** Why a settings file cannot be applied. */
export interface SettingsMistake {
  /** Its path in the corpus. */
  readonly file: string;
  readonly error: UserError;
}

/** Reads settings files independently of each other. */
export async function readSettings(root: string, files: readonly string[]): Promise<ReadSettings> {
  if (files.length === 0) return NOTHING;
  // Imported here because an unchanged corpus needs no parser.
  const [{ readTopicsFile }, { readCollectionFile }, { readSourcesFile }] = await Promise.all([
    import('./topics-file.ts'),
    import('./collection-file.ts'),
    import('./sources-file.ts'),
  ]);
  let topics: readonly Topic[] | null = null;
  const collections = new Map<CollectionId, Collection>();
  const sources = new Map<CollectionId, Record<string, DocumentMetadata>>();
  const mistakes: SettingsMistake[] = [];
  const readOne = async (file: string) => {
    const [id, name] = splitPath(file);
    if (name === '') topics = await readTopicsFile(join(root, file));
    else if (name === 'collection.yaml') collections.set(id, await readCollectionFile(join(root, file), id));
    else sources.set(id, inCollection(id, await readSourcesFile(join(root, file))));
  };
  for (const file of files) {
    await readOne(file).catch((error) => {
      if (!(error instanceof UserError)) throw error;
      mistakes.push({ file, error });
    });
  }
  return { topics, collections, sources, mistakes };
}

const NOTHING: ReadSettings = { topics: null, collections: new Map(), sources: new Map(), mistakes: [] };

function splitPath(file: string): [CollectionId, string] {
  const [id = '', name = ''] = file.split('/');
  return [id as CollectionId, name];
}

function inCollection(id: CollectionId, known: ReadonlyMap<string, DocumentMetadata>) {
  return Object.fromEntries([...known].map(([name, metadata]) => [`${id}/${name}`, metadata]));
}

/** Merges settings for the collections that exist: what was read now, otherwise what was known before. */
export function mergeSettings(
  known: CorpusSettings,
  read: ReadSettings,
  present: readonly CollectionId[],
): CorpusSettings {
  const knownSources = Object.entries(known.sources);
  return {
    topics: read.topics ?? known.topics,
    collections: present.flatMap(
      (id) => read.collections.get(id) ?? known.collections.find((before) => before.id === id) ?? [],
    ),
    sources: Object.fromEntries(
      present.flatMap((id) => {
        const now = read.sources.get(id);
        return now ? Object.entries(now) : knownSources.filter(([path]) => path.startsWith(`${id}/`));
      }),
    ),
  };
}

/** Lists the files and collections that the settings name but that do not exist. */
export function findMissing(
  { topics, sources }: CorpusSettings,
  { collections, files }: FolderScan,
): Refusal[] {
  const present = new Set(files.map(({ path }) => path));
  const absent = Object.keys(sources).filter((path) => !present.has(path));
  const wanted = topics.flatMap(({ name, collections: named }) => (named ?? []).map((id) => ({ name, id })));
  return [
    ...absent.map((path) => {
      const [collection = '', ...file] = path.split('/');
      return { file: `${collection}/sources.yaml`, reason: `names ${file.join('/')}, which does not exist` };
    }),
    ...wanted
      .filter(({ id }) => !collections.includes(id))
      .map(({ name, id }) => ({
        file: 'topics.yaml',
        reason: `lists the collection ${id} for the topic ${name}, but it does not exist`,
      })),
  ];
}
