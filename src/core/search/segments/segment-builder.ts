import type { Document, DocumentId } from '../../library/documents/document.ts';
import { PostingList } from '../scoring/posting-list.ts';
import { countPostings } from '../scoring/term-counts.ts';
import { countTerms, type PassageTerms } from '../terms/passage-terms.ts';
import { FiledDocuments } from './filed-documents.ts';
import { orderTerms } from './order-terms.ts';
import { type DocumentLengths, packDirectory, unpackDirectory } from './packed-directory.ts';
import { packPostings } from './packed-postings.ts';
import type { PlacedDocument, PostingsRow, SegmentId, WrittenHead } from './segment-store.ts';
import { VarintWriter } from './varints.ts';

/** Collects the documents of one collection for a segment. */
export class SegmentBuilder {
  readonly #terms = new Map<string, Pairs>();
  readonly #documents: DocumentLengths[] = [];
  readonly #placed: { first: number; id: DocumentId }[] = [];
  readonly #filed = new FiledDocuments();
  #next = 0;
  #lengths: number[] = [];

  /** The number of passages. */
  get size(): number {
    return this.#next;
  }

  /** Adds a passage of the document that is added next. */
  addPassage({ text, title }: PassageTerms): void {
    const counts = countTerms(text);
    for (const [term, times] of counts) this.#pairsOf(term).texts.push(this.#next, times);
    for (const [term, times] of countTerms(title)) this.#pairsOf(term).titles.push(this.#next, times);
    this.#lengths.push(counts.size);
    this.#next++;
  }

  /** Adds a document, whose passages have been added. */
  addDocument(document: Document, length: number): void {
    this.#documents.push({ length, lengths: this.#lengths });
    this.#placed.push({ first: this.#next - this.#lengths.length, id: document.id });
    this.#filed.add(document);
    this.#lengths = [];
  }

  placed(segment: SegmentId): readonly PlacedDocument[] {
    return this.#placed.map((document) => ({ segment, ...document }));
  }

  head(segment: SegmentId): Omit<WrittenHead, 'pack'> {
    return { segment, directory: packDirectory(this.#documents), filed: this.#filed.pack() };
  }

  /** The postings of all terms, in the order of their code points. */
  *rows(segment: SegmentId): Generator<PostingsRow> {
    const directory = unpackDirectory(packDirectory(this.#documents));
    const [list, writer] = [new PostingList(), new VarintWriter(1024)];
    for (const term of orderTerms(this.#terms.keys())) {
      const { texts, titles } = this.#pairsOf(term);
      fill(list, texts);
      const row = { segment, term, ...countPostings(list, directory), texts: packPostings(list, writer) };
      fill(list, titles);
      yield { ...row, titles: titles.length > 0 ? packPostings(list, writer) : null };
    }
  }

  #pairsOf(term: string): Pairs {
    const known = this.#terms.get(term);
    if (known) return known;
    const made = { texts: [], titles: [] };
    this.#terms.set(term, made);
    return made;
  }
}

/** Passages, each followed by how often it has the term. */
interface Pairs {
  readonly texts: number[];
  readonly titles: number[];
}

function fill(list: PostingList, pairs: readonly number[]): void {
  list.begin(pairs.length / 2);
  for (let at = 0; at < pairs.length; at += 2) list.push(pairs[at] ?? 0, pairs[at + 1] ?? 0);
}
