import { expect, test } from 'vitest';
import { joinInlineBreaks } from '../../../src/readers/clean/inline-breaks.ts';
import { cpuTime } from '../../fakes/cpu-time.ts';

const PARAGRAPH =
  'The council of the harbour met on Monday in the customs house and heard from its engineer about the state of the lighthouse, which a storm in March had damaged, and about what it would cost to have the tower rebuilt before the winter comes again.';
const page = (...lines: string[]) =>
  [PARAGRAPH, ...lines, PARAGRAPH, 'It was asked', 'whether that could wait', ', and by whom.'].join('\n');
const joined = (...lines: string[]) =>
  joinInlineBreaks(page(...lines))
    .split('\n')
    .slice(1, -2);

test.each([
  [
    'a link',
    ['The lamp was lit by', 'Ada Quay', ', who keeps it.'],
    'The lamp was lit by Ada Quay, who keeps it.',
  ],
  ['a link that opens it', ['Ada Quay', 'lit the lamp at dusk.'], 'Ada Quay lit the lamp at dusk.'],
  [
    'what was said',
    ['“The old lamp will be lit again in the autumn,”', 'Ada Quay said', '. “It burns.”'],
    '“The old lamp will be lit again in the autumn,” Ada Quay said. “It burns.”',
  ],
  [
    'a figure in bold',
    ['More than', '100', 'keepers of lamps came.'],
    'More than 100 keepers of lamps came.',
  ],
  [
    'a raised ending',
    ['It is the 40', 'th', 'lamp in all of the town.'],
    'It is the 40th lamp in all of the town.',
  ],
  [
    'a dash after a place',
    ['LINDAU', '—', 'Ada Quay has lit the lamp.'],
    'LINDAU — Ada Quay has lit the lamp.',
  ],
  [
    'a name after a comma',
    ['After a storm in March,', 'Quay', 'Lamps, which sells them, was lit.'],
    'After a storm in March, Quay Lamps, which sells them, was lit.',
  ],
])('a sentence broken at %s is whole again', (_what, lines, sentence) => {
  expect(joined(...lines)).toEqual([sentence]);
});

test.each([
  ['a list', ['The keeper must have:', 'a lamp that burns all night', 'two years at sea']],
  [
    'a list below an empty line',
    ['The keeper must have:', '', 'a lamp that burns all night', 'some two years at sea'],
  ],
  ['a list below a heading', ['Papers', '', 'a lamp that burns all night', 'some two years at sea']],
  ['a table', ['lamp    old    burning all night', 'pier    new    open to one and all']],
  ['headings', ['Lamps of the harbour', 'The keeper lit it.']],
  ['a menu', ['Home', 'facebook', 'youtube']],
  ['items after dashes', ['Lamps', '– The old one burns.', '– The new one does not.']],
])('lines stay in %s', (_what, lines) => {
  expect(joined(...lines)).toEqual(lines);
});

test('a text that was wrapped at some width is left alone', () => {
  const text = 'The keeper lit the lamp at dusk, as he\nhad done for thirty years, and as his\nfather had.';
  expect(joinInlineBreaks(text)).toBe(text);
});

test('programs, which close brackets in lines of their own, are left alone', () => {
  const text = 'light(\n  lamp\n)\n\nconst lamps = [\n  "old"\n]\nconst more = [\n  "new"\n]';
  expect(joinInlineBreaks(text)).toBe(text);
});

test('a megabyte takes no more than seconds', () => {
  const text = `${page()}\n${'of the, '.repeat(3)}\n${'lamp\n, and the\n'.repeat(70_000)}`;
  expect(cpuTime(() => joinInlineBreaks(text))).toBeLessThan(4000);
});
