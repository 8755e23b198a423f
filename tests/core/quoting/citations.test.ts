import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { cite, type Quotation, toPoint } from '../../../src/core/quoting/citations.ts';
import { growExcerpt } from '../../../src/core/quoting/excerpts.ts';
import { createCandidate, createCandidates } from '../../fakes/candidates.ts';
import { createDocument } from '../../fakes/documents.ts';

const quote = (candidate: ReturnType<typeof createCandidate>): Quotation => ({
  excerpt: growExcerpt(candidate),
});

describe('citations', () => {
  test('number documents in the order of their first excerpts, each once', () => {
    const [first, second] = createCandidates('harbour/a', 'The lamp was lit. The ferry sank.');
    const other = createCandidate('harbour/b', 'It rained.');
    if (!first || !second) throw new Error('sentences are missing');
    const { points, sources } = cite([quote(second), quote(other), quote(first)]);
    expect(points.map(({ document, citation }) => [document, citation])).toEqual([
      ['harbour/a', 1],
      ['harbour/b', 2],
      ['harbour/a', 1],
    ]);
    expect(sources.map(({ document, number }) => [document, number])).toEqual([
      ['harbour/a', 1],
      ['harbour/b', 2],
    ]);
  });

  test('quote the stored text between their offsets', () => {
    const [, second] = createCandidates('harbour/a', 'The lamp was lit. The ferry sank.');
    if (!second) throw new Error('a sentence is missing');
    const [point] = cite([quote(second)]).points;
    expect(point).toMatchObject({ text: 'The ferry sank.', start: 18, end: 33 });
  });

  test('carry label, weakness and date, and name who speaks', () => {
    const text = 'Ada Lund said: “The ferry is old.”';
    const excerpt = growExcerpt(createCandidate('harbour/a', text));
    const [point] = cite([
      { excerpt, label: 'Council', weak: true, date: '2024-07', dateIsRelative: true },
    ]).points;
    expect(point).toMatchObject({ label: 'Council', weak: true, date: '2024-07', dateIsRelative: true });
    expect(cite([{ excerpt }]).points[0]).toMatchObject({
      ...{ label: null, weak: false, date: null, dateIsRelative: false },
    });
  });

  test('name the copies of a document that is quoted', () => {
    const candidate = createCandidate('harbour/a', 'It rained.');
    const copies = new Map([[candidate.document.id, ['harbour/b' as DocumentId]]]);
    expect(cite([quote(candidate)], copies).sources[0]?.copies).toEqual(['harbour/b']);
    expect(cite([quote(candidate)]).sources[0]?.copies).toEqual([]);
  });

  test('link to the place in the source', () => {
    const document = createDocument('harbour/a', { text: 'It rained.', url: 'https://example.org/a' });
    expect(toPoint(document, { start: 0, end: 10 }, 3)).toMatchObject({
      ...{ citation: 3, text: 'It rained.', url: 'https://example.org/a#:~:text=It%20rained.' },
    });
  });
});
