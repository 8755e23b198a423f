import { expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { cite } from '../../../src/core/quoting/citations.ts';
import { quotes, quotesByDocument } from '../../../src/core/replies/arrange-points.ts';
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
  expect(line('a/x')).toBe('[1] Fares · Herald · also: a/x');
  expect(line('a/x', 'a/y', 'b/z')).toBe('[1] Fares · Herald · also: a/x, a/y, b/z');
  expect(line('a/v', 'a/w', 'a/x', 'a/y', 'b/z')).toContain('also: a/v, a/w, a/x and 2 more');
});

test('a source without copies says nothing of them', () => {
  expect(line()).toBe('[1] Fares · Herald');
});

test('a quotation says who published it and when, as far as that is known', () => {
  const about = (facts: Parameters<typeof createDocument>[1]) => {
    const dated = createDocument('harbour/ferry', { text: 'It is dear.', title: 'Fares', ...facts });
    const { points, sources } = cite([{ excerpt: { ...excerpt, document: dated } }]);
    return plainText(quotes({ points, sources }));
  };
  expect(about({ publisher: 'Herald', published: '2024-07-10' })).toBe(
    '“It is dear.” Herald · 10 Jul 2024 [1]',
  );
  expect(about({ publisher: 'Herald' })).toBe('“It is dear.” Herald [1]');
  expect(about({})).toBe('“It is dear.” [1]');
});

test('what was quoted stands out among the sentences around it, whatever display leaves out', () => {
  const text = 'The  sea rose.\u202E It is dear. It is late. The quay fell.';
  const at = text.indexOf('It is dear');
  const marked = [{ start: at, end: at + 'It is dear.'.length }];
  const quote = { kind: 'quote', text, marked, citation: 1, url: null, from: null, place: null } as const;
  expect(plainText([{ ...quote, label: null, speaker: null, weak: false }])).toBe(
    '“The sea rose. >>It is dear.<< It is late. The quay fell.” [1]',
  );
});

test('excerpts in context stand under the titles of their documents', () => {
  const other = createDocument('harbour/quay', { title: 'Quays', text: 'It is old.' });
  const old = { ...excerpt, document: other, slice: { start: 0, end: 10 }, text: other.text };
  const { points, sources } = cite([{ excerpt }, { excerpt: old }, { excerpt }]);
  expect(plainText(quotesByDocument({ points, sources }))).toBe(
    ['Fares', '“It is dear.” Herald [1]', '“It is dear.” Herald [1]', '', 'Quays', '“It is old.” [2]'].join(
      '\n',
    ),
  );
});
