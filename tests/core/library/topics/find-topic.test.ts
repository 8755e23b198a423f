import { describe, expect, test } from 'vitest';
import { findTopic } from '../../../../src/core/library/topics/find-topic.ts';
import type { Topic } from '../../../../src/core/library/topics/topic.ts';
import { UserError } from '../../../../src/core/text/user-error.ts';

describe('a topic', () => {
  const named = (name: string): Topic => ({
    ...{ name, title: name, query: name, collections: null, synonyms: [], aspects: [] },
  });
  const topics = ['nato-asia', 'liaison-office', 'tides', 'boats', 'piers'].map(named);

  function suggestionsFor(name: string, among: readonly Topic[]): readonly string[] {
    try {
      findTopic(name, among);
    } catch (error) {
      if (error instanceof UserError) return error.suggestions;
      throw error;
    }
    throw new Error('Found');
  }

  test.each(['\u202Enato-asia', 'nato\u200B-asia', '\u2066nato-asia\u2069'])(
    'is found with invisible characters in its name: %j',
    (name) => {
      expect(findTopic(name, topics).name).toBe('nato-asia');
    },
  );

  test.each(['nato-asia', 'NATO-Asia'])('is found by its name in any case: %s', (name) => {
    expect(findTopic(name, topics).name).toBe('nato-asia');
  });

  const titled = { ...named('nato-asia'), title: 'NATO in the Asia-Pacific' };
  const several = [titled, ...topics.slice(1), named('asia-trade')];

  test.each([
    'NATO in the Asia-Pacific',
    'nato asia',
    'NatoAsia',
    'NATO in Asia',
    'the Asia Pacific',
    'nato_asia',
  ])('is found by its title, or by what means no other: %s', (typed) => {
    expect(findTopic(typed, several).name).toBe('nato-asia');
  });

  test.each(['asia', 'NATO in Africa', 'nato asia tides', 'the', '—'])('is not guessed: %s', (typed) => {
    expect(() => findTopic(typed, several)).toThrow(UserError);
  });

  test.each([
    ['nato-asai', 'nato-asia'],
    ['nato', 'nato-asia'],
    ['asia', 'nato-asia'],
    ['liason-ofice', 'liaison-office'],
    ['tide', 'tides'],
  ])('is suggested for a name like it: %s for %s', (typed, meant) => {
    expect(suggestionsFor(typed, topics)[0]).toBe(meant);
  });

  test('is suggested with the first others when no name is like it', () => {
    expect(suggestionsFor('qqqq', topics)).toEqual(['nato-asia', 'liaison-office', 'tides']);
  });

  test('is not suggested where there are none', () => {
    expect(suggestionsFor('tides', [])).toEqual([]);
  });
});
