import { describe, expect, test } from 'vitest';
import { parseEditionContent } from '../../../src/core/news/edition-content.ts';

const SHOWN = {
  ...{ document: 'harbour/a', sha256: 'abc', start: 0, end: 9, publisher: null },
  ...{ terms: [1, 2], facts: [3] },
};

describe('the stored content of an edition', () => {
  test.each([
    ['without excerpts', { documents: [], shown: [] }],
    ['with the texts shown', { documents: [], shown: [{ ...SHOWN, text: 'The ferry.' }] }],
    ['of a first edition', { documents: [{ id: 'harbour/a', sha256: 'abc' }], shown: [SHOWN], first: true }],
  ])('is parsed as it is: %s', (_what, content) => {
    expect(parseEditionContent(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });

  test.each([
    ['nothing', null],
    ['a text', 'documents'],
    ['a part of it', { documents: [] }],
    ['lists of something else', { documents: [{ id: 3 }], shown: [] }],
    ['excerpts without their hashes', { documents: [], shown: [{ ...SHOWN, terms: undefined }] }],
    ['excerpts with another text', { documents: [], shown: [{ ...SHOWN, text: 3 }] }],
    ['excerpts without their places', { documents: [], shown: [{ ...SHOWN, end: '9' }] }],
  ])('is none: %s', (_what, value) => {
    expect(parseEditionContent(value)).toBeNull();
  });
});
