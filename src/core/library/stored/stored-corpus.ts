import type { DocumentId } from '../documents/document.ts';
import type { DocumentSink } from '../documents/indexed-document.ts';
import type { Applied, FollowedCorpus, PutDocument, Share } from '../following/followed-corpus.ts';
import { documentsOf } from '../reading/read-outcome.ts';
import type { Replacement } from '../versions/compare-versions.ts';
import { assignDocuments } from './assign-documents.ts';
import type { CorpusStore, KnownFile, StoredFrame } from './document-store.ts';
import { HeldFiles } from './held-files.ts';
import type { StoredLibrary } from './stored-library.ts';

/** What a stored corpus is kept with. */
export interface StoredCorpusPorts {
  readonly store: CorpusStore;
  readonly library: StoredLibrary;
  /** Contains what the store contains, for example an index. */
  readonly sink: DocumentSink;
  /** Told which documents are about to be replaced, while those before can still be read. */
  compare(documents: readonly Replacement[]): Promise<void>;
  /** Told of documents that were added or replaced, before their files count as read. */
  see(documents: readonly PutDocument[]): Promise<void>;
}

/**
 * Keeps a store and an index like a corpus folder. The order of its steps makes a kill between any two safe: a file counts as
 * read once all that was read from it is stored and indexed; otherwise it is read again, and every step can be repeated.
 */
export async function openStoredCorpus(ports: StoredCorpusPorts): Promise<FollowedCorpus> {
  const { settings, stamps, isEmpty } = await ports.store.read();
  const held = await loadHeld(ports.store);
  const writeFrame = createFrameWriter(ports, isEmpty ? {} : { settings, stamps });
  let state = { settings, stamps, entries: held.entries };
  return {
    get state() {
      return state;
    },
    shareOf: () => FILES,
    async apply(share) {
      const { settings, stamps, refused, unread } = share;
      await writeFrame({ settings, stamps, refused, unread }); // who may read what counts at once, whatever becomes of the rest
      const applied = await apply({ ...ports, held }, share);
      state = { settings, stamps, entries: held.entries };
      return applied;
    },
  };
}

async function loadHeld({ files }: CorpusStore): Promise<HeldFiles> {
  const held = new HeldFiles();
  for (let last: string | null = null; ; ) {
    const page: readonly KnownFile[] = await files(last, PAGE);
    for (const known of page) held.put(known);
    last = page.at(-1)?.file ?? null;
    if (page.length < PAGE) return held;
  }
}

const FILES = 400; // read before they are stored and indexed: what a kill may cost
const PAGE = 5000; // records loaded at a time
const TOGETHER = 40; // documents stored in one transaction, some milliseconds

async function apply(
  { held, ...ports }: StoredCorpusPorts & { held: HeldFiles },
  share: Share,
): Promise<Applied> {
  const { store, library, sink, compare, see } = ports;
  const touched = [...share.gone, ...share.read.map(({ file }) => file)];
  if (touched.length === 0) return { put: [], removed: [], again: false };
  const origins = await store.origins(idsIn(share));
  const owning = [...origins.values()].map(({ file }) => file);
  const records = new Map(
    (await store.records([...new Set([...touched, ...owning])])).map((record) => [record.file, record]),
  );
  const had = new Map(
    touched.flatMap((file) => (records.get(file)?.documents ?? []).map((id) => [id, file])),
  );
  const { put, updated } = assignDocuments(share, { records, origins });
  const owners = new Map(put.map(({ indexed, origin }) => [indexed.document.id, origin.file]));
  const removed = [...had.keys()].filter((id) => !owners.has(id));
  const released = [...had].filter(([id, file]) => owners.get(id) !== file).map(([id]) => id);
  const replaced = [...owners.keys()].filter((id) => origins.has(id));
  const comparable = replaced.filter((id) => records.get(origins.get(id)?.file ?? '')?.key !== ''); // '': by other readers
  const before = new Map((await store.load(comparable)).map((indexed) => [indexed.document.id, indexed]));
  const shown = put.map(({ indexed }) => ({ indexed, before: before.get(indexed.document.id) ?? null }));
  const waiting = held.waitingFor(new Set(released), new Set(touched));
  const gone = [...share.gone, ...waiting];
  const recorded = [...updated.values()].filter(({ file }) => !waiting.includes(file));

  const compared = shown.flatMap(({ indexed: now, before }) => (before ? [{ before, now }] : []));
  if (compared.length > 0) await compare(compared);
  const outdated = [...removed, ...replaced];
  if (outdated.length > 0) await sink.remove(outdated); // an index that still has the old text would find it in the new one
  await store.remove(removed);
  for (let from = 0; from < put.length; from += TOGETHER) await store.put(put.slice(from, from + TOGETHER));
  if (put.length > 0) await sink.add(put.map(({ indexed }) => indexed));
  if (shown.length > 0) await see(shown);
  await store.record(recorded, gone);

  held.change(recorded, gone);
  await library.refresh();
  return { put: shown, removed, again: waiting.length > 0 };
}

/** Writes what of the frame is not as it was written last. */
function createFrameWriter(
  { store, library }: Pick<StoredCorpusPorts, 'store' | 'library'>,
  stored: Partial<StoredFrame>,
): (frame: StoredFrame) => Promise<void> {
  const written = new Map<string, Written>(
    Object.entries(stored).map(([part, value]) => [part, { value, text: JSON.stringify(value) }]),
  );
  return async (frame) => {
    const changed = Object.entries(frame).flatMap(([part, value]) => {
      const before = written.get(part);
      if (before?.value === value) return [];
      const text = JSON.stringify(value);
      return text === before?.text ? [] : [[part, { value, text }] as const];
    });
    if (changed.length === 0) return;
    await store.frame(Object.fromEntries(changed.map(([part, { value }]) => [part, value])));
    for (const [part, now] of changed) written.set(part, now);
    await library.refresh();
  };
}

interface Written {
  readonly value: unknown;
  readonly text: string;
}

function idsIn({ read }: Share): readonly DocumentId[] {
  return read.flatMap(({ outcome }) => documentsOf(outcome).map(({ document }) => document.id));
}
