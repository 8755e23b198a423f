import { describe, expect, test } from 'vitest';
import { odpReader } from '../../../src/readers/odf/presentation-reader.ts';
import { documentReaderContract } from '../../contracts/document-reader.ts';
import { goldenDocuments } from '../../contracts/golden-documents.ts';
import { createOdp, odfChart, odfParagraphs } from '../../fakes/odf.ts';

const frame = (inside: string, of = 'outline') =>
  `<draw:frame presentation:class="${of}"><draw:text-box>${inside}</draw:text-box></draw:frame>`;
const slide = (inside: string, style = 'dp1') =>
  `<draw:page draw:style-name="${style}">${inside}</draw:page>`;
const read = (slides: string, styles = '') => odpReader.read(createOdp(slides, { styles }), 'a.odp');

documentReaderContract({
  reader: odpReader,
  name: 'a.odp',
  write: (text) => createOdp(slide(frame(odfParagraphs(text.split(/\r\n|\n|\r/))))),
});
goldenDocuments(odpReader);

describe('slides of an OpenDocument presentation', () => {
  const lamp = slide(frame(odfParagraphs(['It was lit.'])) + frame(odfParagraphs(['The lamp']), 'title'));
  const mole = slide(frame(odfParagraphs(['It is closed.'])));

  test('begin with their title and are pages', async () => {
    const { title, text, pages } = await read(lamp + mole);
    expect(title).toBe('The lamp');
    expect(text).toBe('The lamp\n\nIt was lit.\n\nIt is closed.');
    expect(pages).toEqual([
      { at: 0, label: '1', index: 1 },
      { at: text.indexOf('It is closed'), label: '2', index: 2 },
    ]);
  });

  test.each([
    ['a chart', odfChart('Depths', '2023', ['Lindau']), 'Depths\n\n2023\n\nLindau'],
    ['another object', '<office:document-content/>', '[…]'],
  ])('say what an object does: %s', async (_name, content, said) => {
    const object = '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image/></draw:frame>';
    const bytes = createOdp(slide(object + frame(odfParagraphs(['It is closed.']))), {
      more: [{ name: 'Object 1/content.xml', content }],
    });
    expect((await odpReader.read(bytes, 'a.odp')).text).toBe(`${said}\n\nIt is closed.`);
  });

  test('that are hidden are left out and count', async () => {
    const hidden =
      '<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
    const { text, pages } = await read(slide(frame(odfParagraphs(['The reserve.'])), 'dp2') + mole, hidden);
    expect(text).toBe('It is closed.');
    expect(pages).toEqual([{ at: 0, label: '2', index: 2 }]);
  });

  test('have their notes after them, and no footer', async () => {
    const notes = `<presentation:notes>${frame(odfParagraphs(['Ask Ada.']), 'notes')}</presentation:notes>`;
    const { text } = await read(
      slide(frame(odfParagraphs(['The lamp'])) + frame(odfParagraphs(['May']), 'footer') + notes),
    );
    expect(text).toBe('The lamp\n\n[Notes] Ask Ada.');
  });
});
