import { test } from 'vitest';
import { docxReader } from '../../../src/readers/docx/reader.ts';
import { createDocxWith } from '../../fakes/docx.ts';
import { expectEveryWord, line, shown, table, unseen, wrap } from '../../fakes/made-pieces.ts';

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

const PIECES = [
  shown((word) => run(word)),
  shown((word) => `<w:ins>${run(word)}</w:ins>`),
  shown((word) => `<w:hyperlink>${run(word)}</w:hyperlink>`),
  shown((word) => `<m:oMath><m:r><m:t>${word}</m:t></m:r></m:oMath>`),
  shown((word) => `<w:sdt><w:sdtContent>${run(word)}</w:sdtContent></w:sdt>`),
  ...['<w:vanish/>', '<w:strike/>', '<w:dstrike/>'].map((properties) =>
    unseen((word) => run(word, properties)),
  ),
  unseen((word) => `<w:del>${run(word)}</w:del>`),
  unseen((word) => `<w:r><w:instrText>${word}</w:instrText></w:r>`),
];
const GAPS = ['<w:r><w:br/></w:r>', '<w:r><w:tab/></w:r>', run(' '), run(', ')];
const paragraph = wrap(line(PIECES, GAPS), (inside) => `<w:p>${inside}</w:p>`);
const rows = table(paragraph, (cells) => {
  const written = cells.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`);
  return `<w:tbl>${written.join('')}</w:tbl>`;
});

test('every word that a Word document shows is stored once, in order and apart, and nothing else', async () => {
  await expectEveryWord({
    reader: docxReader,
    name: 'a.docx',
    blocks: [paragraph, rows],
    write: (blocks) => createDocxWith(blocks.join(''), {}),
  });
});
