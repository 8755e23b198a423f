import { join } from 'node:path';
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

/** Reads the settings files. What is malformed is a UserError with file, line and key. */
export async function readSettings({ root, collections }: FolderScan): Promise<CorpusSettings> {
  // Loaded here: an unchanged corpus needs no parser.
  const [{ readTopicsFile }, { readCollectionFile }, { readSourcesFile }] = await Promise.all([
    import('../topics/topics-file.ts'),
    import('./collection-file.ts'),
    import('./sources-file.ts'),
  ]);
  const sources: Record<string, DocumentMetadata> = {};
  for (const id of collections) {
    const known = await readSourcesFile(join(root, id, 'sources.yaml'));
    for (const [file, metadata] of known) sources[`${id}/${file}`] = metadata;
  }
  return {
    collections: await Promise.all(
      collections.map((id) => readCollectionFile(join(root, id, 'collection.yaml'), id)),
    ),
    topics: await readTopicsFile(join(root, 'topics.yaml')),
    sources,
  };
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
