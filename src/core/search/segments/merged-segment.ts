import { yieldToEvents } from '../../text/yield-to-events.ts';
import { type Directory, NOWHERE } from '../scoring/directory.ts';
import { PostingList } from '../scoring/posting-list.ts';
import { countPostings } from '../scoring/term-counts.ts';
import { compareTerms } from './compare-terms.ts';
import { FiledDocuments, unpackFiled } from './filed-documents.ts';
import { Pack } from './pack.ts';
import { type DocumentLengths, packDirectory, unpackDirectory } from './packed-directory.ts';
import { packPostings, unpackPostings } from './packed-postings.ts';
import { RowReader } from './row-reader.ts';
import type { Segment } from './segment.ts';
import type { PlacedDocument, PostingsRow, SegmentId, SegmentStore } from './segment-store.ts';
import { VarintWriter } from './varints.ts';
import { ROWS, writePostings } from './write-segment.ts';

/** Segments of one collection as one, without what is deleted. */
export class MergedSegment {
  readonly #store: SegmentStore;
  readonly #sources: readonly Source[];
  readonly #directory: Uint8Array;
  readonly #numbered: Directory;

  constructor(store: SegmentStore, segments: readonly Segment[]) {
    this.#store = store;
    let next = 0;
    this.#sources = segments.map((segment) => {
      const numbers = renumber(segment.directory, next);
      next += segment.totals.passages;
      return { segment, numbers };
    });
    this.#directory = packDirectory(segments.flatMap((segment) => lengthsOf(segment.directory)));
    this.#numbered = unpackDirectory(this.#directory);
  }

  /** Where a document of a source is now. */
  placeOf({ segment, first }: { readonly segment: SegmentId; readonly first: number }): number {
    return this.#sources.find((source) => source.segment.id === segment)?.numbers[first] ?? NOWHERE;
  }

  /** Writes it, in small steps between which other work goes on; `isWanted` is asked now and then. */
  async write(segment: SegmentId, isWanted: () => boolean): Promise<boolean> {
    const size = this.#numbered.firsts.length;
    const written = await writePostings({ size, rows: this.#rows(segment), isWanted }, this.#store.write);
    if (!written) return false;
    const filed = new FiledDocuments();
    for (const source of this.#sources) {
      if (!isWanted()) return false;
      await this.#writeDocuments(segment, source);
      await this.#file(source, filed);
    }
    const head = { segment, directory: this.#directory, filed: filed.pack(), pack: written.pack };
    await this.#store.write.writeHead(head);
    return true;
  }

  async *#rows(segment: SegmentId): AsyncGenerator<PostingsRow> {
    const sources: (Source & { readonly reader: RowReader })[] = [];
    for (const source of this.#sources) {
      sources.push({ ...source, reader: await this.#readerOf(source.segment) });
      await yieldToEvents(); // opening a pack takes some milliseconds
    }
    const lists = { one: new PostingList(), all: new PostingList(), writer: new VarintWriter(1024) };
    for (;;) {
      for (const { reader } of sources) if (reader.isEmpty) await reader.fill();
      const term = leastTerm(sources.map(({ reader }) => reader));
      if (term === null) return;
      const merged = this.#merge({ segment, term }, takeRows(term, sources), lists);
      if (merged) yield merged;
    }
  }

  async #readerOf({ id, isPacked }: Segment): Promise<RowReader> {
    const { write, written } = this.#store;
    if (!isPacked) return new RowReader((after, count) => write.postingsAfter(id, after, count), ROWS);
    const pack = new Pack(id, await written.pack(id));
    return new RowReader(async (after, count) => pack.rowsAfter(after, count), ROWS);
  }

  #merge(
    key: Pick<PostingsRow, 'segment' | 'term'>,
    found: readonly Renumbered[],
    { one, all, writer }: Lists,
  ): PostingsRow | null {
    join(found, ({ texts }) => texts, { one, all });
    if (all.count === 0) return null;
    const row = { ...key, ...countPostings(all, this.#numbered), texts: packPostings(all, writer) };
    join(found, ({ titles }) => titles, { one, all });
    return { ...row, titles: all.count > 0 ? packPostings(all, writer) : null };
  }

  async #writeDocuments(segment: SegmentId, { segment: { id }, numbers }: Source): Promise<void> {
    for (let after = -1; ; ) {
      const read = await this.#store.write.documentsAfter(id, after, ROWS);
      after = read.at(-1)?.first ?? after;
      const placed: PlacedDocument[] = read
        .map((each) => ({ segment, first: numbers[each.first] ?? NOWHERE, id: each.id }))
        .filter(({ first }) => first !== NOWHERE);
      if (placed.length > 0) await this.#store.write.writeDocuments(placed);
      if (read.length < ROWS) return;
      await yieldToEvents();
    }
  }

  async #file({ segment: { id, directory } }: Source, filed: FiledDocuments): Promise<void> {
    const known = unpackFiled(await this.#store.written.filed(id));
    let first = 0;
    for (const each of known) {
      if (directory.firsts[first] === first) filed.add(each);
      first += directory.sizes[first] ?? 0;
    }
  }
}

interface Source {
  readonly segment: Segment;
  /** By passage: its new number; NOWHERE if it is deleted. */
  readonly numbers: Uint32Array;
}

interface Renumbered {
  readonly row: PostingsRow;
  readonly numbers: Uint32Array;
}

interface Lists {
  readonly one: PostingList;
  readonly all: PostingList;
  readonly writer: VarintWriter;
}

function renumber({ firsts }: Directory, from: number): Uint32Array {
  let next = from;
  return firsts.map((first) => (first === NOWHERE ? NOWHERE : next++));
}

function lengthsOf({ firsts, sizes, lengths, documentLengths }: Directory): readonly DocumentLengths[] {
  const documents: DocumentLengths[] = [];
  for (let first = 0; first < firsts.length; first += sizes[first] || 1)
    if (firsts[first] === first)
      documents.push({
        length: documentLengths[first] ?? 0,
        lengths: lengths.subarray(first, first + (sizes[first] ?? 0)),
      });
  return documents;
}

function leastTerm(readers: readonly RowReader[]): string | null {
  let least: string | null = null;
  for (const { row } of readers)
    if (row && (least === null || compareTerms(row.term, least) < 0)) least = row.term;
  return least;
}

/** Takes the rows of a term, which are the next of their readers. */
function takeRows(
  term: string,
  sources: readonly { readonly reader: RowReader; readonly numbers: Uint32Array }[],
): readonly Renumbered[] {
  const taken: Renumbered[] = [];
  for (const { reader, numbers } of sources) {
    const { row } = reader;
    if (row?.term !== term) continue;
    taken.push({ row, numbers });
    reader.advance();
  }
  return taken;
}

/** Joins the postings of several segments under their new numbers. */
function join(
  found: readonly Renumbered[],
  bytesOf: (row: PostingsRow) => Uint8Array | null,
  { one, all }: Pick<Lists, 'one' | 'all'>,
): void {
  all.begin(found.reduce((sum, { row }) => sum + (bytesOf(row)?.length ?? 0), 0));
  for (const { row, numbers } of found) {
    unpackPostings(bytesOf(row) ?? NONE, one);
    for (let at = 0; at < one.count; at++) {
      const passage = numbers[one.passages[at] ?? 0] ?? NOWHERE;
      if (passage !== NOWHERE) all.push(passage, one.times[at] ?? 1);
    }
  }
}

const NONE = new Uint8Array(0);
