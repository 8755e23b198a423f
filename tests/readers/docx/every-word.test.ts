import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docxReader } from '../../../src/readers/docx/reader.ts';
import { createDocxWith } from '../../fakes/docx.ts';

/** A piece of a made document: its XML, and the words that it shows where it stands. */
interface Piece {
  readonly xml: string;
  readonly shown: readonly string[];
}

let count = 0;
const nextWord = () => `word${count++}x`;
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

/** Makes a piece of a paragraph, each with words of its own. */
const PIECES: readonly (() => Piece)[] = [
  () => shown((word) => run(word)),
  () => shown((word) => `<w:ins>${run(word)}</w:ins>`),
  () => shown((word) => `<w:hyperlink>${run(word)}</w:hyperlink>`),
  () => shown((word) => `<m:oMath><m:r><m:t>${word}</m:t></m:r></m:oMath>`),
  () => shown((word) => `<w:sdt><w:sdtContent>${run(word)}</w:sdtContent></w:sdt>`),
  ...['<w:vanish/>', '<w:strike/>', '<w:dstrike/>'].map(
    (properties) => () => unseen((word) => run(word, properties)),
  ),
  () => unseen((word) => `<w:del>${run(word)}</w:del>`),
  () => unseen((word) => `<w:r><w:instrText>${word}</w:instrText></w:r>`),
];

function shown(write: (word: string) => string): Piece {
  const word = nextWord();
  return { xml: write(word), shown: [word] };
}

function unseen(write: (word: string) => string): Piece {
  return { xml: write(nextWord()), shown: [] };
}

const GAPS = ['<w:r><w:br/></w:r>', '<w:r><w:tab/></w:r>', run(' '), run(', ')];
const paragraph = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...GAPS)), { minLength: 1, maxLength: 8 })
  .map((parts): Piece => {
    const pieces = parts.map(([make, gap]) => ({ ...make(), gap }));
    return {
      xml: `<w:p>${pieces.map(({ xml, gap }) => xml + gap).join('')}</w:p>`.replaceAll(
        '<w:t>',
        '<w:t xml:space="preserve">',
      ),
      shown: pieces.flatMap((piece) => piece.shown),
    };
  });
const row = fc.array(paragraph, { minLength: 2, maxLength: 3 }).map(
  (cells): Piece => ({
    xml: `<w:tbl><w:tr>${cells.map(({ xml }) => `<w:tc>${xml}</w:tc>`).join('')}</w:tr></w:tbl>`,
    shown: cells.flatMap((cell) => cell.shown),
  }),
);

test('every word that a Word document shows is stored once, in order and apart, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(paragraph, row), { minLength: 1, maxLength: 8 }), async (pieces) => {
      const expected = ['Start', ...pieces.flatMap((piece) => piece.shown)];
      const body = `<w:p>${run('Start')}</w:p>${pieces.map(({ xml }) => xml).join('')}`;
      const { text } = await docxReader.read(createDocxWith(body, {}), 'a.docx');
      expect(text.match(/[\p{L}\p{N}]+/gu)).toEqual(expected);
    }),
  );
});
