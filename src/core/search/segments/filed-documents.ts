import type { Document } from '../../library/documents/document.ts';
import { admits, type DocumentFilter } from '../../library/documents/document-filter.ts';
import { type Directory, NOWHERE } from '../scoring/directory.ts';

/** What filters ask of documents besides their ids. */
type Filed = Pick<Document, 'published' | 'publisher' | 'author' | 'tags' | 'grade'>;

/** What is known of the documents of a segment, in order; each different description is held once. */
export class FiledDocuments {
  readonly #descriptions: Filed[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #documents: number[] = [];

  /** Adds the next document. */
  add({ published, publisher, author, tags, grade }: Filed): void {
    const filed = { published, publisher, author, ...(tags && { tags }), ...(grade && { grade }) };
    const key = JSON.stringify(filed);
    const number = this.#numbers.get(key) ?? this.#descriptions.push(filed) - 1;
    this.#numbers.set(key, number);
    this.#documents.push(number);
  }

  pack(): Uint8Array {
    return Buffer.from(JSON.stringify([this.#descriptions, this.#documents]));
  }
}

/** Unpacks what is known of each document of a segment. */
export function unpackFiled(bytes: Uint8Array): readonly Filed[] {
  const { descriptions, documents } = parse(bytes);
  return documents.flatMap((number) => descriptions[number] ?? []);
}

/** Returns for each document, by its first passage, 1 if it passes a filter; which documents are named is not looked at. */
export function admitted(bytes: Uint8Array, { sizes }: Directory, filter: DocumentFilter): Uint8Array {
  const { among: _, ...conditions } = filter;
  const { descriptions, documents } = parse(bytes);
  const passes = descriptions.map((filed) => admits(conditions, { ...filed, id: NO_ID }));
  const mask = new Uint8Array(sizes.length);
  let first = 0;
  for (const number of documents) {
    if (passes[number]) mask[first] = 1;
    first += sizes[first] ?? NOWHERE;
  }
  return mask;
}

const NO_ID = '' as Document['id'];

function parse(bytes: Uint8Array): {
  readonly descriptions: readonly Filed[];
  readonly documents: readonly number[];
} {
  const [descriptions, documents] = JSON.parse(Buffer.from(bytes).toString()) as [Filed[], number[]];
  return { descriptions, documents };
}
