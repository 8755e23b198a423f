import type { CollectionId, DocumentId } from '../../library/document.ts';
import type { FindDocument } from '../../library/indexed-document.ts';
import { CollectionIndex, type Held } from './collection-index.ts';
import type { Pace } from './pace.ts';
import { PACKED, renumberPacked } from './postings.ts';
import type { PackedTerm } from './postings-index.ts';

/** The parts of an index, by collection. */
export type Collections = Map<CollectionId, CollectionIndex>;

const DOCUMENTS_A_LINE = 500;
const TERMS_A_LINE = 1000;

/**
 * Writes collections as they are now. Each is a line `[id, number of documents]`; lines of documents, each
 * `[id, length, lengths of its passages …]`; then pairs of lines, terms and their postings, and last `[]`.
 */
export function saveLines(collections: Collections): Iterable<string> {
  const held = [...collections].filter(([, { documents }]) => documents.size > 0);
  const snapshots = held.map(([id, { documents, postings }]) => ({
    id,
    documents: [...documents.values()],
    terms: postings.packed(),
    numbers: postings.next,
  }));
  return (function* () {
    for (const { id, documents, terms, numbers } of snapshots) {
      yield ascii([id, documents.length]);
      for (const some of chunks(documents, DOCUMENTS_A_LINE)) yield ascii(some.map(toRow));
      yield* termLines(terms, renumbering(documents, numbers));
    }
  })();
}

/** Reads what saveLines wrote. */
export async function loadLines(
  lines: Iterable<string>,
  find: FindDocument,
  pace: Pace,
): Promise<Collections> {
  const collections: Collections = new Map();
  const reading = lines[Symbol.iterator]();
  for (let line = reading.next(); line.done !== true; line = reading.next()) {
    const [id, count, ...rest] = readArray(line.value);
    check(typeof id === 'string' && isCount(count) && rest.length === 0);
    check(!collections.has(id as CollectionId));
    collections.set(id as CollectionId, await loadCollection(reading, { id, count, find, pace }));
  }
  return collections;
}

interface Loading {
  readonly id: string;
  readonly count: number;
  readonly find: FindDocument;
  readonly pace: Pace;
}

async function loadCollection(
  lines: Iterator<string>,
  { id, count, find, pace }: Loading,
): Promise<CollectionIndex> {
  const index = new CollectionIndex();
  let first = 0;
  while (index.documents.size < count) {
    const rows = readArray(nextLine(lines));
    check(rows.length > 0);
    for (const row of rows) {
      const held = toHeld(row, first, find);
      check(held.indexed.document.collection === id && !index.documents.has(held.indexed.document.id));
      index.show(held);
      first += held.lengths.length;
    }
    await pace.take(LINE);
  }
  check(index.documents.size === count);
  index.postings.restorePassages(first);
  for (let terms = readArray(nextLine(lines)); terms.length > 0; terms = readArray(nextLine(lines))) {
    const packed = nextLine(lines).split(' ');
    check(packed.length === terms.length);
    terms.forEach((term, at) => {
      index.postings.keep(toTerm(term, packed[at] ?? ''));
    });
    await pace.take(LINE);
  }
  return index;
}

const LINE = 4; // passages that could be indexed in the time that a line takes

/** The numbers that passages are saved under, without those of removed ones; null if they have these already. */
function renumbering(documents: readonly Held[], numbers: number): ReadonlyMap<number, number> | null {
  if (documents.reduce((sum, { lengths }) => sum + lengths.length, 0) === numbers) return null;
  const saved = new Map<number, number>();
  for (const { first, lengths } of documents)
    for (const at of lengths.keys()) saved.set(first + at, saved.size);
  return saved;
}

function* termLines(
  terms: readonly PackedTerm[],
  saved: ReadonlyMap<number, number> | null,
): Generator<string> {
  for (const some of chunks(saved ? renumber(terms, saved) : terms, TERMS_A_LINE)) {
    yield ascii(some.map(({ term }) => term));
    yield some.map(({ texts, titles }) => (titles ? `${texts},${titles}` : texts)).join(' ');
  }
  yield '[]';
}

function* renumber(terms: readonly PackedTerm[], saved: ReadonlyMap<number, number>): Generator<PackedTerm> {
  for (const { term, texts, titles } of terms) {
    const kept = renumberPacked(texts, saved);
    if (kept === null) continue;
    yield { term, texts: kept, titles: titles && (renumberPacked(titles, saved) ?? undefined) };
  }
}

function toRow({ indexed, length, lengths }: Held): readonly (string | number)[] {
  return [indexed.document.id, length, ...lengths];
}

function toHeld(row: unknown, first: number, find: FindDocument): Held {
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

function nextLine(lines: Iterator<string>): string {
  const line = lines.next();
  check(line.done !== true);
  return line.value;
}

function readArray(line: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(line);
    check(Array.isArray(value));
    return value;
  } catch (cause) {
    throw new Error('A line of the saved index is damaged', { cause });
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function check(fits: unknown): asserts fits {
  if (!fits) throw new Error('The saved index is damaged, or belongs to other documents');
}

/** JSON without a character that could be taken for the end of a line, or that an encoding could change. */
function ascii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function* chunks<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let some: Item[] = [];
  for (const item of items) {
    some.push(item);
    if (some.length < size) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
