import { expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/document.ts';
import { cite } from '../../../src/core/quoting/citations.ts';
import { plainText } from '../../../src/core/replies/plain-text.ts';
import { createDocument } from '../../fakes/documents.ts';

const document = createDocument('harbour/ferry', {
  title: 'Fares',
  publisher: 'Herald',
  text: 'It is dear.',
});
const excerpt = {
  ...{ document, passage: 0, at: 0, slice: { start: 0, end: 11 }, terms: new Set(['dear']) },
  ...{ covered: 1, passageCovered: 1, score: 1, text: document.text },
};
const line = (...copies: readonly string[]) => {
  const named = new Map([[document.id, copies as readonly DocumentId[]]]);
  const { sources } = cite([{ excerpt }], named);
  return plainText([{ kind: 'sources', sources }]);
};

test('a source names near-identical copies, a few of them by name', () => {
  expect(line('a/x')).toBe('[1] Fares · Herald · date unknown · also: a/x');
  expect(line('a/x', 'a/y', 'b/z')).toBe('[1] Fares · Herald · date unknown · also: a/x, a/y, b/z');
  expect(line('a/v', 'a/w', 'a/x', 'a/y', 'b/z')).toContain('also: a/v, a/w, a/x and 2 more');
});

test('a source without copies says nothing of them', () => {
  expect(line()).toBe('[1] Fares · Herald · date unknown');
});
