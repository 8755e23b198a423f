import { describe, expect, test } from 'vitest';
import { createThesaurus, joinThesauri } from '../../../src/core/search/synonyms.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitTerms } from '../../../src/core/text/words.ts';

const english = await loadLanguage('en');
const terms = (text: string) => splitTerms(text, english);
const ferries = [
  ['ferry', 'the boats', 'ferry boat'],
  ['Élan harbour', 'harbour'],
  ['boat', 'vessel'],
];

describe('a phrase of a group', () => {
  const { match } = createThesaurus(ferries, english);

  test('is found in any form of its words, the longest first', () => {
    expect(match(terms('two ferry boats left'), 1)).toMatchObject({ length: 2 });
    expect(match(terms('two ferries left'), 1)?.group).toHaveLength(3);
  });

  test('is found past a function word and an accent', () => {
    expect(match(terms('Boats'), 0)?.group).toContainEqual(['ferri']);
    expect(match(terms('elan harbours'), 0)).toMatchObject({ length: 2 });
  });

  test('belongs to the earlier of two groups, whatever was looked up before', () => {
    const late = createThesaurus(ferries, english);
    late.match(terms('vessel'), 0);
    expect(late.match(terms('boat'), 0)).toEqual(match(terms('boat'), 0));
  });

  test('is not found in another place, nor without a language', () => {
    expect(match(terms('two ferries left'), 0)).toBeNull();
    expect(createThesaurus(ferries, undefined).match(['ferri'], 0)).toBeNull();
  });
});

test('of two thesauri the longer phrase counts, and of equal ones the first’s', () => {
  const first = createThesaurus([['ferry', 'pier']], english);
  const second = createThesaurus(
    [
      ['ferry boat', 'long'],
      ['ferry', 'other'],
    ],
    english,
  );
  const { match } = joinThesauri(first, second);
  expect(match(terms('ferry'), 0)?.group).toEqual([['ferri'], ['pier']]);
  expect(match(terms('ferry boat'), 0)?.length).toBe(2);
  expect(match(terms('mast'), 0)).toBeNull();
});
