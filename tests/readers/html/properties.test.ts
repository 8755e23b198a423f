import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlReader } from '../../../src/readers/html/reader.ts';

/** A piece of a page with the words that it shows; those that it must not show begin with "gone". */
interface Piece {
  readonly markup: string;
  readonly words: readonly string[];
}

const LETTERS = fc.string({ unit: fc.constantFrom(...'abdefiklmoprstuvz'), minLength: 3, maxLength: 9 });
const PLAIN = LETTERS.map((word): Piece => ({ markup: word, words: [word] }));
const piece = (markup: (word: string) => string) =>
  LETTERS.map((word): Piece => ({ markup: markup(word), words: [word] }));
const INLINE = fc.oneof(
  { weight: 8, arbitrary: PLAIN },
  piece((word) => `<b>${word}</b>`),
  piece((word) => `<a href="/x">${word}</a>`),
  piece((word) => `${word.slice(0, 2)}<wbr>${word.slice(2)}`),
  piece((word) => `${word.slice(0, 2)}&shy;${word.slice(2)}`),
  piece((word) => `${word.slice(0, 2)}<i>${word.slice(2)}</i>`),
  piece((word) => `${word.slice(0, 1)}&#${word.charCodeAt(1)};${word.slice(2)}`),
  piece((word) => `&nbsp;${word}&nbsp;`),
  piece((word) => `<span>${word}\n</span>`),
  piece((word) => `<del>gone${word}</del> <ins>${word}</ins>`),
  piece((word) => `<s>gone${word} </s>${word}`),
  piece((word) => `${word}<sup><a href="#fn1">7</a></sup>`),
  piece((word) => `${word}<sup>[3]</sup>`),
  piece((word) => `<span hidden>gone${word}</span>${word}`),
  fc.tuple(LETTERS, LETTERS).map(([one, two]) => ({ markup: `${one}<br>${two}`, words: [one, two] })),
  fc
    .tuple(LETTERS, LETTERS)
    .map(([one, two]) => ({ markup: `${one}<sup>up${two}s</sup>`, words: [one, `up${two}s`] })),
);

const join = (pieces: readonly Piece[], before = '', after = ''): Piece => ({
  markup: `${before}${pieces.map(({ markup }) => markup).join(' ')}${after}`,
  words: pieces.flatMap(({ words }) => words),
});
const SENTENCES = fc.array(INLINE, { minLength: 12, maxLength: 40 }).map((pieces) => join(pieces));
const tagged = (name: string) => SENTENCES.map((text) => join([text], `<${name}>`, `.</${name}>`));
const listed = (outer: string, inner: string) =>
  fc
    .array(tagged(inner), { minLength: 1, maxLength: 3 })
    .map((items) => join(items, `<${outer}>`, `</${outer}>`));
const HEADED = fc
  .tuple(LETTERS, LETTERS, fc.array(fc.tuple(LETTERS, LETTERS), { minLength: 1, maxLength: 3 }))
  .map(
    ([one, two, rows]): Piece => ({
      markup: `<table><tr><th>${one}<th>${two}</tr>${rows.map(([a, b]) => `<tr><td>${a}<td>${b}</tr>`).join('')}</table>`,
      words: rows.flatMap(([a, b]) => [one, a, two, b]),
    }),
  );
const CELL = PLAIN.map((cell) => join([cell], '<td>', '</td>'));
const TABLE = fc
  .array(
    fc.tuple(CELL, CELL, CELL).map((cells) => join(cells, '<tr>', '</tr>')),
    { minLength: 2, maxLength: 4 },
  )
  .map((rows) => join(rows, '<table>', '</table>'));
const DETAILS = fc
  .tuple(PLAIN, tagged('p'))
  .map(([summary, text]) =>
    join([join([summary], '<summary>', '</summary>'), text], '<details>', '</details>'),
  );
const BLOCK = fc.oneof(
  { weight: 5, arbitrary: tagged('p') },
  listed('ul', 'li'),
  listed('blockquote', 'p'),
  TABLE,
  HEADED,
  DETAILS,
);
const PAGE = fc
  .tuple(
    fc.array(tagged('p'), { minLength: 3, maxLength: 3 }),
    fc.array(BLOCK, { minLength: 1, maxLength: 8 }),
  )
  .map(([opening, blocks]) =>
    join([...opening, ...blocks], '<body><article><h1>The pier</h1>', '</article></body>'),
  );

test('a page keeps its words in order, glues none, and shows nothing that is deleted or hidden', async () => {
  let known = 0;
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(PAGE, async ({ markup, words }) => {
      const { text } = await htmlReader.read(new TextEncoder().encode(markup), 'a.html');
      const read: readonly string[] = text.match(/[\p{L}\p{N}]+/gu) ?? [];
      const written = new Set(words);
      expect(read.filter((word) => !written.has(word))).toEqual([]);
      known += words.length;
      kept += countInOrder(words, read);
    }),
    { numRuns: 60 },
  );
  expect(kept / known).toBe(1);
});

/** How many of the words read come in the order of those written. */
function countInOrder(words: readonly string[], read: readonly string[]): number {
  let at = 0;
  return read.filter((word) => {
    const found = words.indexOf(word, at);
    if (found !== -1) at = found + 1;
    return found !== -1;
  }).length;
}
