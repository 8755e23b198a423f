import { describe, expect, test } from 'vitest';
import { isPattern, readPattern } from '../../../../src/core/library/sources/name-pattern.ts';

describe('a pattern of names', () => {
  test.each([
    ['minutes/*.html', 'minutes/may.html'],
    ['**/*.html', 'may.html'],
    ['**/*.html', '2024/05/may.html'],
    ['boe/**', 'boe/2024/may.html'],
    ['may-?.txt', 'may-1.txt'],
    ['{2023,2024}/*.md', '2024/may.md'],
    ['minutes (*).pdf', 'minutes (1).pdf'],
    ['[old] *.pdf', '[old] may.pdf'],
    ['!*.txt', '!may.txt'],
    ['a+b|$*', 'a+b|$5'],
    ['*', '.may'],
  ])('%s matches %s', (pattern, path) => {
    expect([isPattern(pattern), readPattern(pattern).matches(path)]).toEqual([true, true]);
  });

  test.each([
    ['*.html', 'minutes/may.html'],
    ['may-?.txt', 'may-.txt'],
    ['minutes/*', 'minutes/2024/may.html'],
    ['[old] *.pdf', 'o may.pdf'],
    ['!*.txt', 'june.md'],
    ['*.HTML', 'may.html'],
  ])('%s does not match %s', (pattern, path) => {
    expect(readPattern(pattern).matches(path)).toBe(false);
  });

  test.each(['report [final].pdf', 'minutes (1).pdf', '{draft}.md', 'a+b!.txt'])('%s is a name', (name) => {
    expect(isPattern(name)).toBe(false);
  });
});
