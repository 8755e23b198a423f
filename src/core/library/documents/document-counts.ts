import type { IndexedDocument } from './indexed-document.ts';

/** What is counted of the documents of a collection: itself and its passages, under no value, and what is known of it. */
export type CountKind = 'document' | 'passage' | 'date' | 'language' | 'publisher' | 'tag';

/** How many there are of a kind with a value. Plain data, so that counts can be rows. */
export interface Count {
  readonly kind: CountKind;
  readonly value: string;
  readonly count: number;
}

/** Returns what one document adds to the counts of its collection, each kind and value once. */
export function countsOf({ document, passages }: IndexedDocument): readonly Count[] {
  const { published, language, publisher, tags = [] } = document;
  const one = (kind: CountKind, value: string | null): Count[] =>
    value === null ? [] : [{ kind, value, count: 1 }];
  return [
    ...one('document', ''),
    { kind: 'passage', value: '', count: passages.length },
    ...one('date', published),
    ...one('language', language),
    ...one('publisher', publisher),
    ...[...new Set(tags)].flatMap((tag) => one('tag', tag)),
  ];
}
