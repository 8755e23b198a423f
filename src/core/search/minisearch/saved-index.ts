import type { CollectionId, DocumentId } from '../../library/documents/document.ts';
import type { FindDocument } from '../../library/documents/indexed-document.ts';
import type { Pace } from '../pace.ts';
import { CollectionIndex } from './collection-index.ts';
import type { DocumentEntry } from './document-entries.ts';
import { PACKED, renumberPacked } from './postings.ts';
import type { PackedTerm } from './postings-index.ts';
import { check, chunks, formatLine, isCount, nextLine, parseArray } from './saved-lines.ts';

/** The parts of an index, by collection. */
export type Collections = Map<CollectionId, CollectionIndex>;

const DOCUMENTS_PER_LINE = 500;
const TERMS_PER_LINE = 1000;
const LINE = 4; // passages that could be indexed in the time that loading a line takes

/**
 * Formats collections as they are now. Each is a line `[id, number of documents]`; lines of documents, each
 * `[id, length, lengths of its passages …]`; then pairs of lines, terms and their postings, and last `[]`.
 */
export function saveLines(collections: Collections): Iterable<string> {
  const saved = [...collections].filter(([, { documents }]) => documents.size > 0);
  return formatSnapshots(
    saved.map(([id, { documents, postings }]) => ({
      id,
      documents: [...documents.values()],
      terms: postings.packAll(),
      next: postings.next,
    })),
  );
}

/** Loads what saveLines formatted. */
export async function loadLines(
  lines: Iterable<string>,
  find: FindDocument,
  pace: Pace,
): Promise<Collections> {
  const collections: Collections = new Map();
  const reading = lines[Symbol.iterator]();
  for (let line = reading.next(); line.done !== true; line = reading.next()) {
    const [id, count, ...rest] = parseArray(line.value);
    check(isCollectionId(id) && isCount(count) && rest.length === 0 && !collections.has(id));
    const index = new CollectionIndex();
    await loadDocuments(reading, index, { id, count, find, pace });
    await loadTerms(reading, index, pace);
    collections.set(id, index);
  }
  return collections;
}

/** A collection as it was when saving began. */
interface Snapshot {
  readonly id: CollectionId;
  readonly documents: readonly DocumentEntry[];
  readonly terms: readonly PackedTerm[];
  /** One more than the highest number of a passage. */
  readonly next: number;
}

function* formatSnapshots(snapshots: readonly Snapshot[]): Generator<string> {
  for (const snapshot of snapshots) {
    const { id, documents } = snapshot;
    yield formatLine([id, documents.length]);
    for (const chunk of chunks(documents, DOCUMENTS_PER_LINE)) yield formatLine(chunk.map(toRow));
    for (const chunk of chunks(renumberTerms(snapshot), TERMS_PER_LINE)) {
      yield formatLine(chunk.map(({ term }) => term));
      yield chunk.map(({ texts, titles }) => (titles ? `${texts},${titles}` : texts)).join(' ');
    }
    yield '[]';
  }
}

function toRow({ indexed, length, lengths }: DocumentEntry): readonly (string | number)[] {
  return [indexed.document.id, length, ...lengths];
}

/** The terms, their passages numbered anew if some numbers are no longer used. */
function renumberTerms({ documents, terms, next }: Snapshot): Iterable<PackedTerm> {
  if (documents.reduce((sum, { lengths }) => sum + lengths.length, 0) === next) return terms;
  const numbers = new Map<number, number>();
  for (const { first, lengths } of documents)
    for (const at of lengths.keys()) numbers.set(first + at, numbers.size);
  return withNumbers(terms, numbers);
}

function* withNumbers(
  terms: readonly PackedTerm[],
  numbers: ReadonlyMap<number, number>,
): Generator<PackedTerm> {
  for (const { term, texts, titles } of terms) {
    const kept = renumberPacked(texts, numbers);
    if (kept === null) continue;
    yield { term, texts: kept, titles: titles && (renumberPacked(titles, numbers) ?? undefined) };
  }
}

interface Loading {
  readonly id: CollectionId;
  /** The number of documents. */
  readonly count: number;
  readonly find: FindDocument;
  readonly pace: Pace;
}

async function loadDocuments(
  lines: Iterator<string>,
  { documents, postings }: CollectionIndex,
  { id, count, find, pace }: Loading,
): Promise<void> {
  let next = 0;
  while (documents.size < count) {
    const rows = parseArray(nextLine(lines));
    check(rows.length > 0);
    for (const row of rows) {
      const entry = toEntry(row, next, find);
      const { document } = entry.indexed;
      check(document.collection === id && !documents.get(document.id));
      documents.add(entry);
      next += entry.lengths.length;
    }
    await pace.take(LINE);
  }
  check(documents.size === count);
  postings.restorePassages(next);
}

async function loadTerms(lines: Iterator<string>, { postings }: CollectionIndex, pace: Pace): Promise<void> {
  for (let terms = parseArray(nextLine(lines)); terms.length > 0; terms = parseArray(nextLine(lines))) {
    const packed = nextLine(lines).split(' ');
    check(packed.length === terms.length);
    for (const [at, term] of terms.entries()) postings.restoreTerm(toTerm(term, packed[at] ?? ''));
    await pace.take(LINE);
  }
}

function toEntry(row: unknown, first: number, find: FindDocument): DocumentEntry {
  check(Array.isArray(row));
  const [id, length, ...lengths]: unknown[] = row;
  check(typeof id === 'string' && isCount(length) && lengths.every(isCount));
  const indexed = find(id as DocumentId);
  check(indexed?.document.id === id && indexed.passages.length === lengths.length);
  return { indexed, first, length, lengths };
}

function toTerm(term: unknown, packed: string): PackedTerm {
  const [texts = '', titles, ...rest] = packed.split(',');
  check(typeof term === 'string' && PACKED.test(texts) && rest.length === 0);
  check(titles === undefined || PACKED.test(titles));
  return { term, texts, titles };
}

function isCollectionId(value: unknown): value is CollectionId {
  return typeof value === 'string';
}
