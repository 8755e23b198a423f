import { describe, expect, test } from 'vitest';
import { parseDates } from '../../../src/app/evaluation/dates-file.ts';
import { dateLines, gradeDate } from '../../../src/app/evaluation/grade-dates.ts';
import { createDocument } from '../../fakes/documents.ts';

const line = (document: string, published: string | null) => JSON.stringify({ document, published });

describe('dates of documents', () => {
  const documents = [
    createDocument('a/right', { published: '2024-07-10' }),
    createDocument('a/wrong', { published: '2024-07' }),
    createDocument('a/missing', {}),
    createDocument('a/none', {}),
  ];
  const find = (path: string) => documents.find(({ id }) => `${id}.txt` === path) ?? null;
  const written = [
    line('a/right.txt', '2024-07-10'),
    line('a/wrong.txt', '2024-07-10'),
    line('a/missing.txt', '2023'),
    '',
    line('a/none.txt', null),
    line('a/gone.txt', '2020-01-01'),
  ].join('\n');
  const graded = parseDates('dates.jsonl', written).map((known) => gradeDate(known, find));

  test('are right, wrong or missing, and rightly unknown', () => {
    expect(graded.map(({ verdict }) => verdict)).toEqual(['right', 'wrong', 'missing', 'right', 'unread']);
  });

  test('are reported with a row for each that is not right', () => {
    const lines = dateLines(graded);
    expect(lines[0]).toBe('Dates of documents, 5: 2 right, 1 wrong, 1 missing, 1 not indexed.');
    expect(lines).toContain('| 2 | a/wrong.txt | 2024-07-10 | 2024-07 | wrong |');
    expect(lines).toContain('| 3 | a/missing.txt | 2023 | unknown | missing |');
    expect(lines.join('\n')).not.toContain('right.txt');
    expect(dateLines([])).toEqual([]);
  });

  test('that are none are told with file and line', () => {
    const wrong = [line('a.txt', 'May'), 'x', line('b.txt', '2024')].join('\n');
    expect(() => parseDates('dates.jsonl', wrong)).toThrow(
      /dates\.jsonl:1: published: use YYYY-MM-DD[\s\S]*dates\.jsonl:2: this is no JSON/,
    );
  });
});
