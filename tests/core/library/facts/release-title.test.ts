import { expect, test } from 'vitest';
import { findReleaseTitle } from '../../../../src/core/library/facts/release-title.ts';

const LONG = 'Harbour board secures two million crowns to rebuild the old pier';
const HEAD = '3 May 2024 Contact: Ada Quay\nHarbour board\n';

test.each([
  ['For Immediate Release: Old pier opens again\n(Lindau) – The board …', 'Old pier opens again'],
  [
    'PRESS RELEASE: Harbour Board Secures Two Million Crowns to Rebuild the Old\nPier before Winter\n(Lindau) – The board …',
    'Harbour Board Secures Two Million Crowns to Rebuild the Old Pier before Winter',
  ],
  [
    'Pressemitteilung: Die Mole ist wieder offen\n“Wir freuen uns”, sagte Ada Quay.',
    'Die Mole ist wieder offen',
  ],
  [
    'News release: Pier opens again today\nThe harbour board announced that the pier will be open to all from the third of May.',
    'Pier opens again today',
  ],
  ['FOR IMMEDIATE RELEASE: Friday, 3 May 2024\nOld pier opens again', null],
  ['For immediate release\nOld pier opens again', null],
  ['PRESS RELEASE: Old pier opens again\n3 May 2024\nThe pier is open.', 'Old pier opens again'],
  ['PRESS RELEASE: Old pier opens again\nHarbour board\nThe pier is open.', 'Old pier opens again'],
  [`PRESS RELEASE: ${LONG}\n3 May 2024\nThe pier is open.`, LONG],
  [`PRESS RELEASE: ${LONG}\nContact: Ada Quay, 083 82 100\nThe pier is open.`, LONG],
  [`PRESS RELEASE: ${LONG}\nby Ada Quay\nThe pier is open.`, LONG],
  [`PRESS RELEASE: ${LONG}\n\nHarbour board\nThe pier is open.`, LONG],
])('the headline beside a release’s label', (text, title) => {
  expect(findReleaseTitle(HEAD + text)).toBe(title);
});

test('a label far below is of something else', () => {
  expect(findReleaseTitle(`${'The lamp burns.\n'.repeat(20)}Press release: Old pier opens again`)).toBeNull();
});
