import { describe, expect, test } from 'vitest';
import { withoutListMarker } from '../../../src/core/text/list-marker.ts';

function without(text: string, language = 'en'): string | null {
  const slice = withoutListMarker(text, { start: 0, end: text.length }, language);
  return slice && text.slice(slice.start, slice.end);
}

describe('a sentence without its list marker', () => {
  test.each([
    ['28: As the Box says, rates rose.', 'As the Box says, rates rose.'],
    ['(2) The employer pays.', 'The employer pays.'],
    ['(3a) The employer pays.', 'The employer pays.'],
    ['a) “Pay,” he said.', '“Pay,” he said.'],
    ['iv) The ferry sank.', 'The ferry sank.'],
    ['• The ferry sank.', 'The ferry sank.'],
    ['3. The ferry sank.', 'The ferry sank.'],
    ['3.2. The ferry sank.', 'The ferry sank.'],
    ['2) 渡船沉了。', '渡船沉了。'],
  ])('%s', (text, rest) => {
    expect(without(text)).toBe(rest);
  });

  test.each([
    '(c) 2024 the council',
    '10:30 is when it leaves.',
    '2024: the year of the ferry.',
    '3. and of the lamp',
    '-5 degrees were measured.',
  ])('stays whole: %s', (text) => {
    expect(without(text)).toBe(text);
  });

  test('stays whole where a dot makes an ordinal', () => {
    expect(without('3. Oktober ist ein Feiertag.', 'de')).toBe('3. Oktober ist ein Feiertag.');
    expect(without('(3) Der Rat zahlt.', 'de')).toBe('Der Rat zahlt.');
  });

  test('is null if nothing else is left', () => {
    expect([without('1.'), without('(2)'), without('•')]).toEqual([null, null, null]);
  });
});
