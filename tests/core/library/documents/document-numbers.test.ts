import { expect, test } from 'vitest';
import type { DocumentId } from '../../../../src/core/library/documents/document.ts';
import { numberKey, numberKeys } from '../../../../src/core/library/documents/document-numbers.ts';

test.each([
  ['a word and a number', 'python/peps/pep-0476', ['pep 476']],
  ['a word and a number in one', 'rfc/rfc243', ['rfc 243']],
  ['a word and a number before others', 'eips/EIP-1559_fees', ['eip 1559']],
  ['a number that a year follows', 'bulletins/bulletin-12-2024', ['bulletin 12']],
  ['a number before a word with a figure', 'rfcs/0243-2d-lamps', ['rfc 243']],
  ['a year alone', 'finance/budget-2025', ['budget 2025']],
  ['a number in a folder', 'rfcs/0243-lamps', ['rfc 243']],
  ['a number in a folder of a folder', 'rfcs/text/0243-lamps', ['text 243', 'rfc 243']],
  ['a number in a year’s folder', 'rfcs/2019/0243-lamps', ['rfc 243']],
  ['a number far below', 'law/union/acts/articles/5', ['article 5', 'act 5']],
])('a document is known by the number that its file is named after: %s', (_, id, keys) => {
  expect(numberKeys(id as DocumentId)).toEqual(keys);
});

test.each([
  ['a day after a word', 'town/minutes-2024-05-17'],
  ['a day', 'minutes/2024-05-17-lamps'],
  ['a day in figures alone', 'minutes/20240517'],
  ['a month', 'minutes/2024-05'],
  ['a day in a year’s folder', 'blog/2024/05-17-lamp'],
  ['a month in a year’s folder', 'blog/2024/05-lamp'],
  ['a day in a month’s folder', 'blog/2024-05/17-lamp'],
  ['a version', 'blog/rust-1.28'],
  ['a range', 'articles/5-7'],
  ['more figures than people ask for', 'orders/order-123456'],
  ['a letter behind it', 'news/lamp-5th'],
  ['a folder of several words', 'old lamps/0243'],
  ['no number', 'rfcs/lamps'],
])('a number that is part of something else is none: %s', (_, id) => {
  expect(numberKeys(id as DocumentId)).toEqual([]);
});

test('a word is the same in any case, with accents and in the plural', () => {
  const keys = [numberKey('Règles', '08'), numberKey('règle', '8'), numberKey('US', '8')];
  expect(keys).toEqual(['regle 8', 'regle 8', 'us 8']);
});
