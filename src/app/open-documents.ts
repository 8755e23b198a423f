import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../core/text/user-error.ts';
import { countFiles } from './count-files.ts';
import type { Documents, DocumentsOptions, FolderDocuments, FolderOptions } from './documents.ts';
import { openMemoryDocuments } from './open-memory-documents.ts';
import { report, tell } from './operator.ts';
import type { VersionStores } from './version-stores.ts';

/** Opens the documents of a corpus folder, or of a bucket that is copied into one, and their index. */
export async function openDocuments(
  { isThorough = false, ...options }: DocumentsOptions,
  stores: VersionStores | null,
): Promise<Documents> {
  if (options.bucket === null) return { ...(await openFolder(options, stores)), follow() {} };
  const { openBucket } = await import('./open-bucket.ts');
  const bucket = await openBucket(options.bucket, { isThorough });
  try {
    const documents = await openFolder({ ...options, refusedBefore: () => bucket.refused }, stores);
    const close = async () => void (await Promise.all([documents.close(), bucket.stop()]));
    return { ...documents, follow: () => bucket.follow(), close };
  } catch (error) {
    await bucket.stop();
    throw error;
  }
}

/** Opens a folder in the place that the settings name. */
async function openFolder(options: FolderOptions, stores: VersionStores | null): Promise<FolderDocuments> {
  if (await isForMemory(options)) {
    const documents = await openMemoryDocuments(options, stores);
    await moveIfGrown(documents, options).catch(report);
    return documents;
  }
  // A corpus in memory needs no database.
  const [{ openCorpusDatabase, openCorpusFile }, { openStoredDocuments }] = await Promise.all([
    import('../stores/sql/corpus/open-corpus.ts'),
    import('./open-stored-documents.ts'),
  ]);
  const { databaseUrl, dataDir, index } = options;
  const corpus = await (databaseUrl === null || index.place === 'sqlite'
    ? openCorpusFile(dataDir)
    : openCorpusDatabase(databaseUrl, { readUrl: index.readUrl, hasFolder: existsSync(options.corpusDir) })
  ).catch(explainFailure);
  return openStoredDocuments(options, corpus, stores);
}

function explainFailure(cause: unknown): never {
  if (cause instanceof UserError) throw cause;
  const what = cause instanceof Error ? cause.message : String(cause);
  throw new UserError(`Cannot open the index of the documents (${what}). See docs/scaling.md.`, {
    code: 'no-index',
    cause,
  });
}

const SMALL = { passages: 30_000, files: 8_000 }; // what is kept in memory; some 150 MB
const GROWN = 'corpus-is-large';

/** Whether a corpus is kept in memory: as the settings say, else if it is small, and always was. */
async function isForMemory({ index: { place }, dataDir, corpusDir }: DocumentsOptions): Promise<boolean> {
  if (place !== 'auto') return place === 'memory';
  if (existsSync(join(dataDir, GROWN))) return false;
  if ((await countFiles(corpusDir, SMALL.files)) < SMALL.files) return true;
  await mark(dataDir).catch(report);
  return false;
}

/** Has the corpus kept in a database from now on. */
async function mark(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(join(dataDir, GROWN), '');
}

async function moveIfGrown(
  { index }: FolderDocuments,
  { index: { place }, dataDir }: DocumentsOptions,
): Promise<void> {
  if (place !== 'auto' || index.size <= SMALL.passages) return;
  await mark(dataDir);
  tell(
    `The corpus has ${index.size} passages. From the next start on, it is kept in a database (docs/scaling.md); DOSSIER_INDEX=memory keeps it as it is.`,
  );
}
