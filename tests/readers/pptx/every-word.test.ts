import { test } from 'vitest';
import { pptxReader } from '../../../src/readers/pptx/reader.ts';
import { expectEveryWord, line, several, shown, table, unseen, wrap } from '../../fakes/made-pieces.ts';
import { createPptx, pptxRun, pptxShape } from '../../fakes/pptx.ts';

const PIECES = [
  shown((word) => pptxRun(word)),
  shown((word) => pptxRun(word, 'b="1"')),
  shown((word) => `<a:fld type="datetime1"><a:t>${word}</a:t></a:fld>`),
  shown((word) => `<a14:m><m:oMath><m:r><m:t>${word}</m:t></m:r></m:oMath></a14:m>`),
  unseen((word) => pptxRun(word, 'strike="sngStrike"')),
];
const GAPS = ['<a:br/>', pptxRun(' '), pptxRun(', '), pptxRun('\t')];
const text = line(PIECES, GAPS);
const shape = several(text, [1, 3], (insides) => pptxShape(insides));
const rows = table(text, (cells) => {
  const cell = (inside: string) => `<a:tc><a:txBody><a:p>${inside}</a:p></a:txBody></a:tc>`;
  const written = cells.map((row) => `<a:tr>${row.map(cell).join('')}</a:tr>`);
  return `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${written.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
});

test('every word that a PowerPoint presentation shows is stored once, in order and apart, and nothing else', async () => {
  await expectEveryWord({
    reader: pptxReader,
    name: 'a.pptx',
    blocks: [
      shape,
      rows,
      several(shape, [1, 3], (shapes) => shapes.join('')),
      several(shape, [1, 3], (shapes) => `<p:grpSp><p:grpSpPr/>${shapes.join('')}</p:grpSp>`),
      several(text, [1, 2], (insides) => pptxShape(insides, 'title')),
      several(text, [1, 2], (insides) => pptxShape(insides, 'body')),
      wrap(shape, (inside) => `<mc:AlternateContent><mc:Choice>${inside}</mc:Choice></mc:AlternateContent>`),
    ],
    write: (blocks) => createPptx(blocks.map((shapes) => ({ shapes }))),
  });
});

test('every word of the notes of slides is stored once, in order and apart', async () => {
  await expectEveryWord({
    reader: pptxReader,
    name: 'a.pptx',
    blocks: [several(text, [1, 3], (insides) => pptxShape(insides, 'body'))],
    write: (blocks) => createPptx(blocks.map((notes) => ({ shapes: '', notes }))),
  });
});
