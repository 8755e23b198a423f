import { beforeAll, describe, expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { COUNTRY_SYNONYMS } from '../../../src/core/search/country-synonyms.ts';
import { createMiniSearchIndex } from '../../../src/core/search/minisearch/minisearch-index.ts';
import { parseQuery } from '../../../src/core/search/parse-query.ts';
import type { PassageIndex } from '../../../src/core/search/passage-index.ts';
import type { Concept, Query } from '../../../src/core/search/query.ts';
import { createThesaurus } from '../../../src/core/search/synonyms.ts';
import { type Language, loadLanguage } from '../../../src/core/text/languages.ts';
import { splitTerms } from '../../../src/core/text/words.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';

const COLLECTIONS = ['harbour' as CollectionId];

const TEXT = [
  'The U.S. asked the council to keep the lighthouse, and Washington sent a keeper.',
  'Tell us what the keeper of the lighthouse said, the harbour master told us.',
  'South Korea built ships with Japanese engines.',
  'Secretary General Stoltenberg opened the office.',
].join('\n\n');

let english: Language;
let index: PassageIndex;

beforeAll(async () => {
  english = await loadLanguage('en');
  index = createMiniSearchIndex();
  await index.add([createIndexedDocument('harbour/a', { text: TEXT })]);
});

function parse(
  text: string,
  asking: Pick<PassageIndex, 'statistics' | 'similarTerms'> = index,
): Promise<Query> {
  const thesaurus = createThesaurus(COUNTRY_SYNONYMS, english);
  return parseQuery(text, { languages: [english], thesaurus, index: asking, collections: COLLECTIONS });
}

async function written(text: string): Promise<string[]> {
  return (await parse(text)).concepts.map((concept) => concept.written);
}

/** Whether a question looks for a phrase, in any wording. */
async function looksFor(text: string, phrase: string): Promise<boolean> {
  const sought = splitTerms(phrase, english).join(' ');
  const { concepts } = await parse(text);
  return concepts.some(({ wordings }) => wordings.some(({ terms }) => terms.join(' ') === sought));
}

async function conceptOf(text: string): Promise<Concept> {
  const [concept] = (await parse(text)).concepts;
  if (!concept) throw new Error(`No concept in ${text}`);
  return concept;
}

describe('the words of a question', () => {
  test('are its content words, as written, in order', async () => {
    expect(await written('Who rebuilt the old Lighthouse for the keeper?')).toEqual([
      ...['rebuilt', 'old', 'Lighthouse', 'keeper'].map((word) => expect.stringContaining(word)),
    ]);
  });

  test('count once each, in whatever form', async () => {
    expect(await written('keeper keepers keeper’s KEEPER')).toHaveLength(1);
  });

  test('that only ask weigh less than those asked about', async () => {
    const [asking, asked] = (await parse('describe lighthouses')).concepts;
    expect(asking?.weight).toBeLessThan(asked?.weight ?? 0);
    expect([asking?.essential, asked?.essential]).toEqual([false, true]);
  });

  test('are no contractions, but “won” says what was done', async () => {
    expect(await written("Why doesn’t the keeper sail, and can't he?")).toEqual(['Why', 'keeper', 'sail']);
    expect(await written('Who won the lighthouse?')).toEqual(['won', 'lighthouse']);
  });

  test('are also looked for as others of their family, which count less', async () => {
    expect(await looksFor('Who married the keeper?', 'marriage')).toBe(true);
    const [own, kindred] = (await conceptOf('married')).wordings;
    expect(kindred?.weight).toBeLessThan(own?.weight ?? 0);
  });

  test('that are names are of no family', async () => {
    expect(await looksFor('What does Young think?', 'youth')).toBe(false);
  });

  test('that say nothing leave nothing', async () => {
    expect((await parse('of the and it?')).concepts).toEqual([]);
  });

  test('may be thousands', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => `word${at}`).join(' ');
    expect((await parse(many)).concepts.length).toBeLessThanOrEqual(32);
  });

  test('are kept by what they tell when there are too many', async () => {
    const ordinary = `people house day night man woman child car dog cat door budget hand face street money work
      friend family water food morning girl boy guy world life heart head eyes game music story book phone table
      school party movie trouble`;
    expect(await written(`${ordinary} Stoltenberg`)).toContain('Stoltenberg');
  });

  test('are the same in British and American spelling', async () => {
    expect((await conceptOf('harbour')).wordings).toEqual((await conceptOf('harbor')).wordings);
  });

  test('are the same with and without accents', async () => {
    expect((await conceptOf('café')).wordings).toEqual((await conceptOf('cafe')).wordings);
  });
});

