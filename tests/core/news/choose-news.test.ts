import { describe, expect, test } from 'vitest';
import { chooseNews, type News } from '../../../src/core/news/choose-news.ts';
import { chooseVaried } from '../../../src/core/news/choose-varied.ts';
import { growExcerpt } from '../../../src/core/quoting/excerpts.ts';
import { createCandidate } from '../../fakes/candidates.ts';

const BUDGET = { maxPoints: 3, maxCharacters: 1000 };

let places = 0; // no two excerpts overlap

/** News from a document; the text is all that tells excerpts apart. */
function news(id: string, text: string, given: Partial<News> & { publisher?: string } = {}): News {
  const { publisher = null, ...rest } = given;
  const candidate = createCandidate(`harbour/${id}`, { text, publisher }, { terms: new Set([text]) });
  const start = places++ * 1000;
  const excerpt = { ...growExcerpt(candidate), slice: { start, end: start + text.length } };
  return { ...{ excerpt, candidate, strength: 1, quality: 1, opening: 0, isNew: true }, ...rest };
}

const idsOf = (excerpts: ReturnType<typeof chooseNews>) =>
  excerpts.map(({ document }) => document.id.replace('harbour/', ''));

describe('of news', () => {
  test('the best of each document is chosen before a second of any', () => {
    const all = [news('a', 'One.', { quality: 3 }), news('a', 'Two.', { quality: 2 }), news('b', 'Three.')];
    expect(idsOf(chooseNews(all, { ...BUDGET, maxPoints: 2 }))).toEqual(['a', 'b']);
  });

  test('a document is quoted twice at most, the second time only with something strong', () => {
    const all = ['One.', 'Two.', 'Three.'].map((text) => news('a', text));
    expect(chooseNews(all, BUDGET)).toHaveLength(2);
    const weak = all.map((entry) => ({ ...entry, strength: 0.5 }));
    expect(chooseNews(weak, BUDGET)).toHaveLength(1);
  });

  test('new documents come before changed ones, however good', () => {
    const all = [news('old', 'One.', { isNew: false, quality: 9 }), news('new', 'Two.')];
    expect(idsOf(chooseNews(all, BUDGET))).toEqual(['new', 'old']);
  });

  test('another publisher comes before the same again', () => {
    const all = [
      news('a', 'One.', { publisher: 'Herald', quality: 3 }),
      news('b', 'Two.', { publisher: 'Herald', quality: 2 }),
      news('c', 'Three.', { publisher: 'Gazette' }),
    ];
    expect(idsOf(chooseNews(all, BUDGET))).toEqual(['a', 'c', 'b']);
  });

  test('what takes no more than its share comes before what is longer', () => {
    const long = `It ${'rained and '.repeat(60)}stopped.`;
    const all = [news('a', 'One.', { quality: 3 }), news('b', long, { quality: 2 }), news('c', 'Three.')];
    expect(idsOf(chooseNews(all, BUDGET))).toEqual(['a', 'c', 'b']);
  });
});

describe('news about different things', () => {
  const varied = (all: readonly News[], maxPoints = 3) =>
    chooseVaried(all, { ...BUDGET, maxPoints }, ({ text }) => (text.startsWith('Lund') ? 'Lund' : null));

  test('are chosen before those that repeat one with other numbers and names', () => {
    const all = [
      news('a', 'Lund sold 3 ferries to the island council.', { quality: 5 }),
      news('b', 'Lund sold 4 ferries to the island council.', { quality: 4 }),
      news('c', 'Two young bears were born at the zoo.', { quality: 1 }),
    ];
    expect(idsOf(varied(all, 2).chosen)).toEqual(['a', 'c']);
    expect(idsOf(varied(all).chosen)).toEqual(['a', 'c', 'b']);
  });

  test('are chosen one on each aspect first', () => {
    const all = [
      news('a', 'Lund sold the ferry.', { quality: 5 }),
      news('b', 'Lund warned everyone about a storm.', { quality: 4 }),
      news('c', 'Two young bears were born.', { quality: 1 }),
    ];
    expect(idsOf(varied(all, 2).chosen)).toEqual(['a', 'c']);
  });

  test('are read with those of new documents first', () => {
    const all = [
      news('old', 'Two young bears were born.', { isNew: false }),
      news('new', 'Lund sold 3 ferries to the council.'),
      news('again', 'Lund sold 4 ferries to the council.'),
    ];
    expect(idsOf(varied(all).chosen)).toEqual(['new', 'again', 'old']);
  });

  test('say whether there is more', () => {
    const all = [news('a', 'Lund sold the ferry.'), news('b', 'Two young bears were born.')];
    expect([varied(all, 1).more, varied(all, 2).more]).toEqual([true, false]);
  });
});
