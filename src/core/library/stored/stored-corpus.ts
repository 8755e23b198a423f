import type { DocumentId } from '../document.ts';
import type { Applied, FollowedCorpus, PutDocument, Share } from '../followed-corpus.ts';
import type { DocumentSink } from '../indexed-document.ts';
import { documentsOf } from '../read-outcome.ts';
import { assignDocuments } from './assign-documents.ts';
import type { CorpusStore, FileRecord } from './document-store.ts';
import type { StoredLibrary } from './stored-library.ts';

/** What a stored corpus is kept with. */
export interface StoredCorpusPorts {
  readonly store: CorpusStore;
  readonly library: StoredLibrary;
  /** Contains what the store contains, for example an index. */
  readonly sink: DocumentSink;
  /** Told of documents that were added or replaced, before their files count as read. */
  see(documents: readonly PutDocument[]): Promise<void>;
}

/**
 * Keeps a store and an index like a corpus folder. The order of its steps makes a kill between any two safe: a file counts as
 * read once all that was read from it is stored and indexed; otherwise it is read again, and every step can be repeated.
 */
export async function openStoredCorpus(ports: StoredCorpusPorts): Promise<FollowedCorpus> {
  const { settings, stamps } = await ports.store.read();
  const records = await loadRecords(ports.store);
  let state = { settings, stamps, entries: records };
  const writeFrame = createFrameWriter(ports);
  return {
    get state() {
      return state;
    },
    shareOf: () => FILES,
    async apply(share) {
      const { settings, stamps } = share;
      const applied = await apply({ ...ports, records, writeFrame }, share);
      state = { settings, stamps, entries: records };
      return applied;
    },
  };
}

async function loadRecords({ files }: CorpusStore): Promise<Records> {
  const records: Records = new Map();
  for (let last: string | null = null; ; ) {
    const page: readonly FileRecord[] = await files(last, PAGE);
    for (const record of page) records.set(record.file, record);
    last = page.at(-1)?.file ?? null;
    if (page.length < PAGE) return records;
  }
}

const FILES = 400; // read before they are stored and indexed: what a kill may cost
const PAGE = 5000; // records loaded at a time
const TOGETHER = 40; // documents stored in one transaction, some milliseconds

type Records = Map<string, FileRecord>;

async function apply(
  { records, writeFrame, ...ports }: StoredCorpusPorts & { records: Records; writeFrame: WriteFrame },
  share: Share,
): Promise<Applied> {
  const { store, library, sink, see } = ports;
  await writeFrame(share, records); // who may read what counts at once, whatever becomes of the rest
  const touched = [...share.gone, ...share.read.map(({ file }) => file)];
  const had = new Map(
    touched.flatMap((file) => (records.get(file)?.documents ?? []).map((id) => [id, file])),
  );
  const origins = await store.origins(idsIn(share));
  const { put, updated } = assignDocuments(share, { records, origins });
  const owners = new Map(put.map(({ indexed, origin }) => [indexed.document.id, origin.file]));
  const removed = [...had.keys()].filter((id) => !owners.has(id));
  const released = [...had].filter(([id, file]) => owners.get(id) !== file).map(([id]) => id);
  const replaced = [...owners.keys()].filter((id) => origins.has(id));
  const comparable = replaced.filter((id) => records.get(origins.get(id)?.file ?? '')?.key !== ''); // '': by other readers
  const before = new Map((await store.load(comparable)).map((indexed) => [indexed.document.id, indexed]));
  const shown = put.map(({ indexed }) => ({ indexed, before: before.get(indexed.document.id) ?? null }));
  const waiting = waitingFor(new Set(released), { records, except: new Set(touched) });
  const gone = [...share.gone, ...waiting];
  const recorded = [...updated.values()].filter(({ file }) => !waiting.includes(file));

  const outdated = [...removed, ...replaced];
  if (outdated.length > 0) await sink.remove(outdated); // an index that still has the old text would find it in the new one
  await store.remove(removed);
  for (let from = 0; from < put.length; from += TOGETHER) await store.put(put.slice(from, from + TOGETHER));
  if (put.length > 0) await sink.add(put.map(({ indexed }) => indexed));
  if (shown.length > 0) await see(shown);
  await store.record(recorded, gone);

  for (const file of gone) records.delete(file);
  for (const record of recorded) records.set(record.file, record);
  await writeFrame(share, records);
  await library.refresh();
  return { put: shown, removed, again: waiting.length > 0 };
}

type WriteFrame = (share: Share, records: Records) => Promise<void>;

/** Writes what is known besides documents, if it is not as it was written last. */
function createFrameWriter({ store, library }: Pick<StoredCorpusPorts, 'store' | 'library'>): WriteFrame {
  let written = '';
  return async ({ settings, stamps, unread, ...share }, records) => {
    const refused = [...share.refused, ...[...records.values()].flatMap((record) => record.refused)];
    const frame = { settings, stamps, refused, unread };
    const text = JSON.stringify(frame);
    if (text === written) return;
    await store.frame(frame);
    written = text;
    await library.refresh();
  };
}

function idsIn({ read }: Share): readonly DocumentId[] {
  return read.flatMap(({ outcome }) => documentsOf(outcome).map(({ document }) => document.id));
}

/** The files that have a document with one of these ids, which another file's kept out. */
function waitingFor(
  ids: ReadonlySet<DocumentId>,
  { records, except }: { readonly records: Records; readonly except: ReadonlySet<string> },
): readonly string[] {
  if (ids.size === 0) return [];
  return [...records.values()]
    .filter(({ file, clashes }) => !except.has(file) && clashes.some((id) => ids.has(id)))
    .map(({ file }) => file);
}
