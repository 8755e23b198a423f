import { beforeAll, describe, expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/document.ts';
import { COUNTRY_SYNONYMS } from '../../../src/core/search/country-synonyms.ts';
import { createMiniSearchIndex } from '../../../src/core/search/minisearch/minisearch-index.ts';
import {
  conceptInformation,
  isKnown,
  parseQuery,
  type QueryContext,
} from '../../../src/core/search/parse-query.ts';
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
let reading: QueryContext;

beforeAll(async () => {
  english = await loadLanguage('en');
  const index = createMiniSearchIndex();
  await index.add([createIndexedDocument('harbour/a', { text: TEXT })]);
  reading = {
    languages: [english],
    vocabulary: index.vocabulary(COLLECTIONS),
    thesaurus: createThesaurus(COUNTRY_SYNONYMS, english),
    similarTerms: (term) => index.similarTerms(term, COLLECTIONS),
  };
});

function read(text: string): Query {
  return parseQuery(text, reading);
}

function written(text: string): string[] {
  return read(text).concepts.map((concept) => concept.written);
}

/** Says whether a question looks for a phrase, in any wording. */
function looksFor(text: string, phrase: string): boolean {
  const sought = splitTerms(phrase, english).join(' ');
  return read(text).concepts.some(({ wordings }) => wordings.some(({ terms }) => terms.join(' ') === sought));
}

function conceptOf(text: string): Concept {
  const [concept] = read(text).concepts;
  if (!concept) throw new Error(`No concept in ${text}`);
  return concept;
}

describe('the words of a question', () => {
  test('are its content words, as written, in order', () => {
    expect(written('Who rebuilt the old Lighthouse for the keeper?')).toEqual([
      ...['rebuilt', 'old', 'Lighthouse', 'keeper'].map((word) => expect.stringContaining(word)),
    ]);
  });

  test('count once each, in whatever form', () => {
    expect(written('keeper keepers keeper’s KEEPER')).toHaveLength(1);
  });

  test('that only ask weigh less than those asked about', () => {
    const [asking, asked] = read('describe lighthouses').concepts;
    expect(asking?.weight).toBeLessThan(asked?.weight ?? 0);
    expect([asking?.essential, asked?.essential]).toEqual([false, true]);
  });

  test('that say nothing leave nothing', () => {
    expect(read('of the and it?').concepts).toEqual([]);
  });

  test('may be thousands', () => {
    const many = Array.from({ length: 2000 }, (_, at) => `word${at}`).join(' ');
    expect(read(many).concepts.length).toBeLessThanOrEqual(32);
  });

  test('are kept by what they tell when there are too many', () => {
    const ordinary = `people house day night man woman child car dog cat door budget hand face street money work
      friend family water food morning girl boy guy world life heart head eyes game music story book phone table
      school party movie trouble`;
    expect(written(`${ordinary} Stoltenberg`)).toContain('Stoltenberg');
  });

  test('are the same in British and American spelling', () => {
    expect(conceptOf('harbour').wordings).toEqual(conceptOf('harbor').wordings);
  });

  test('are the same with and without accents', () => {
    expect(conceptOf('café').wordings).toEqual(conceptOf('cafe').wordings);
  });
});

describe('the United States', () => {
  test.each(['US', 'U.S.', 'USA', 'U.S.A.', 'United States', 'America', 'Washington'])(
    'may be called %s',
    (name) => {
      expect(looksFor(`What does the ${name} want?`, 'United States')).toBe(true);
    },
  );

  test.each(['What does the keeper tell us?', 'Tell us about the lighthouse', 'Let us see the harbour'])(
    'are not meant by the pronoun: %s',
    (question) => {
      expect(looksFor(question, 'United States')).toBe(false);
    },
  );

  test('are not meant by other short words in capitals', () => {
    expect(looksFor('WHO said IT?', 'United States')).toBe(false);
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
  ])('is looked for by its other names: %s as %s', (name, other) => {
    expect(looksFor(`What about ${name}?`, other)).toBe(true);
  });

  test('of two words is one concept', () => {
    expect(written('ships of South Korea')).toEqual(['ships', 'South Korea']);
  });

  test('is not its namesake: South Korea is not North Korea', () => {
    expect(looksFor('ships of South Korea', 'Pyongyang')).toBe(false);
  });

  test('weighs more under the name that was asked for', () => {
    const [own, ...others] = conceptOf('Japan').wordings;
    expect(others.every(({ weight }) => weight < (own?.weight ?? 0))).toBe(true);
  });

  test('is known when the documents have any of its names', () => {
    expect(isKnown(conceptOf('Tokyo'), reading.vocabulary)).toBe(true);
  });
});

describe('a word that no document has', () => {
  test.each([
    ['Stoltenburg', 'Stoltenberg'],
    ['lighthose', 'lighthouse'],
    ['harbuor', 'harbour'],
  ])('is looked for as the one it is misspelt for: %s as %s', (typed, meant) => {
    expect(looksFor(typed, meant)).toBe(true);
  });

  test('weighs less in the spelling that was guessed', () => {
    const [own, guessed] = conceptOf('Stoltenburg').wordings;
    expect(guessed?.weight).toBeLessThan(own?.weight ?? 0);
  });

  test('is looked for as it stands when nothing is like it', () => {
    expect(conceptOf('hypersonic').wordings.map(({ terms }) => terms)).toEqual([
      splitTerms('hypersonic', english),
    ]);
  });

  test('tells more when it is special than when it is an ordinary word', () => {
    const information = (word: string) => conceptInformation(conceptOf(word), reading.vocabulary);
    expect(information('hypersonic')).toBeGreaterThan(information('people'));
  });
});

describe('a word that the documents have', () => {
  test('is not taken for another', () => {
    expect(conceptOf('keeper').wordings).toHaveLength(1);
  });
});
