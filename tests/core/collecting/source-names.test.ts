import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createItemPlaces } from '../../../src/core/collecting/item-places.ts';
import { itemMark, sourceFolder, sourceId } from '../../../src/core/collecting/source-names.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';

const NEWS = 'news' as CollectionId;
const path = (title: string | null, published: string | null = '2024-05-03') =>
  createItemPlaces('news/collected/a', []).next({ key: 'k', title, published });

describe('the file of an item', () => {
  test.each([
    ['Ferry fares rise: “10 %” more', 'ferry-fares-rise-10-more'],
    ['Über Fähren & Häfen', 'uber-fahren-hafen'],
    ['../../etc/passwd', 'etc-passwd'],
    [`${'word '.repeat(30)}end`, Array(12).fill('word').join('-')],
  ])('is named after its title: %s', (title, words) => {
    expect(path(title)).toMatch(new RegExp(`^news/collected/a/2024-05/2024-05-03-${words}-[\\da-f]{8}$`));
  });

  test('has its mark alone where the title has no letters that every file system takes', () => {
    expect(path('港口')).toMatch(/^news\/collected\/a\/2024-05\/2024-05-03-[\da-f]{8}$/);
    expect(path(null, null)).toMatch(/^news\/collected\/a\/undated\/[\da-f]{8}$/);
  });

  test('is a plain path, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        expect(path(title)).toMatch(/^news\/collected\/a\/2024-05\/2024-05-03-[a-z\d-]{8,70}$/);
      }),
    );
  });
});

describe('the documents of a source', () => {
  const ITEM = { key: 'k', title: 'T', published: '2024-05-03' };
  const at = (place: string, count: number) =>
    Array.from({ length: count }, (_, n) => `a/${place}/x-${String(n).padStart(8, '0')}.html`);

  test('are found by their mark, whatever they were called then', () => {
    const places = createItemPlaces('a', [
      `a/2024-04/old-title-${itemMark('k')}.html`,
      'a/2024-04/sources.yaml',
      `a/undated/${itemMark('m')}.pdf`,
    ]);
    expect([places.earlier('k'), places.earlier('m'), places.earlier('n')]).toEqual([
      `a/2024-04/old-title-${itemMark('k')}.html`,
      `a/undated/${itemMark('m')}.pdf`,
      null,
    ]);
  });

  test('are two hundred in a folder at most', () => {
    expect(createItemPlaces('a', at('2024-05', 199)).next(ITEM)).toMatch(/^a\/2024-05\//);
    const places = createItemPlaces('a', [
      ...at('2024-05', 200),
      ...at('2024-05-2', 199),
      'a/2024-05-2/sources.yaml',
    ]);
    expect([places.next(ITEM), places.next(ITEM)]).toEqual([
      expect.stringMatching(/^a\/2024-05-2\//),
      expect.stringMatching(/^a\/2024-05-3\//),
    ]);
  });
});

test('the folder of a source is named after its host, and differs for each address', () => {
  const folder = (url: string) => sourceFolder({ id: sourceId(NEWS, url), collection: NEWS, url });
  expect(folder('https://www.gazette.example/feed')).toMatch(/^news\/collected\/gazette-example-[\da-f]{6}$/);
  expect(folder('https://www.gazette.example/feed')).not.toBe(folder('https://www.gazette.example/other'));
  expect(sourceId(NEWS, 'https://a.example/')).not.toBe(
    sourceId('art' as CollectionId, 'https://a.example/'),
  );
});
