import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/search/parse-query.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';

/** Parses a question to documents that have these terms, in so many passages of a thousand. */
async function wordings(question: string, code: string, frequencies: Readonly<Record<string, number>>) {
  const { concepts } = await parseQuery(question, {
    languages: [await loadLanguage(code)],
    thesaurus: { match: () => null },
    collections: [],
    index: {
      statistics: async () => ({ passages: 1000, frequencies: new Map(Object.entries(frequencies)) }),
      similarTerms: async () => new Map(),
    },
  });
  return concepts.map(({ wordings }) =>
    wordings.filter(({ head }) => head !== undefined).map(({ terms }) => terms.join(' ')),
  );
}

describe('a compound that documents hardly have', () => {
  test.each([
    ['Was regelt die Hafenordnung?', 'de', { regelt: 9, haf: 5, ordnung: 5 }, 'haf ordnung'],
    ['Wo ist die Arbeitstagung?', 'de', { arbeit: 5, tagung: 5 }, 'arbeit tagung'],
    ['Wat is het havenreglement?', 'nl', { hav: 5, reglement: 5 }, 'hav reglement'],
  ] as const)('is also meant where its parts stand apart: %s', async (question, code, frequencies, parts) => {
    expect((await wordings(question, code, frequencies)).flat()).toContain(parts);
  });

  test('is left whole if a part is no word of the documents', async () => {
    expect((await wordings('Was regelt die Hafenordnung?', 'de', { ordnung: 5 })).flat()).toEqual([]);
  });

  test('is left whole if its head would be a function word', async () => {
    expect(
      (await wordings('Vertrekt de boot voordam het havendat?', 'nl', { hav: 5, dat: 5 })).flat(),
    ).toEqual([]);
  });

  test('is left whole if it is part of a name', async () => {
    const terms = { lind: 5, mann: 5, lindemann: 0 };
    expect((await wordings('Wo wohnt die Anna Lindemann?', 'de', terms)).flat()).toEqual([]);
  });
});

test('a compound that documents often have is left whole', async () => {
  const terms = { hafenordn: 90, haf: 5, ordnung: 5 };
  expect((await wordings('Was regelt die Hafenordnung?', 'de', terms)).flat()).toEqual([]);
});

test('two words are also found where documents join them', async () => {
  expect(await wordings('Wann ist die Wahl zum Stadtrat?', 'de', { stadtratswahl: 2 })).toEqual([
    ['stadtratswahl'],
    ['stadtratswahl'],
  ]);
});
