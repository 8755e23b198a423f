import { describe, expect, test } from 'vitest';
import { findDocument } from '../../../src/core/library/find-document.ts';
import { createDocument } from '../../fakes/documents.ts';

const FARES = createDocument('port/fares', { title: 'Ferry fares “doubled”' });
const QUAY = createDocument('port/quay', { title: 'The old quay' });
const PIER = createDocument('port/pier', { title: 'The old pier' });
const TWIN = createDocument('news/pier', { title: 'The old pier' });
const ALL = [FARES, QUAY, PIER, TWIN];

describe('a document is found', () => {
  test.each([
    ['by its id', 'port/quay', QUAY],
    ['by its title, in any case and with straight quotation marks', 'ferry FARES "doubled"', FARES],
    ['by the beginning of its title', 'the old q', QUAY],
    ['by the beginning of a title that was shown cut', 'Ferry fares …', FARES],
  ])('%s', (_, name, document) => {
    expect(findDocument(name, ALL)).toBe(document);
  });
});

describe('no document is found', () => {
  test.each([
    [
      'by a title that two have',
      'The old pier',
      /2 documents may be meant by .*"port\/pier", "news\/pier"\.$/,
    ],
    ['by words that several titles begin with', 'the old', /3 documents may be meant/],
    ['by fewer than four letters', 'fer', /There is no document "fer"/],
    ['by a mistyped id, but the nearest is named', 'port/quai', /Did you mean port\/quay\?/],
  ])('%s', (_, name, problem) => {
    expect(() => findDocument(name, ALL)).toThrow(problem);
  });
});
