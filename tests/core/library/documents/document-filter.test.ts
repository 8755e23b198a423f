import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../../src/core/library/documents/document.ts';
import {
  admits,
  type DocumentFilter,
  lacksDate,
} from '../../../../src/core/library/documents/document-filter.ts';
import type { Grade } from '../../../../src/core/library/documents/grade.ts';

const ANY: DocumentFilter = { since: null, before: null, publishers: null };
const published = (date: string | null) => ({
  id: 'a' as DocumentId,
  published: date,
  publisher: 'Port Gazette',
  author: null,
});

describe('a filter of documents', () => {
  test.each([
    ['2024-07-10', '2024-07-10', true],
    ['2024-07', '2024-07-10', true],
    ['2024-07-11', '2024-07-10', false],
    ['2024-07-10', '2024', false],
    ['2024-07-10', '2025', true],
    ['2024-07-10', null, false],
  ])('since %s, a document of %s: %s', (since, date, isAdmitted) => {
    expect(admits({ ...ANY, since }, published(date))).toBe(isAdmitted);
  });

  test.each([
    ['2024-07-10', '2024-07-09', true],
    ['2024-07-10', '2024-07-10', false],
    ['2024-07-10', '2024-07', false],
    ['2024-07-10', '2024-06', true],
    ['2024', '2024-01-01', false],
    ['2024-07-10', null, false],
  ])('before %s, a document of %s: %s', (before, date, isAdmitted) => {
    expect(admits({ ...ANY, before }, published(date))).toBe(isAdmitted);
  });

  test.each([
    ['B2', 'B2', true],
    ['B2', 'A1', true],
    ['B2', 'A3', false],
    ['B2', 'C1', false],
    ['B2', 'A', false],
    ['B2', null, false],
    ['B', 'A6', true],
    ['2', 'F1', true],
    ['F6', 'F6', true],
  ])('graded %s or better, a document of %s: %s', (grade, own, isAdmitted) => {
    const document = { ...published(null), ...(own && { grade: own as Grade }) };
    expect(admits({ ...ANY, grade: grade as Grade }, document)).toBe(isAdmitted);
  });

  test('keeps to documents with every tag', () => {
    const isAdmitted = (...tags: string[]) =>
      admits({ ...ANY, tags: ['primary', 'bank'] }, { ...published(null), tags });
    expect([isAdmitted('bank', 'law', 'primary'), isAdmitted('bank'), isAdmitted()]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('keeps to publishers by their whole names', () => {
    const filter = { ...ANY, publishers: ['Port Gazette'] };
    expect(
      ['Port Gazette', 'Gazette', null].map((publisher) =>
        admits(filter, { id: 'a' as DocumentId, published: null, publisher, author: null }),
      ),
    ).toEqual([true, false, false]);
  });

  test.each([
    [{ since: '2024-07-10' }, null, true],
    [{ since: '2024-07-10' }, '2024', true],
    [{ since: '2024-07-10' }, '2023', false],
    [{ since: '2024-07-10' }, '2025', false],
    [{ before: '2024-07-10' }, '2024-07', true],
    [{ since: '2024-07-10', before: '2023' }, '2024', false],
    [{ since: '2024', publishers: ['Coast Herald'] }, null, false],
    [{}, null, false],
  ])('knows whom only a date keeps out: %j, a document of %s: %s', (filter, date, lacks) => {
    expect(lacksDate({ ...ANY, ...filter }, published(date))).toBe(lacks);
  });

  test('keeps to those whose author has each of some words in the name', () => {
    const by = ['quay'];
    const isBy = (author: string | null) => admits({ ...ANY, by }, { ...published(null), author });
    expect(['Ada Quay', 'Zoë Quây, Tom Mole', 'Ada Quayle', null].map(isBy)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('never lets in a day that the limits leave out, however a document gives it', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map(toDay);
    const limit = fc.option(
      fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length)),
    );
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), limit, limit, (exact, length, since, before) => {
        const vague = exact.slice(0, length);
        const filter = { ...ANY, since, before };
        const isMeant = (since === null || exact >= since) && (before === null || exact < before);
        if (admits(filter, published(vague))) expect(isMeant).toBe(true);
        else if (isMeant) expect(lacksDate(filter, published(vague))).toBe(true);
        expect(admits(filter, published(vague)) && lacksDate(filter, published(vague))).toBe(false);
      }),
    );
  });
});

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
