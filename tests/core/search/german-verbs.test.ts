import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/search/parse-query.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';

/** The concept of one word of a German question. */
async function conceptOf(word: string, question: string) {
  const { concepts } = await parseQuery(question, {
    languages: [await loadLanguage('de')],
    thesaurus: { match: () => null },
    collections: [],
    index: {
      statistics: async (terms) => ({
        passages: 1000,
        frequencies: new Map(Array.from(terms, (term) => [term, 20])),
      }),
      similarTerms: async () => new Map(),
    },
  });
  const concept = concepts.find(({ written }) => written === word);
  return { ...concept, terms: concept?.wordings.flatMap(({ terms }) => terms) };
}

test('a verb is looked for in all its forms', async () => {
  const { terms } = await conceptOf('ändern', 'Wer darf die Ordnung ändern?');
  expect(terms).toEqual(expect.arrayContaining(['and', 'andert', 'geandert']));
});

test('a noun is no verb', async () => {
  const { terms } = await conceptOf('Kosten', 'Wer trägt die Kosten?');
  expect(terms).not.toContain('gekostet');
});

test('a verb whose stem changes has its own forms', async () => {
  const { terms } = await conceptOf('fahren', 'Wer darf mit dem Boot fahren?');
  expect(terms).toContain('|fahr');
  expect(terms).not.toContain('fahrt');
});

test('a verb counts less than a noun', async () => {
  const question = 'Wer darf die Ordnung ändern?';
  const [verb, noun] = [await conceptOf('ändern', question), await conceptOf('Ordnung', question)];
  expect(verb.specificity).toBeLessThan(noun.specificity ?? 0);
});
