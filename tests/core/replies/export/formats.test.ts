import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../../src/core/library/documents/document.ts';
import { gatherExport } from '../../../../src/core/replies/export/exported.ts';
import { EXPORT_FORMATS, writeExport } from '../../../../src/core/replies/export/formats.ts';
import { createBriefReply, createPoint, createSource } from '../../../fakes/replies.ts';
import { exportOf, SAMPLE } from './made-export.ts';
import { parseBibtex } from './parse-bibtex.ts';

test.each(EXPORT_FORMATS)('an export reads as kept: %s', async (format) => {
  const { name, text } = writeExport(SAMPLE, format);
  const ending = name.slice(name.indexOf('.'));
  expect(name).toBe(`dossier-abcdefgh2345${ending}`);
  await expect(text).toMatchFileSnapshot(`../../../golden/export/${format}${ending}`);
});

test('each format has a media type and an ending of its own', () => {
  expect(EXPORT_FORMATS.map((format) => writeExport(SAMPLE, format).name.split('.')[1])).toEqual([
    ...['md', 'json', 'html', 'bib', 'json'],
  ]);
  expect(new Set(EXPORT_FORMATS.map((format) => writeExport(SAMPLE, format).type)).size).toBe(5);
});

describe('references', () => {
  const bibtex = () => parseBibtex(writeExport(SAMPLE, 'bibtex').text);
  const csl = () => JSON.parse(writeExport(SAMPLE, 'csl').text);

  test('are web pages only if the document has an address', () => {
    expect(bibtex().map(({ type }) => type)).toEqual(['online', 'misc']);
    expect(csl().map(({ type }: { type: string }) => type)).toEqual(['webpage', 'document']);
  });

  test('have the same key in both formats, of letters that every program takes', () => {
    const keys = bibtex().map(({ key }) => key);
    expect(csl().map(({ id }: { id: string }) => id)).toEqual(keys);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9-]+$/);
  });

  test('have a key of their own each, and the same in every export', () => {
    const [source] = SAMPLE.sources;
    const documents = ['a/pier', 'b/pier', 'b/Pier', 'b/pier '] as DocumentId[];
    const sources = documents.map((document) => ({ ...source, document })) as typeof SAMPLE.sources;
    const keys = (chosen: typeof sources) =>
      parseBibtex(writeExport({ ...SAMPLE, sources: chosen }, 'bibtex').text).map(({ key }) => key);
    expect(new Set(keys(sources)).size).toBe(documents.length);
    expect(keys(sources.toReversed())).toEqual(keys(sources).toReversed());
  });

  test('have dates in as many parts as are known, and the day of the export', () => {
    expect(csl().map(({ issued }: { issued: unknown }) => issued)).toEqual([
      { 'date-parts': [[2024, 7, 10]] },
      { 'date-parts': [[2024, 7]] },
    ]);
    expect(csl()[0].accessed).toEqual({ 'date-parts': [[2026, 11, 24]] });
    expect(bibtex().map(({ fields }) => [fields.date, fields.urldate])).toEqual([
      ['2024-07-10', '2026-11-24'],
      ['2024-07', '2026-11-24'],
    ]);
  });

  test('hold every quotation of their document, with its place and its link', () => {
    const [{ annote }] = csl();
    expect(annote).toContain(
      '“The pier costs $5 million, “a lot” {so far}.” (p. 12 · characters 120–165 · https',
    );
    expect(annote).toContain('“Weak_ly *put*.” (characters 300–314 · weak)');
  });
});

describe('every export for readers', () => {
  const quotation = exportOf({
    ...{ title: 'Pier', text: '“It is long,” said Ada Lund: “very long.”', author: null, publisher: null },
    ...{ url: null, label: null, place: null, document: 'minutes/pier', headline: 'The pier' },
  });

  test.each(['md', 'html', 'bibtex', 'csl'] as const)(
    'separates quotation marks from those of the text: %s',
    (format) => {
      expect(writeExport(quotation, format).text).not.toMatch(/““|””/);
    },
  );

  test.each(['md', 'html'] as const)('says what was not read: %s', (format) => {
    const coverage = { documents: 2, newest: null, undated: 2, unread: 3 };
    const partly = gatherExport(
      { ...createBriefReply({ coverage }), id: 'abcdefgh2345' },
      new Map(),
      '2026-11-24',
    );
    expect(writeExport(partly, format).text).toContain('3 of 5 files unread');
  });
});

describe('a brief in a style', () => {
  const exportBrief = (...points: ReturnType<typeof createPoint>[]) =>
    gatherExport({ ...createBriefReply({ points }), id: 'abcdefgh2345' }, new Map(), '2026-11-24');
  const group = { document: createSource().document, places: [], text: 'The *lamp*', speaker: null };

  test.each([
    ['md', '**Jul 2023:** “The lamp', '\n\nUndated:\n\n'],
    ['html', '<strong dir="auto">Jul 2023:</strong>', '<p class="small">Undated:</p>'],
  ] as const)('keeps the dates of a timeline: %s', (format, dated, undated) => {
    const { text } = writeExport(exportBrief(createPoint({ date: '2023-07' }), createPoint()), format);
    expect(text).toContain(dated);
    expect(text).toContain(undated);
  });

  test.each([
    ['md', '\n## The \\*lamp\\*\n'],
    ['html', '<h2 dir="auto">The *lamp*</h2>'],
  ] as const)('keeps the headings of groups, once each: %s', (format, heading) => {
    const point = createPoint({ group, date: '2023-07-01', dateIsRelative: true });
    const { text } = writeExport(exportBrief(point, point), format);
    expect(text.split(heading)).toHaveLength(2);
    expect(text).toContain('1 Jul 2023 (reported):');
  });

  test('tells groups and what dates are from in JSON', () => {
    const point = createPoint({ group, date: '2023-07-01', dateIsRelative: true });
    const { excerpts } = JSON.parse(writeExport(exportBrief(point), 'json').text);
    expect(excerpts[0]).toMatchObject({ group: 'The *lamp*', date: '2023-07-01', dateIsRelative: true });
  });

  test.each(['md', 'html'] as const)('names a publisher once that is the author too: %s', (format) => {
    const reply = createBriefReply({ sources: [createSource({ publisher: 'Port Gazette' })] });
    const { document } = createSource();
    const by = new Map([[document, { author: 'Port Gazette', language: 'en' }]]);
    const { text } = writeExport(gatherExport({ ...reply, id: 'abcdefgh2345' }, by, '2026-11-24'), format);
    expect(text.split('Port Gazette')).toHaveLength(2);
  });
});
