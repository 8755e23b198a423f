import type { Document, DocumentId } from '../library/documents/document.ts';
import { allSentences, type IndexedDocument } from '../library/documents/indexed-document.ts';
import { sentenceKey } from '../library/documents/sentence-key.ts';
import type { DocumentVersion, FirstSight } from '../library/versions/first-sight-store.ts';
import type { Revision, RevisionStore } from '../library/versions/revision-store.ts';
import { overlaps } from '../quoting/excerpts.ts';
import type { Tokenize } from '../quoting/retriever.ts';
import type { Slice } from '../text/slice.ts';
import { type EarlierSentence, revise } from './earlier-version.ts';
import { pairSentences } from './pair-sentences.ts';

/** A sentence that the version which a channel could have seen lacks. */
export interface NewSentence extends Slice {
  /** When it came. */
  readonly at: Date;
  /** What stood in its place; null if nothing is like it. */
  readonly earlier: EarlierSentence | null;
  /** It has a word, number or name in the place of an earlier one, or is denied or affirmed. */
  readonly isCorrected: boolean;
}

/** How a document differs from the version that a channel could have seen; its new sentences in the order of the text. */
export type DocumentChange = readonly NewSentence[];

/** Finds how a document has changed; null if it is new to the channel, or nobody knows. */
export type FindChange = (indexed: IndexedDocument) => DocumentChange | null;

/** The first new sentence in a slice of a document; null if there is none. */
export function newSentenceIn(change: DocumentChange, slice: Slice): NewSentence | null {
  return change.find((sentence) => overlaps(sentence, slice)) ?? null;
}

/** Whether a slice of a document was there before. */
export function isUnchanged(change: DocumentChange | null, slice: Slice): boolean {
  return change !== null && newSentenceIn(change, slice) === null;
}

type Seen = DocumentVersion & FirstSight;

/** What changes are found with. */
export interface ChangePorts {
  readonly revisions: Pick<RevisionStore, 'of'>;
  readonly tokenize: Tokenize;
}

/** The documents whose changes are sought. */
export interface ChangedDocuments {
  /** The versions that the channel does not know yet, those that have been replaced too. */
  readonly fresh: readonly Seen[];
  /** Those that matter: what changed in others is not read. */
  readonly among: Pick<ReadonlySet<DocumentId>, 'has'>;
}

/** Creates a search for what changed. */
export async function findChanges(
  { revisions, tokenize }: ChangePorts,
  { fresh, among }: ChangedDocuments,
): Promise<FindChange> {
  const isChanged = ({ id, firstSeen, changed }: Seen) =>
    among.has(id) && firstSeen.valueOf() !== changed.valueOf();
  const changed = new Set(fresh.filter(isChanged).map(({ id }) => id));
  const recorded = changed.size === 0 ? [] : await revisions.of(changed);
  const isFresh = versionsOf(fresh);
  const known = new Map<Document, DocumentChange | null>();
  return (indexed) => {
    const { document } = indexed;
    if (!changed.has(document.id)) return null;
    const found = known.get(document);
    if (found !== undefined) return found;
    const own = recorded.filter(({ id }) => id === document.id);
    const change = changeOf(indexed, { revisions: own, isFresh, tokenize });
    known.set(document, change);
    return change;
  };
}

function versionsOf(fresh: readonly Seen[]): (id: DocumentId, sha256: string) => boolean {
  const names = new Set(fresh.map(({ id, sha256 }) => `${sha256} ${id}`));
  return (id, sha256) => names.has(`${sha256} ${id}`);
}

interface Known {
  readonly revisions: readonly Revision[];
  readonly isFresh: (id: DocumentId, sha256: string) => boolean;
  readonly tokenize: Tokenize;
}

function changeOf(indexed: IndexedDocument, { revisions, isFresh, tokenize }: Known): DocumentChange | null {
  const { id, sha256, text, language } = indexed.document;
  const net = revise(revisions, sha256, (version) => isFresh(id, version));
  if (!net) return null;
  const gained = allSentences(indexed).flatMap(({ start, end }) => {
    const at = net.gained.get(sentenceKey(text.slice(start, end)));
    return at ? [{ start, end, at, text: text.slice(start, end) }] : [];
  });
  const pairs = pairSentences(net.lost, gained, (said) => ({ words: tokenize(said, language), language }));
  return gained.flatMap(({ text: _, ...sentence }, at) => {
    const pair = pairs.get(at);
    if (pair?.isSame) return [];
    return [{ ...sentence, earlier: pair?.earlier ?? null, isCorrected: pair?.isCorrected ?? false }];
  });
}
