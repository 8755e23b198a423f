import { expect, test } from 'vitest';
import { findAuthor } from '../../../../src/core/library/facts/named-author.ts';

test.each([
  ['Lamps for all\n\nSpeech by Ada Quay, President of the Harbour Board, at the pier', 'Ada Quay'],
  ['Introductory statement by Ada van der Quay at the hearing', 'Ada van der Quay'],
  ['Rede von Ada Quay auf dem Hafentag', 'Ada Quay'],
  ['Discours de Ada Quay, présidente', 'Ada Quay'],
  ['The lamps\nBy Ada Quay and Tom Mole\n3 May 2024', 'Ada Quay, Tom Mole'],
  ['By Ada Quay | 3 May 2024', 'Ada Quay'],
  [
    'Decision\nAda Quay, President of the Board,\nTom Mole, Vice-President of the Board\nLindau, 3 May 2024\nGood day.',
    'Ada Quay, Tom Mole',
  ],
  ['Ada Quay, President of the Board, was there.\n3 May 2024', null],
  ['Ada Quay, President of the Board\nThe lamp was lit.\nIt burned.\n3 May 2024', null],
  ['Lindau, Presidential Suite\n3 May 2024', null],
  ['By Popular Demand\n\nThe pier is open again.', null],
  ['Statement by the Harbour Board on lamps', null],
  ['The lamp was lit by Ada Quay\n3 May 2024', null],
  ['', null],
])('is certain, or unknown: %s', (text, author) => {
  expect(findAuthor(text, 'en')?.replace(' and ', ', ') ?? null).toBe(author);
});
