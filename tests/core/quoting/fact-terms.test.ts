import { expect, test } from 'vitest';
import { factTermsOf } from '../../../src/core/quoting/fact-terms.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';
import { createDocument } from '../../fakes/documents.ts';

test('what is known of a document is found once its language is loaded', async () => {
  const document = createDocument('town/depths', { title: 'The harbor' });
  const english = await loadLanguage('en');
  expect(factTermsOf(document, () => [])).toEqual(new Set());
  const terms = factTermsOf(document, (text) => splitWords(text, english));
  expect(terms).toContain('harbor');
  expect(factTermsOf(document, () => [])).toBe(terms);
});
