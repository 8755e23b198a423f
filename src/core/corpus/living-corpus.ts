import type { UserError } from '../errors.ts';
import type { PassageIndex } from '../search/passage-index.ts';
import { type ChangingCorpus, type Corpus, createEmptyCorpus } from './corpus.ts';
import { type CorpusEntry, type CorpusState, chooseServed, NOTHING_READ } from './corpus-state.ts';
import type { DocumentId } from './document.ts';
import type { ReadFile } from './read-document.ts';
import { serveState } from './serve-state.ts';
import { type Stock, takeStock } from './take-stock.ts';

/** What a look at the folder brought. */
export interface CorpusChange {
  readonly added: readonly DocumentId[];
  readonly changed: readonly DocumentId[];
  readonly removed: readonly DocumentId[];
  /** Why the settings could not be taken over; those before it stay in force. */
  readonly problem: UserError | null;
  /** Some files were still being written: look again soon. */
  readonly unsettled: boolean;
}

/** The documents of a folder that may change at any time. */
export interface LivingCorpus {
  readonly corpus: Corpus;
  readonly state: CorpusState;
  /** Takes over what has changed. Looks follow one another; all that are asked for during one are one after it. */
  refresh(): Promise<CorpusChange>;
}

/** What a living corpus is made of. */
export interface LivingCorpusOptions {
  readonly root: string;
  readonly read: ReadFile;
  readonly index: Pick<PassageIndex, 'add' | 'remove'>;
  now(): Date;
  /** What was read before; its documents are in the index already. */
  readonly saved?: CorpusState | null;
  progress?(done: number, of: number): void;
}

/** Follows a corpus folder. The first look takes everything and throws on malformed settings; later ones keep the last good. */
export function createLivingCorpus(options: LivingCorpusOptions): LivingCorpus {
  const corpus = createEmptyCorpus();
  const { root, saved } = options;
  let state = saved ?? NOTHING_READ;
  let first = true;
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<CorpusChange> | null = null;
  for (const indexed of chooseServed(state).documents.values()) corpus.put(indexed);

  const look = async () => {
    waiting = null;
    const stock = await takeStock(state, { root, now: options.now(), first });
    const entries = new Map(stock.kept.entries);
    state = { ...stock.kept, entries };
    const change = await takeOver({ ...stock, entries }, corpus, options);
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

type Taking = Stock & { readonly entries: Map<string, CorpusEntry> };

const SHARE = { least: 50, most: 10 }; // files read before they are served; the most shares that a look is divided into

/** Brings corpus and index to what was found: first what is gone goes, then what is new is read and comes. */
async function takeOver(
  { kept, entries, unread, refused, problem, unsettled }: Taking,
  corpus: ChangingCorpus,
  { root, read, index, progress }: LivingCorpusOptions,
): Promise<CorpusChange> {
  const before = new Set(corpus.documents.map(({ id }) => id));
  const put = new Set<DocumentId>();
  const serveAll = () => serveState({ ...kept, entries }, refused, { corpus, index, put });
  await serveAll();
  const share = Math.max(SHARE.least, Math.ceil(unread.length / SHARE.most));
  for (const [at, { file, path, collection, key }] of unread.entries()) {
    progress?.(at, unread.length);
    const known = kept.settings.sources[path] ?? null;
    const outcome = await read({ root, file, path, collection, known });
    entries.set(file, { path, key, outcome });
    if (at % share === share - 1) await serveAll();
  }
  if (unread.length > 0) await serveAll();
  const served = [...put].filter((id) => corpus.document(id));
  return {
    added: served.filter((id) => !before.has(id)),
    changed: served.filter((id) => before.has(id)),
    removed: [...before].filter((id) => !corpus.document(id)),
    problem,
    unsettled,
  };
}
