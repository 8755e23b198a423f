import { describe, expect, test } from 'vitest';
import { formOf } from '../../../src/core/quoting/sentence-form.ts';

describe('a sentence', () => {
  test.each(['Who paid?', '“Who paid?”', '誰が払いましたか？'])('that asks is a question: %s', (text) => {
    expect(formOf(text).question).toBe(1);
  });

  test.each(['The ferry sank.', 'He said “The ferry sank.”', 'It sank!)', '船が沈んだ。'])(
    'ends where a mark says so: %s',
    (text) => {
      expect(formOf(text)).toMatchObject({ ended: 1, question: 0, announces: 0 });
    },
  );

  test('without a mark at its end has none', () => {
    expect(formOf('The ferries of the harbour')).toMatchObject({ ended: 0, announces: 0 });
  });

  test('that names an address is no reference', () => {
    expect(formOf('The act is at https://example.org/act.').item).toBe(0);
  });

  test.each([
    'Questions go to https://example.org/ask',
    'Sign up at https://example.org/join',
    'Expense portal: https://example.org/money',
    'See the portal https://example.org/money',
    'Fragen unter https://example.org/ask',
  ])('that sends somebody to an address is no reference: %s', (text) => {
    expect(formOf(text).item).toBe(0);
  });

  test.each(['Use of lamps. https://example.org/lamps', 'Open Harbours. https://example.org/open'])(
    'that is a title is one, whatever it begins with: %s',
    (text) => {
      expect(formOf(text).item).toBe(1);
    },
  );

  test.each(['The council decided:', '議会の決定：'])('that ends in a colon announces: %s', (text) => {
    expect(formOf(text)).toMatchObject({ announces: 1, ended: 0 });
  });

  test.each([
    '2. the ferry',
    '(12) the ferry',
    'a) the ferry',
    '• the ferry',
    '– the ferry',
    '“Harbour Act.” https://example.org/act.',
  ])('with a mark before it is an item: %s', (text) => {
    expect(formOf(text).item).toBe(1);
  });

  test.each(['12 ferries sank.', '2.5 metres of water', 'A ferry sank.', 'F-35 jets flew.'])(
    'that begins with a figure or a letter is no item: %s',
    (text) => {
      expect(formOf(text).item).toBe(0);
    },
  );
});

describe('length', () => {
  test('counts below 40 characters and above 100', () => {
    const lengths = [0, 10, 40, 100, 200].map((count) => formOf('x'.repeat(count)));
    expect(lengths.map(({ short }) => short)).toEqual([1, 0.75, 0, 0, 0]);
    expect(lengths.map(({ long }) => long)).toEqual([0, 0, 0, 0, 1]);
  });

  test('is that of what the characters stand for', () => {
    expect(formOf('船'.repeat(20))).toMatchObject({ short: 0, long: 0 });
    expect(formOf('船'.repeat(80)).long).toBe(1);
  });
});