describe('the United States', () => {
  test.each(['US', 'U.S.', 'USA', 'U.S.A.', 'United States', 'America', 'Washington'])(
    'may be called %s',
    async (name) => {
      expect(await looksFor(`What does the ${name} want?`, 'United States')).toBe(true);
    },
  );

  test.each(['What does the keeper tell us?', 'Tell us about the lighthouse', 'Let us see the harbour'])(
    'are not meant by the pronoun: %s',
    async (question) => {
      expect(await looksFor(question, 'United States')).toBe(false);
    },
  );

  test('are not meant by other short words in capitals', async () => {
    expect(await looksFor('WHO said IT?', 'United States')).toBe(false);
  });
});

describe('a place', () => {
  test.each([
    ['Japan', 'Japanese'],
    ['Tokyo', 'Japan'],
    ['Seoul', 'South Korea'],
    ['Republic of Korea', 'South Korean'],
    ['Macron’s France', 'Paris'],
    ['UK', 'Britain'],
    ['Moscow', 'Kremlin'],
  ])('is looked for by its other names: %s as %s', async (name, other) => {
    expect(await looksFor(`What about ${name}?`, other)).toBe(true);
  });

  test('of two words is one concept', async () => {
    expect(await written('ships of South Korea')).toEqual(['ships', 'South Korea']);
  });

  test('is not its namesake: South Korea is not North Korea', async () => {
    expect(await looksFor('ships of South Korea', 'Pyongyang')).toBe(false);
  });

  test('weighs more under the name that was asked for', async () => {
    const [own, ...others] = (await conceptOf('Japan')).wordings;
    expect(others.every(({ weight }) => weight < (own?.weight ?? 0))).toBe(true);
  });
});

describe('a word that no document has', () => {
  test.each([
    ['Stoltenburg', 'Stoltenberg'],
    ['lighthose', 'lighthouse'],
    ['harbuor', 'harbour'],
  ])('is looked for as the one it is misspelt for: %s as %s', async (typed, meant) => {
    expect(await looksFor(typed, meant)).toBe(true);
  });

  test('weighs less in the spelling that was guessed', async () => {
    const [own, guessed] = (await conceptOf('Stoltenburg')).wordings;
    expect(guessed?.weight).toBeLessThan(own?.weight ?? 0);
  });

  test('is looked for as it stands when nothing is like it', async () => {
    expect((await conceptOf('hypersonic')).wordings.map(({ terms }) => terms)).toEqual([
      splitTerms('hypersonic', english),
    ]);
  });
});

describe('a word that the documents have', () => {
  test('is not taken for another', async () => {
    expect((await conceptOf('keeper')).wordings).toHaveLength(1);
  });
});

describe('the index', () => {
  /** Parses a question and returns which methods of the index were called. */
  async function callsFor(question: string): Promise<string[]> {
    const calls: string[] = [];
    await parse(question, {
      statistics: (...request) => {
        calls.push('statistics');
        return index.statistics(...request);
      },
      similarTerms: (...request) => {
        calls.push('similarTerms');
        return index.similarTerms(...request);
      },
    });
    return calls;
  }

  test('is asked once for all terms of a question', async () => {
    expect(await callsFor('Who asked the council to keep the lighthouse of Japan?')).toEqual(['statistics']);
  });

  test('is asked once more for all words that no document has', async () => {
    expect(await callsFor('Stoltenburg, the lighthose and a keeper')).toEqual(['statistics', 'similarTerms']);
  });
});
