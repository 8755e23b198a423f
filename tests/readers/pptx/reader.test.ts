import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/text/user-error.ts';
import { pptxReader } from '../../../src/readers/pptx/reader.ts';
import { documentReaderContract } from '../../contracts/document-reader.ts';
import { goldenDocuments } from '../../contracts/golden-documents.ts';
import { chartPart, diagramPart, extendedChartPart, graphicData } from '../../fakes/graphics.ts';
import { createPptx, pptxRun as run, pptxShape as shape } from '../../fakes/pptx.ts';
import { createZip } from '../../fakes/zip.ts';

const read = (...slides: Parameters<typeof createPptx>[0]) => pptxReader.read(createPptx(slides), 'a.pptx');
const textOf = async (shapes: string) => (await read({ shapes })).text;

documentReaderContract({
  reader: pptxReader,
  name: 'a.pptx',
  write: (text) => createPptx([{ shapes: shape(text.split(/\r\n|\n|\r/).map((line) => run(line))) }]),
});
goldenDocuments(pptxReader);

const MADE = {
  ...{ title: 'Depths', axis: 'Ports', label: 'deepest' },
  ...{ series: ['2023', 'in spring'], categories: ['Lindau', 'Bregenz'] },
};
const CHART = chartPart(MADE);
const SAID = 'Depths\n\nPorts\n\n2023; in spring\n\nLindau; Bregenz\n\ndeepest\n\ndeepest';

describe('the slides of a presentation', () => {
  const lamp = { shapes: shape([run('It was lit.')]) + shape([run('The lamp')], 'title') };
  const mole = { shapes: shape([run('It is closed.')]), notes: shape([run('Ask Ada.')], 'body') };

  test('come in the order of the list, begin with their title and are pages', async () => {
    const { title, text, pages } = await read(lamp, mole);
    expect(title).toBe('The lamp');
    expect(text).toBe('The lamp\n\nIt was lit.\n\nIt is closed.\n\n[Notes] Ask Ada.');
    expect(pages).toEqual([
      { at: 0, label: '1', index: 1 },
      { at: text.indexOf('It is closed'), label: '2', index: 2 },
    ]);
  });

  test('give the title of the first that says something', async () => {
    expect((await read({ shapes: '' }, lamp)).title).toBe('The lamp');
    expect((await read(mole, lamp)).title).toBeNull();
  });

  test('are left out and counted if they are hidden or say nothing', async () => {
    const { text, pages } = await read({ ...lamp, attributes: 'show="0"' }, { shapes: '' }, mole);
    expect(text).not.toContain('lit');
    expect(pages).toEqual([{ at: 0, label: '3', index: 3 }]);
  });
});

describe('what a slide says', () => {
  test.each([
    ['a chart', graphicData('chart', 'g1'), CHART, SAID],
    ['a diagram', graphicData('diagram', 'g1'), diagramPart(['Lindau', 'Bregenz']), 'Lindau\n\nBregenz'],
    [
      'a treemap',
      graphicData('extended chart', 'g1'),
      extendedChartPart(MADE),
      'Depths\n\nPorts\n\n2023; in spring\n\ndeepest; Lindau; Bregenz',
    ],
  ])('%s, by its words', async (_name, graphic, content, said) => {
    const shapes = `<p:graphicFrame>${graphic}</p:graphicFrame>`;
    const { text } = await read({ shapes, related: [{ id: 'g1', type: 'chart', content }] });
    expect(text).toBe(said);
  });

  test.each([
    ['an object of another program', '<p:oleObj r:id="g1" progId="Excel.Sheet.12"><p:embed/></p:oleObj>', ''],
    [
      'a chart without words',
      '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="g1"/>',
      '',
    ],
    ['one that is described', '<p:oleObj r:id="g1"/>', 'Depths of the ports'],
  ])('leaves a mark: %s', async (_name, data, descr) => {
    const properties = `<p:nvGraphicFramePr><p:cNvPr id="2" name="Object 1" descr="${descr}"/></p:nvGraphicFramePr>`;
    const frame = `<p:graphicFrame>${properties}<a:graphic><a:graphicData>${data}</a:graphicData></a:graphic></p:graphicFrame>`;
    const { text } = await read({
      shapes: shape([run('These are the depths:')]) + frame + shape([run('They fall.')]),
    });
    expect(text).toBe(`These are the depths:\n\n[${descr || '…'}]\n\nThey fall.`);
  });

  const cell = (text: string, attributes = '') =>
    `<a:tc ${attributes}><a:txBody><a:p>${run(text)}</a:p></a:txBody></a:tc>`;
  const table = (...rows: string[]) =>
    `<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData><a:tbl>${rows.map((cells) => `<a:tr>${cells}</a:tr>`).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
  const numbered = (text: string, type: string, level = 0) =>
    `<a:pPr lvl="${level}"><a:buAutoNum type="${type}"/></a:pPr>${run(text)}`;

  test.each([
    [
      'a line break',
      shape([`${run('Pilot station')}<a:br/>${run('7 Mole Road')}`]),
      'Pilot station\n7 Mole Road',
    ],
    [
      'no struck text',
      shape([run('The lamp was lit.') + run(' Never.', 'strike="sngStrike"')]),
      'The lamp was lit.',
    ],
    ['a raised digit', shape([run('1931') + run('2', 'baseline="30000"')]), '1931[2]'],
    [
      'a formula',
      shape([`${run('It is ')}<a14:m><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></a14:m>${run(' high.')}`]),
      'It is x high.',
    ],
    [
      'numbers',
      shape([
        numbered('a', 'arabicPeriod'),
        numbered('b', 'alphaLcParenBoth', 1),
        numbered('c', 'arabicPeriod'),
        run('d'),
        numbered('e', 'romanUcParenR'),
      ]),
      '1. a\n\n(a) b\n\n2. c\n\nd\n\nI) e',
    ],
    ['a group', `<p:grpSp><p:nvGrpSpPr/>${shape([run('lit')])}</p:grpSp>`, 'lit'],
    [
      'no hidden shape',
      `${shape([run('lit')])}<p:sp><p:nvSpPr><p:cNvPr hidden="1"/></p:nvSpPr><p:txBody><a:p>${run('no')}</a:p></p:txBody></p:sp>`,
      'lit',
    ],
    [
      'no slide number or footer',
      shape([run('lit')]) + shape([run('7')], 'sldNum') + shape([run('May')], 'ftr'),
      'lit',
    ],
    [
      'rows of a table',
      table(
        cell('Port') + cell('Keeper'),
        cell('Lindau', 'rowSpan="2"') + cell('Ada'),
        cell('', 'vMerge="1"') + cell('Tom'),
      ),
      'Port | Keeper\nLindau | Ada\nLindau | Tom',
    ],
  ])('is read: %s', async (_name, shapes, expected) => {
    expect(await textOf(shapes)).toBe(expected);
  });
});

test.each([
  ['a damaged file', createPptx([]).slice(0, 90), 'not a readable PowerPoint presentation'],
  ['a zip file of something else', createZip([{ name: 'a.txt', content: 'a' }]), 'not a readable PowerPoint'],
  [
    'one of the old kind',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'save it as .pptx',
  ],
])('a presentation is refused in a sentence: %s', async (_name, bytes, what) => {
  await expect(pptxReader.read(bytes, 'a.pptx')).rejects.toBeInstanceOf(UserError);
  await expect(pptxReader.read(bytes, 'a.pptx')).rejects.toThrow(what);
});
