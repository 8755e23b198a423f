import type { Refusal } from './corpus.ts';
import type { CorpusSettings } from './corpus-settings.ts';
import type { DocumentId } from './document.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { ReadOutcome } from './read-document.ts';

/** A file as it was read last. */
export interface CorpusEntry {
  readonly path: string;
  /** The file's stamp, and what the settings said of it; as long as both stay, it is not read again. */
  readonly key: string;
  readonly outcome: ReadOutcome;
}

/** All that was read of a corpus folder. Plain data, which may be kept for the next start. */
export interface CorpusState {
  readonly settings: CorpusSettings;
  /** The stamp that each settings file had when it was taken over, by path. */
  readonly stamps: Readonly<Record<string, string>>;
  /** By where the file is. */
  readonly entries: ReadonlyMap<string, CorpusEntry>;
}

/** Before anything was read. */
export const NOTHING_READ: CorpusState = {
  settings: { collections: [], topics: [], sources: {} },
  stamps: {},
  entries: new Map(),
};

/** What of a state is served, and which of its files are not. */
interface Served {
  readonly documents: ReadonlyMap<DocumentId, IndexedDocument>;
  readonly refused: readonly Refusal[];
}

/** Chooses what is served: of files with one id the first by path, whatever the order in which they came. */
export function chooseServed({ entries }: CorpusState): Served {
  const documents = new Map<DocumentId, IndexedDocument>();
  const chosen = new Map<DocumentId, string>();
  const refused: Refusal[] = [];
  for (const [, { path, outcome }] of [...entries].sort(byPath)) {
    if (outcome.kind === 'refused') refused.push({ file: path, reason: outcome.reason });
    else if (documents.has(outcome.document.id))
      refused.push({ file: path, reason: chosen.get(outcome.document.id) === path ? SAME_NAME : SAME_ID });
    else {
      documents.set(outcome.document.id, outcome);
      chosen.set(outcome.document.id, path);
    }
  }
  return { documents, refused };
}

const SAME_ID = 'has the same name as another document but for its ending';
const SAME_NAME = 'has the same name as another document, in other Unicode characters';

type Placed = readonly [file: string, entry: CorpusEntry];

/** Files in the order in which they are chosen. */
export function byPath([a, { path: pathA }]: Placed, [b, { path: pathB }]: Placed): number {
  if (pathA === pathB) return a < b ? -1 : 1;
  return pathA < pathB ? -1 : 1;
}
