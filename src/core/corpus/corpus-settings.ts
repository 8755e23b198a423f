import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Topic } from '../topics/topic.ts';
import type { Collection } from './collection.ts';
import type { Refusal } from './corpus.ts';
import type { DocumentMetadata } from './document.ts';
import type { FolderScan } from './folder-scan.ts';

/** What the settings files of a corpus say. Plain data. */
export interface CorpusSettings {
  readonly collections: readonly Collection[];
  readonly topics: readonly Topic[];
  /** What `sources.yaml` of each collection says, by the document's path in the corpus. */
  readonly sources: Readonly<Record<string, DocumentMetadata>>;
}

/** Settings as they were read, or the first file that is malformed. */
export type ReadSettings =
  | { readonly kind: 'settings'; readonly settings: CorpusSettings }
  | { readonly kind: 'problem'; readonly file: string; readonly error: UserError };

/** Reads the settings files of a corpus, all or none. */
export async function readSettings({ root, collections, misplaced }: FolderScan): Promise<ReadSettings> {
  const [stray] = misplaced;
  if (stray !== undefined) return { kind: 'problem', file: stray, error: withoutEffect(stray) };
  // Loaded here: an unchanged corpus needs no parser.
  const [{ readTopicsFile }, { readCollectionFile }, { readSourcesFile }] = await Promise.all([
    import('../topics/topics-file.ts'),
    import('./collection-file.ts'),
    import('./sources-file.ts'),
  ]);
  let file = '';
  const place = (name: string) => {
    file = name;
    return join(root, name);
  };
  try {
    const topics = await readTopicsFile(place('topics.yaml'));
    const read: Collection[] = [];
    const sources: Record<string, DocumentMetadata> = {};
    for (const id of collections) {
      read.push(await readCollectionFile(place(`${id}/collection.yaml`), id));
      const known = await readSourcesFile(place(`${id}/sources.yaml`));
      for (const [name, metadata] of known) sources[`${id}/${name}`] = metadata;
    }
    return { kind: 'settings', settings: { collections: read, topics, sources } };
  } catch (error) {
    if (error instanceof UserError) return { kind: 'problem', file, error };
    throw error;
  }
}

/** A rule of access that is ignored is worse than none. */
function withoutEffect(path: string): UserError {
  return new UserError(
    `${path} would have no effect. Name it as docs/corpus.md says and put it at the top of its collection's folder.`,
    { code: 'misplaced-settings' },
  );
}

/** What the settings name that is not there. */
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
      return { file: `${collection}/sources.yaml`, reason: `names ${file.join('/')}, which is not there` };
    }),
    ...wanted
      .filter(({ id }) => !collections.includes(id))
      .map(({ name, id }) => ({
        file: 'topics.yaml',
        reason: `has a topic ${name} in the collection ${id}, which is not there`,
      })),
  ];
}
