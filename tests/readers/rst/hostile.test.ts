import { expect, test } from 'vitest';
import { rstText } from '../../../src/readers/rst/rst-text.ts';

const MOST = 5000; // milliseconds; what is read in quadratic time takes longer, on any machine

test.each([
  ['items far apart', `- a\n${'\n'.repeat(100_000)}- b`],
  ['many items', '- a\n\n'.repeat(100_000)],
  ['lists in lists', `${'- '.repeat(10_000)}x`],
  ['quotes in quotes', Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a`).join('\n\n')],
  ['words of many letters', 'а'.repeat(100_000)],
  ['words of many parts', 'a-'.repeat(100_000)],
  ['many colons', ':a'.repeat(60_000)],
  ['spaces in a link', `\`${' '.repeat(100_000)}\`_`],
  ['many columns', `${'== '.repeat(30_000).trim()}\n${'a\n'.repeat(30_000)}`],
  ['many columns between lines', `${'+--'.repeat(30_000)}+\n${'|\n'.repeat(30_000)}`],
  ['definitions', 'a\n b\n'.repeat(40_000)],
  ['many indented lines', `.. note::\n${'   a\n'.repeat(200_000)}`],
])('reads %s in time', (_what, source) => {
  const start = performance.now();
  rstText(source);
  expect(performance.now() - start).toBeLessThan(MOST);
});

test('what is nested too deep is still read', () => {
  expect(rstText(`${'- '.repeat(10_000)}lamp`).text).toContain('lamp');
});

test('a text that names stand for does not grow without bounds', () => {
  const source = `.. |a| replace:: ${'x'.repeat(5000)}\n\n${'|a| '.repeat(1000)}`;
  expect(rstText(source).text.length).toBeLessThan(10_000);
});
