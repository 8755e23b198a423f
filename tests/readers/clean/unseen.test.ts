import { describe, expect, test } from 'vitest';
import { removeUnseen, unifyLineBreaks } from '../../../src/readers/clean/unseen.ts';

describe('an invisible character', () => {
  test.each([
    ['a soft hyphen', 'Dampf\u00ADschiff', 'Dampfschiff'],
    ['a space of no width', 'ham\u200Bmer', 'hammer'],
    ['a non-joiner against a ligature', 'Auf\u200Clage', 'Auflage'],
    ['a joiner', 'ham\u200Dmer', 'hammer'],
    ['a word joiner', 'ham\u2060mer', 'hammer'],
    ['a byte order mark in the middle', 'ham\uFEFFmer', 'hammer'],
    ['a control', 'ham\u0007mer', 'hammer'],
    ['a joiner after an emoji, before a letter', '🚢\u200Da', '🚢a'],
    ['a joiner between a digit and a letter', '5\u200Dkm', '5km'],
  ])('goes and parts no word: %s', (_name, written, kept) => {
    expect(removeUnseen(written)).toBe(kept);
  });

  test.each([
    ['the joiner of an emoji', '👩🏽\u200D💻 and ❤\uFE0F\u200D🔥'],
    ['the non-joiner of Persian', 'می\u200Cخواهم'],
    ['the joiner of Hindi', 'क्\u200Dष'],
    ['the non-joiner of Bengali', 'র\u200C্য'],
    ['the parting of Khmer words', 'ខ្ញុំ\u200Bចង់'],
    ['spaces, tabs and line feeds', 'a b\tc\nd\u00A0e'],
  ])('stays where it is meant: %s', (_name, text) => {
    expect(removeUnseen(text)).toBe(text);
  });
});

test('every break is a line feed', () => {
  expect(unifyLineBreaks('a\r\nb\rc\fd\u2028e\u0085f\vg')).toBe('a\nb\nc\nd\ne\nf\ng');
});
