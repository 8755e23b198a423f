import { join } from 'node:path';
import { UserError } from '../../text/user-error.ts';
import type { Collection } from '../collection.ts';
import type { CollectionId } from '../documents/document.ts';
import type { Refusal } from '../library.ts';
import { FEEDS_FILE, mistakesOf } from '../sources/followed-feeds.ts';
import { findAbsent, type SourceNotes } from '../sources/source-notes.ts';
import type { Topic } from '../topics/topic.ts';
import type { FolderScan } from './folder-scan.ts';

/** The contents of a corpus's settings files. Plain data. */
export interface CorpusSettings {
  readonly collections: readonly Collection[];
  readonly topics: readonly Topic[];
  readonly sources: SourceNotes;
}

/** The contents of some settings files, and which of them have mistakes. */
export interface ReadSettings {
  readonly topics: readonly Topic[] | null;
  readonly collections: ReadonlyMap<CollectionId, Collection>;
  readonly sources: SourceNotes;
  readonly mistakes: readonly SettingsMistake[];
  /** What is named to be followed and cannot be. */
  readonly unfollowed: readonly Refusal[];
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
    import('../topics/topics-file.ts'),
    import('../sources/collection-file.ts'),
    import('../sources/sources-file.ts'),
  ]);
  let topics: readonly Topic[] | null = null;
  const collections = new Map<CollectionId, Collection>();
  const sources: Record<string, SourceNotes[string]> = {};
  const mistakes: SettingsMistake[] = [];
  const unfollowed: Refusal[] = [];
  const readOne = async (file: string) => {
    const [id, name] = splitPath(file);
    if (name === '') topics = await readTopicsFile(join(root, file));
    else if (name.endsWith('sources.yaml')) sources[file] = await readSourcesFile(join(root, file));
    else if (name === FEEDS_FILE)
      unfollowed.push(...(await mistakesOf(root, file))); // whoever follows them reads them again
    else collections.set(id, await readCollectionFile(join(root, file), id));
  };
  for (const file of files) {
    await readOne(file).catch((error) => {
      if (!(error instanceof UserError)) throw error;
      mistakes.push({ file, error });
    });
  }
  return { topics, collections, sources, mistakes, unfollowed };
}

const NOTHING: ReadSettings = {
  topics: null,
  collections: new Map(),
  sources: {},
  mistakes: [],
  unfollowed: [],
};

function splitPath(file: string): [CollectionId, string] {
  const [id = '', ...name] = file.split('/');
  return [id as CollectionId, name.join('/')];
}

/** Merges settings for the collections and files that exist: what was read now, otherwise what was known before. */
export function mergeSettings(
  known: CorpusSettings,
  read: ReadSettings,
  { collections: present, settings: files }: Pick<FolderScan, 'collections' | 'settings'>,
): CorpusSettings {
  return {
    topics: read.topics ?? known.topics,
    collections: present.flatMap(
      (id) => read.collections.get(id) ?? known.collections.find((before) => before.id === id) ?? [],
    ),
    sources: Object.fromEntries(
      Object.entries({ ...known.sources, ...read.sources }).filter(
        ([file, notes]) => files.has(file) && Object.keys(notes).length > 0,
      ),
    ),
  };
}

/** Lists the files and collections that the settings name but that do not exist. */
export function findMissing(
  { topics, sources }: CorpusSettings,
  { collections, files }: FolderScan,
): Refusal[] {
  const absent = findAbsent(
    sources,
    files.map(({ path }) => path),
  );
  const wanted = topics.flatMap(({ name, collections: named }) => (named ?? []).map((id) => ({ name, id })));
  return [
    ...absent.map(({ file, name, isPattern }) => ({
      file,
      reason: `names ${name}, which ${isPattern ? 'matches no file' : 'does not exist'}`,
    })),
    ...wanted
      .filter(({ id }) => !collections.includes(id))
      .map(({ name, id }) => ({
        file: 'topics.yaml',
        reason: `lists the collection ${id} for the topic ${name}, but it does not exist`,
      })),
  ];
}
