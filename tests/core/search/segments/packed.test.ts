import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PostingList } from '../../../../src/core/search/scoring/posting-list.ts';
import { compareTerms } from '../../../../src/core/search/segments/compare-terms.ts';
import { orderTerms } from '../../../../src/core/search/segments/order-terms.ts';
import { Pack, PackBuilder } from '../../../../src/core/search/segments/pack.ts';
import {
  packDirectory,
  totalsOf,
  unpackDirectory,
  withoutDocuments,
} from '../../../../src/core/search/segments/packed-directory.ts';
import { packPostings, unpackPostings } from '../../../../src/core/search/segments/packed-postings.ts';
import { VarintWriter } from '../../../../src/core/search/segments/varints.ts';

const posting = fc.tuple(fc.nat(40_000), fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 70_000 })));
const postings = fc
  .uniqueArray(posting, { selector: ([passage]) => passage })
  .map((each) => each.sort(([a], [b]) => a - b));

describe('packed postings', () => {
  test('are the same postings', () => {
    fc.assert(
      fc.property(postings, (each) => {
        expect(unpack(pack(each))).toEqual(each);
      }),
    );
  });

  test('that are damaged come to an end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(unpack(bytes).length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

test('a packed directory has the lengths of its documents', () => {
  const lengths = fc.array(fc.nat(300), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(fc.record({ length: fc.nat(9000), lengths })), (documents) => {
      const directory = unpackDirectory(packDirectory(documents));
      const firsts = [...new Set(directory.firsts)];
      expect(firsts.map((first) => directory.documentLengths[first])).toEqual(
        documents.map(({ length }) => length),
      );
      expect([...directory.lengths]).toEqual(documents.flatMap((each) => each.lengths));
      const left = withoutDocuments(directory, firsts.slice(1));
      expect(totalsOf(left).documents).toBe(Math.min(1, documents.length));
      expect(totalsOf(left).documentLengths).toBe(documents[0]?.length ?? 0);
    }),
  );
});

test('terms are ordered as by the bytes of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(Math.sign(compareTerms(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

test('terms are put in that order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 4 })), (terms) => {
      expect([...orderTerms(terms)]).toEqual(terms.toSorted(compareTerms));
    }),
  );
});

describe('a pack', () => {
  const rows = ['apple', 'apples', 'bear', 'œuvre', '灯台', '\u{1d4b3}', 'x\u{10ffff}']
    .sort(compareTerms)
    .map(rowOf);
  const read = packOf(rows);

  test('has the rows that were put into it', () => {
    expect(rows.map(({ term }) => plain(read.get(term)))).toEqual(rows.map(plain));
    expect([read.get('appl'), read.get('zebra'), read.get('')]).toEqual([undefined, undefined, undefined]);
  });

  test('finds any term among many, and none that it does not have', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 120 }),
        (terms) => {
          const [packed, absent] = [
            terms.filter((_, at) => at % 3 > 0),
            terms.filter((_, at) => at % 3 === 0),
          ];
          const many = packOf(packed.toSorted(compareTerms).map((term, at) => rowOf(term, at)));
          for (const term of packed) expect(many.get(term)?.term).toBe(term);
          for (const term of absent) expect(many.get(term)).toBeUndefined();
          for (const term of absent)
            expect(many.rowsAfter(term, 3).map((row) => row.term)).toEqual(
              packed
                .filter((each) => compareTerms(each, term) > 0)
                .toSorted(compareTerms)
                .slice(0, 3),
            );
        },
      ),
    );
  });

  test('is read in the order of its terms', () => {
    const terms: string[] = [];
    for (let after = ''; ; after = terms.at(-1) ?? '') {
      const some = read.rowsAfter(after, 2);
      if (some.length === 0) break;
      terms.push(...some.map(({ term }) => term));
    }
    expect(terms).toEqual(rows.map(({ term }) => term));
  });

  test('knows the terms that begin alike', () => {
    expect(read.termsLike('a')).toEqual(['apple', 'apples']);
    expect(read.termsLike('c')).toEqual([]);
  });
});

function rowOf(term: string, at: number) {
  const titles = at % 2 === 0 ? pack([[0, at + 1]]) : null;
  return { segment: 7, term, passages: at + 1, documents: 1, texts: pack([[at, 1]]), titles };
}

function packOf(rows: Parameters<PackBuilder['add']>[0]): Pack {
  const builder = new PackBuilder();
  builder.add(rows);
  return new Pack(7, builder.bytes());
}

function plain(row: { readonly texts: Uint8Array; readonly titles: Uint8Array | null } | undefined) {
  return row && { ...row, texts: [...row.texts], titles: row.titles && [...row.titles] };
}

function pack(each: readonly (readonly [number, number])[]): Uint8Array {
  const list = new PostingList();
  list.begin(each.length);
  for (const [passage, times] of each) list.push(passage, times);
  return packPostings(list, new VarintWriter(1));
}

function unpack(bytes: Uint8Array): (readonly [number, number])[] {
  const list = new PostingList();
  unpackPostings(bytes, list);
  return Array.from(
    { length: list.count },
    (_, at) => [list.passages[at] ?? 0, list.times[at] ?? 0] as const,
  );
}
