import { type Directory, NOWHERE, type Totals } from '../scoring/directory.ts';
import { VarintReader, VarintWriter } from './varints.ts';

/** A document of a segment. */
export interface DocumentLengths {
  /** Distinct terms in the whole document, its title included. */
  readonly length: number;
  /** Distinct terms in each passage, the title's included. */
  readonly lengths: ArrayLike<number>;
}

/** Packs the lengths of a segment's documents, in order. */
export function packDirectory(documents: readonly DocumentLengths[]): Uint8Array {
  const writer = new VarintWriter();
  writer.write(documents.reduce((sum, { lengths }) => sum + lengths.length, 0));
  for (const { length, lengths } of documents) {
    writer.write(lengths.length);
    writer.write(length);
    for (let at = 0; at < lengths.length; at++) writer.write(lengths[at] ?? 0);
  }
  return writer.bytes();
}

/** Unpacks a directory. */
export function unpackDirectory(bytes: Uint8Array): Directory {
  const read = new VarintReader(bytes);
  const passages = read.next();
  const array = () => new Uint32Array(passages);
  const directory = { firsts: array(), lengths: array(), sizes: array(), documentLengths: array() };
  for (let first = 0; first < passages; ) {
    const size = read.next();
    const end = first + size;
    if (!(end <= passages)) throw new Error('A segment of the index is damaged');
    directory.firsts.fill(first, first, end);
    const length = read.next();
    if (size > 0) [directory.sizes[first], directory.documentLengths[first]] = [size, length];
    for (; first < end; first++) directory.lengths[first] = read.next();
  }
  return directory;
}

/** Returns a directory without some documents, by their first passages. */
export function withoutDocuments(directory: Directory, deleted: Iterable<number>): Directory {
  const firsts = directory.firsts.slice();
  for (const first of deleted) firsts.fill(NOWHERE, first, first + (directory.sizes[first] ?? 0));
  return { ...directory, firsts };
}

/** Adds up what searches can find. */
export function totalsOf({ firsts, lengths, documentLengths }: Directory): Totals {
  const totals = { passages: 0, documents: 0, lengths: 0, documentLengths: 0 };
  for (let passage = 0; passage < firsts.length; passage++) {
    if (firsts[passage] === NOWHERE) continue;
    totals.passages++;
    totals.lengths += lengths[passage] ?? 0;
    if (firsts[passage] !== passage) continue;
    totals.documents++;
    totals.documentLengths += documentLengths[passage] ?? 0;
  }
  return totals;
}
