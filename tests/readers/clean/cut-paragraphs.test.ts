import { expect, test } from 'vitest';
import { joinCutParagraphs } from '../../../src/readers/clean/cut-paragraphs.ts';
import { cpuTime } from '../../fakes/cpu-time.ts';

const PROSE = [
  'The keeper lit the lamp at dusk, as he had done for thirty',
  'years and as his father had done before him on the old pier.',
].join('\n');

const CUT = 'The board will raise what it pays for oil and for all that';
const HEADING = 'What the harbour board pays for oil and for all that it';

test.each([
  ['an empty line', ''],
  ['the number of a page', '\n\nPage 10 of 15\n'],
  ['a number after that of the page before', '\n10\n'],
  ['a line that heads each page', '\nHarbour board 3/7\n'],
])('a sentence goes on beyond %s', (_what, gap) => {
  const page = `${PROSE}\n\n${PROSE}\n\n${PROSE}\n\n${PROSE}`;
  const pages = `Harbour board 1/7\n\n${page}\n\nHarbour board 2/7`;
  const text = `${pages}\n\n${page}\n\nThe board will raise what it pays for oil and for all that\n${gap}\nthe keepers need in winter.\n\n11\n`;
  expect(joinCutParagraphs(text)).toContain('and for all that\nthe keepers need in winter.');
});

test('a sentence goes on beyond an address that ends both pages', () => {
  const foot = 'Customs house, 12 Harbour Street, Lindau 88131, 083 82 100';
  const page = Array(6).fill(PROSE).join('\n');
  const text = `${page}\n${CUT}\n${foot}\n\nthe keepers need in winter.\n${page}\n${foot}`;
  expect(joinCutParagraphs(text)).toContain('and for all that\nthe keepers need in winter.');
});

test('a name may stand first on the next page', () => {
  const text = `${PROSE}\nThe two towns have signed the rules of the commissions of\n\nLindau on the border between the two harbours and the pier.`;
  expect(joinCutParagraphs(text)).toContain('the commissions of\nLindau on the border');
});

test.each([
  ['an end', 'The keeper lit the lamp at dusk, as he had done for years.\n\nthe lamp was lit.'],
  ['a heading', 'Lamps of the harbour\n\nthe lamp was lit.'],
  ['an item below', 'The keepers ask the board of the harbour for oil and for\n\ne Lamps that burn'],
  [
    'a figure alone',
    'The ships that came into the harbour in the last year are\n\n120\n\nand those of the year before.',
  ],
  ['rows of figures', `${CUT}\n1,234 5,678\n2,345 6,789\n3,456 7,890\nand all the lamps.`],
  ['a line said again and again', `la la\nla la\n\nla la\n\n${CUT}\nla la\n\nthe lamp was lit.`],
  [
    'the same paragraph again and again',
    `${`${PROSE}\n\n`.repeat(9)}${CUT}\n\n${PROSE}\n\nthe lamp was lit.`,
  ],
  ['a program below', `${CUT}\n\n    lamp of the harbour`],
  [
    'a row of a table',
    `lamps of the harbour      for the night of the storm\n\noil of the board          for the winter`,
  ],
  ['the same lines below', `${[...Array(9)].map(() => `${CUT}\n${PROSE}`).join('\n\n')}\nthe lamp was lit.`],
  [
    'an address given again and again',
    `${`${`${PROSE}\n\n`.repeat(5)}${CUT}\n\nHarbour.example/2\n\n`.repeat(4)}the lamp was lit.`,
  ],
  ['a word of a glossary', `${CUT}\n\nlamp  a light that a keeper lights in the night.`],
  ['a heading without an end', `${HEADING}\n\n${PROSE}`],
  ['an item without an end', `• the keepers, the lamps and\n${HEADING}\n\n${PROSE}`],
  ['a numbered item below', 'The keepers ask the board of the harbour for oil and for\n\na) lamps that burn'],
])('paragraphs stay apart after %s', (_what, text) => {
  expect(joinCutParagraphs(`${PROSE}\n\n${text}`)).toBe(`${PROSE}\n\n${text}`);
});

test('a text of one line a paragraph is left as it is', () => {
  const text = `${'The keeper lit the lamp at dusk and '.repeat(9)}\n\nthe lamp was lit`;
  expect(joinCutParagraphs(text)).toBe(text);
});

test('the time is linear', () => {
  expect(cpuTime(() => joinCutParagraphs(`${PROSE}\n\n`.repeat(20_000)))).toBeLessThan(2000);
});

test('the clauses of a contract that stand in it twice are lost in neither place', () => {
  const clause =
    'the landlord may by a written notice to the tenant end the lease\nat once, and the tenant shall leave the house.';
  const page = Array(6).fill(PROSE).join('\n');
  const text = `${page}\nIf the rent has not been paid within fourteen days, then\n${clause}\n\n${page}\nShould the house be let to others without a word, then\n${clause}`;
  expect(joinCutParagraphs(text)).toBe(text);
});

test('a clause that stands twice is not lost at the top of a page either', () => {
  const clause = 'the landlord may by a written notice to the tenant end it';
  const page = Array(6).fill(PROSE).join('\n');
  const text = `7\n${page}\nIf the rent has not been paid within fourteen days, then\n\n8\n\n${clause}\nat once.\n\n${page}\nShould the house be let to others without a word, then\n${clause}\nwithin a month.`;
  expect(joinCutParagraphs(text).split(clause)).toHaveLength(3);
});
