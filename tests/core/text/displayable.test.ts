import { expect, test } from 'vitest';
import { displayable } from '../../../src/core/text/displayable.ts';

test.each([
  ['line breaks', ' two\n lines\t', 'two lines'],
  [
    'the indentation of lists',
    'Present were:\n\u2003Ada Quay\n\u2003\u2003Ben Lund',
    'Present were: Ada Quay Ben Lund',
  ],
  ['control characters', 'bell\u0007', 'bell'],
  ['marks that change the direction of text', 'a\u202Etxt\u2066b', 'atxtb'],
  ['invisible tags', 'a\u{E0041}b', 'ab'],
  ['more than four accents on a letter', `a${'\u0301'.repeat(9)}`, `a${'\u0301'.repeat(4)}`],
])('text is displayed without %s', (_what, text, shown) => {
  expect(displayable(text)).toBe(shown);
});
