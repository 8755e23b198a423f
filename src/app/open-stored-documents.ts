import { existsSync } from 'node:fs';
import { toOrigin } from '../core/library/documents/document-origin.ts';
import type { DocumentSink } from '../core/library/documents/indexed-document.ts';
import { READING_FORMAT } from '../core/library/reading/reading-format.ts';
import { openStoredCorpus } from '../core/library/stored/stored-corpus.ts';
import { openStoredLibrary, type StoredLibrary } from '../core/library/stored/stored-library.ts';
import { underRoot } from '../core/library/stored/under-root.ts';
import { openSegmentIndex, type SegmentIndex } from '../core/search/segments/segment-index.ts';
import { orClose } from '../core/text/or-close.ts';
import type { OpenedCorpus } from '../stores/sql/corpus/open-corpus.ts';
import type { Scanner, ScanResult } from './corpus-scanner.ts';
import type { DocumentWorker } from './document-worker.ts';
import type { FolderDocuments, FolderOptions } from './documents.ts';
import { failOnce } from './fail-once.ts';
import { followFolder } from './follow-folder.ts';
import { openWorker, versionWith } from './open-worker.ts';
import { report } from './operator.ts';
import { createSightClock, createVersionRecorder } from './sight-recorder.ts';
import type { VersionStores } from './version-stores.ts';

const now = () => new Date();
const CURRENT = 1000; // milliseconds after which another process's changes are taken over
const RENEWAL = 10_000; // milliseconds after which the lease is held anew

/**
 * Opens documents that are kept in a database. Of the processes that share it, the one that holds the lease follows the
 * folder; the others, and those that have no folder, serve what it stores.
 */
export async function openStoredDocuments(
  options: FolderOptions,
  corpus: OpenedCorpus,
  stores: VersionStores | null,
): Promise<FolderDocuments> {
  const library = await orClose(openStoredLibrary(corpus.reader), corpus);
  const index = await orClose(openSegmentIndex(corpus.segments, { now, report }), corpus);
  const worker = openWorker(options.ocr);
  const follower = createFollower({ ...options, corpus, library, index, worker, stores });
  const current = keepCurrent(library);
  const renewal = setInterval(() => follower.renew().catch(report), RENEWAL).unref();
  const close = async () => {
    clearInterval(current);
    clearInterval(renewal);
    await Promise.all([worker.stop(), index.stop()]);
    await corpus.close();
  };
  const isServed = !library.isEmpty && (options.asStored === true || options.opensAfter !== undefined);
  if (!isServed) await orClose(follower.scan(options.only), { close });
  return {
    ...{ library, index, close, read: worker.readNext },
    ...{ checkedAt: follower.checkedAt, isComplete: follower.isComplete, scan: follower.scan },
    async originOf(id) {
      const place = (await underRoot(corpus.documents, options.corpusDir).origins([id])).get(id);
      return place ? toOrigin(id, place) : null;
    },
    present: async (ids) => new Set((await corpus.documents.origins(ids)).keys()),
  };
}

/** Takes over what other processes write. That it fails is told once, until it works again. */
function keepCurrent(library: StoredLibrary): NodeJS.Timeout {
  return setInterval(
    failOnce(() => library.refresh(), report),
    CURRENT,
  ).unref();
}

interface FollowerOptions extends Omit<FolderOptions, 'index'> {
  readonly corpus: OpenedCorpus;
  readonly library: StoredLibrary;
  readonly index: DocumentSink & Pick<SegmentIndex, 'tidy'>;
  readonly worker: DocumentWorker;
  readonly stores: VersionStores | null;
}

/** Follows the folder while this process holds the lease. */
function createFollower({ corpus, library, ...options }: FollowerOptions) {
  const { lease } = corpus;
  const documents = underRoot(corpus.documents, options.corpusDir);
  const hasFolder = existsSync(options.corpusDir);
  const clock = createSightClock(options.seenAt ?? now);
  const told = createVersionRecorder(options.stores, clock);
  let checked = now();
  let hasLooked = false; // until then, what changed while nobody looked may not count as seen
  let scanner: Scanner | null = null;
  let isHolding = false;
  let isTidy = false;
  const follow = async () => {
    await documents.readBy(`${READING_FORMAT} ${versionWith(options.ocr)}`);
    await library.refresh();
    const followed = await openStoredCorpus({ store: documents, library, sink: options.index, ...told });
    return followFolder({
      ...{ ...options, root: options.corpusDir, corpus: followed, library },
      sights: { record: async () => {}, complete: clock.complete },
    });
  };
  return {
    checkedAt: () => scanner?.checkedAt() ?? checked,
    isComplete: () => scanner?.isComplete() ?? (hasLooked && library.isComplete),
    /** Goes on holding the lease, also while nothing changes. */
    async renew() {
      if (isHolding && (await lease.hold()) !== 'held') scanner = null;
    },
    async scan(paths?: readonly string[]): Promise<ScanResult> {
      const state = hasFolder ? await lease.hold() : 'elsewhere';
      isHolding = state !== 'elsewhere';
      if (state !== 'held') scanner = null; // what it knows of files is older than what is stored
      if (state === 'elsewhere') {
        await library.refresh();
        checked = now();
        hasLooked = true;
        return { isDue: false, unread: 0, looked: 0, change: NO_CHANGE, isElsewhere: true };
      }
      scanner ??= await follow();
      const result = await scanner.scan(paths);
      if (scanner.isComplete() && !isTidy) {
        isTidy = true;
        await options.index.tidy().catch(report);
      }
      return result;
    },
  };
}

const NO_CHANGE = { added: [], changed: [], removed: [], replaced: [] };
