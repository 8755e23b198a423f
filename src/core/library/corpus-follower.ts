import type { PassageIndex } from '../search/passage-index.ts';
import { applyChanges } from './apply-changes.ts';
import { type ChangingCorpus, type Corpus, createEmptyCorpus } from './corpus.ts';
import { type CorpusEntry, type CorpusState, chooseServed, NOTHING_READ } from './corpus-state.ts';
import type { DocumentId, DocumentMetadata } from './document.ts';
import { diffFolder, type FolderDiff, type UnreadFile } from './folder-diff.ts';
import type { ReadFile, ReadOutcome } from './read-document.ts';

/** What a look at the folder brought. */
export interface CorpusChange {
  readonly added: readonly DocumentId[];
  readonly changed: readonly DocumentId[];
  readonly removed: readonly DocumentId[];
  /** Some files were still being written, or have not been read yet: look again soon. */
  readonly unsettled: boolean;
}

/** The documents of a folder that may change at any time. */
export interface CorpusFollower {
  readonly corpus: Corpus;
  readonly state: CorpusState;
  /** Takes over what has changed. Looks follow one another; all that are asked for during one are one after it. */
  refresh(): Promise<CorpusChange>;
}

/** What a living corpus is made of. */
export interface CorpusFollowerOptions {
  readonly root: string;
  readonly read: ReadFile;
  readonly index: Pick<PassageIndex, 'add' | 'remove'>;
  now(): Date;
  /** What was read before; its documents are in the index already. */
  readonly saved?: CorpusState | null;
  /** Fulfilled when a look has lasted long enough: the next goes on reading, after what has gone meanwhile went. */
  patience?(): Promise<unknown>;
  progress?(done: number, of: number): void;
}

/** Follows a corpus folder. The first look takes everything and throws on malformed settings; later ones keep the last good. */
export function createCorpusFollower(options: CorpusFollowerOptions): CorpusFollower {
  const corpus = createEmptyCorpus();
  const { root, saved } = options;
  const reading = createReading(options);
  let state = saved ?? NOTHING_READ;
  let first = true;
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<CorpusChange> | null = null;
  for (const indexed of chooseServed(state).documents.values()) corpus.put(indexed);

  const look = async () => {
    waiting = null;
    const stock = await diffFolder(state, root, { now: options.now(), first });
    const entries = new Map(stock.kept.entries);
    state = { ...stock.kept, entries };
    const enough = first ? null : (options.patience?.().then(() => null) ?? null);
    const change = await takeOver({ ...stock, entries, enough }, { ...options, corpus, reading });
    first = false;
    return change;
  };
  return {
    corpus,
    get state() {
      return state;
    },
    refresh() {
      if (waiting) return waiting;
      const next = last.then(look);
      last = next.catch(() => undefined);
      waiting = next;
      return next;
    },
  };
}

interface Taking extends FolderDiff {
  readonly entries: Map<string, CorpusEntry>;
  readonly enough: Promise<null> | null;
}

type TakingInto = CorpusFollowerOptions & { readonly corpus: ChangingCorpus; readonly reading: Reading };

const SHARE = { least: 50, most: 10 }; // files read before they are served; the most shares that a look is divided into

/** Brings corpus and index to what was found: first what is gone goes, then what is new is read and comes. */
async function takeOver(
  { kept, entries, unread, refused, unsettled, enough }: Taking,
  { corpus, index, reading, progress }: TakingInto,
): Promise<CorpusChange> {
  const before = new Set(corpus.documents.map(({ id }) => id));
  const put = new Set<DocumentId>();
  const serveAll = () => applyChanges({ ...kept, entries }, refused, { corpus, index, put });
  await serveAll();
  const share = Math.max(SHARE.least, Math.ceil(unread.length / SHARE.most));
  let left = unread.length;
  for (const [at, file] of unread.entries()) {
    progress?.(at, unread.length);
    const outcome = await reading.read(file, kept.settings.sources[file.path] ?? null, enough);
    if (outcome === null) break;
    entries.set(file.file, { path: file.path, key: file.key, outcome });
    left--;
    if (at % share === share - 1) await serveAll();
  }
  if (unread.length > 0) await serveAll();
  const served = [...put].filter((id) => corpus.document(id));
  return {
    added: served.filter((id) => !before.has(id)),
    changed: served.filter((id) => before.has(id)),
    removed: [...before].filter((id) => !corpus.document(id)),
    unsettled: unsettled || left > 0,
  };
}

interface Reading {
  /** What became of a file; null when that is not known by the time that is enough. Ask again then. */
  read(
    file: UnreadFile,
    known: DocumentMetadata | null,
    enough: Promise<null> | null,
  ): Promise<ReadOutcome | null>;
}

/** Reads one file after the other. The one in hand is read to its end, for the next who asks. */
function createReading({ root, read }: CorpusFollowerOptions): Reading {
  let inHand: { readonly name: string; readonly outcome: Promise<ReadOutcome> } | null = null;
  return {
    async read({ file, path, collection, key }, known, enough) {
      const name = `${file} ${key}`;
      if (inHand?.name !== name) {
        const outcome = read({ root, file, path, collection, known });
        inHand = { name, outcome };
        outcome.catch(() => {
          inHand = null; // whoever waits for it hears of it
        });
      }
      const outcome = await (enough ? Promise.race([inHand.outcome, enough]) : inHand.outcome);
      if (outcome !== null) inHand = null;
      return outcome;
    },
  };
}
