import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/text/user-error.ts';
import { odtReader } from '../../../src/readers/odf/text-reader.ts';
import { documentReaderContract } from '../../contracts/document-reader.ts';
import { goldenDocuments } from '../../contracts/golden-documents.ts';
import { createOdt, odfChart, odfParagraphs } from '../../fakes/odf.ts';
import { createZip } from '../../fakes/zip.ts';

const read = (bytes: Uint8Array) => odtReader.read(bytes, 'a.odt');
const textOf = async (body: string, styles = '') => (await read(createOdt(body, { styles }))).text;
const PROSE = 'The lamp was lit.';
const HIDDEN = 'The reserve is low.';

documentReaderContract({
  reader: odtReader,
  name: 'a.odt',
  write: (text) => createOdt(odfParagraphs(text.split(/\r\n|\n|\r/))),
});
goldenDocuments(odtReader);

const textStyle = (name: string, properties: string, family = 'text', more = '') =>
  `<style:style style:name="${name}" style:family="${family}" ${more}><style:text-properties ${properties}/></style:style>`;

describe('what a reader of an OpenDocument text does not see', () => {
  const span = `<text:span text:style-name="T1"> ${HIDDEN}</text:span>`;

  test.each([
    ['hidden text', span, textStyle('T1', 'text:display="none"')],
    ['struck text', span, textStyle('T1', 'style:text-line-through-style="solid"')],
    ['a comment', `<office:annotation><text:p>${HIDDEN}</text:p></office:annotation>`, ''],
    ['a field that hides', `<text:hidden-text text:is-hidden="true">${HIDDEN}</text:hidden-text>`, ''],
    ['a prompt', `<text:placeholder>${HIDDEN}</text:placeholder>`, ''],
    ['a reading', `<text:ruby><text:ruby-base/><text:ruby-text>${HIDDEN}</text:ruby-text></text:ruby>`, ''],
  ])('is not quoted: %s', async (_name, inside, styles) => {
    expect(await textOf(`<text:p>${PROSE}${inside}</text:p>`, styles)).toBe(PROSE);
  });

  test.each([
    [
      'a tracked deletion',
      `<text:tracked-changes><text:changed-region><text:deletion><text:p>${HIDDEN}</text:p></text:deletion></text:changed-region></text:tracked-changes>`,
    ],
    ['a hidden section', `<text:section text:display="none"><text:p>${HIDDEN}</text:p></text:section>`],
    ['a hidden paragraph', `<text:p>${HIDDEN}<text:hidden-paragraph text:is-hidden="true"/></text:p>`],
    ['a paragraph of a hidden style', `<text:p text:style-name="P2">${HIDDEN}</text:p>`],
  ])('is not quoted: %s', async (_name, block) => {
    const styles = `${textStyle('P1', 'text:display="none"', 'paragraph')}<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1"/>`;
    expect(await textOf(`${block}<text:p>${PROSE}</text:p>`, styles)).toBe(PROSE);
  });
});

describe('what a reader of an OpenDocument text sees', () => {
  test.each([
    ['line breaks part words', 'Pilot station<text:line-break/>7 Mole Road', 'Pilot station\n7 Mole Road'],
    ['a sentence goes on after a break', 'Ring the bell<text:line-break/>twice.', 'Ring the bell twice.'],
    ['spaces and tabs', 'lit<text:s text:c="3"/>up<text:tab/>now', 'lit up now'],
    ['raised digits stand apart', '1931<text:span text:style-name="T1">2</text:span>', '1931[2]'],
    ['a link', '<text:a>lit</text:a>', 'lit'],
    [
      'a picture in a sentence',
      'The <draw:frame text:anchor-type="as-char"><draw:image/><svg:desc>red lamp</svg:desc></draw:frame> is lit.',
      'The [red lamp] is lit.',
    ],
    [
      'a formula',
      'It is <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> high.',
      'It is x^2 high.',
    ],
  ])('%s', async (_name, inside, expected) => {
    const math =
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation>x sup 2</annotation></semantics></math>';
    const styles = textStyle('T1', 'style:text-position="super 58%"');
    const bytes = createOdt(`<text:p>${inside}</text:p>`, {
      styles,
      more: [{ name: 'Object 1/content.xml', content: math }],
    });
    expect((await read(bytes)).text).toBe(expected);
  });

  test.each([
    [
      'a chart, by its words',
      '',
      odfChart('Depths', '2023', ['Lindau', 'Bregenz']),
      'Depths\n\n2023\n\nLindau; Bregenz',
    ],
    ['another object, by a mark', '', '<office:document-content/>', '[…]'],
    ['one that is described', '<svg:desc>depths</svg:desc>', '<office:document-content/>', '[depths]'],
  ])('has below a paragraph %s', async (_name, said, content, expected) => {
    const frame = `<draw:frame text:anchor-type="paragraph"><draw:object xlink:href="./Object 1"/>${said}</draw:frame>`;
    const bytes = createOdt(`<text:p>${frame}${PROSE}</text:p>`, {
      more: [{ name: 'Object 1/content.xml', content }],
    });
    expect((await read(bytes)).text).toBe(`${PROSE}\n\n${expected}`);
  });

  test.each([
    ['a chart', '<draw:object xlink:href="./Object 1"/>', 'See […] for it.\n\nDepths\n\n2023\n\nLindau'],
    ['an object of the old kind', '<draw:object-ole xlink:href="./Object 2"/>', 'See […] for it.'],
  ])('has a mark in a sentence for %s', async (_name, object, expected) => {
    const frame = `<draw:frame text:anchor-type="as-char">${object}</draw:frame>`;
    const content = odfChart('Depths', '2023', ['Lindau']);
    const bytes = createOdt(`<text:p>See ${frame} for it.</text:p>`, {
      more: [{ name: 'Object 1/content.xml', content }],
    });
    expect((await read(bytes)).text).toBe(expected);
  });

  test('has notes after their paragraph', async () => {
    const note = (text: string) =>
      `<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>${text}</text:p></text:note-body></text:note>`;
    expect(
      await textOf(
        `<text:p>Built in 1931${note('By its plate.')}.</text:p><text:p>${PROSE}${note('Twice.')}</text:p>`,
      ),
    ).toBe(`Built in 1931.\n\n[Note 1] By its plate.\n\n${PROSE}\n\n[Note 2] Twice.`);
  });

  test('has text boxes after their paragraph', async () => {
    const box = `<draw:frame><draw:text-box><text:p>The mole is closed.</text:p></draw:text-box></draw:frame>`;
    expect(await textOf(`<text:p>The lamp${box} was lit.</text:p>`)).toBe(`${PROSE}\n\nThe mole is closed.`);
  });

  test('has rows of tables as lines, named by their header', async () => {
    const cell = (text: string, more = '') =>
      `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
    const merged = cell('Lindau', 'table:number-rows-spanned="2"');
    const table = `<table:table><table:table-header-rows>${row(cell('Port'), cell('Depth'))}</table:table-header-rows>${row(merged, cell('4.5 m'))}${row('<table:covered-table-cell/>', cell('6.0 m'))}</table:table>`;
    expect(await textOf(table)).toBe('Port: Lindau | Depth: 4.5 m\nPort: Lindau | Depth: 6.0 m');
  });
});

describe('numbers of an OpenDocument text', () => {
  const level = (at: number, format: string, more = '') =>
    `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-suffix="." ${more}/>`;
  const styles = `<text:list-style style:name="L1">${level(1, '1')}${level(2, 'a', 'text:display-levels="2"')}</text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style><text:outline-style>${'<text:outline-level-style text:level="1" style:num-format="I"/>'}</text:outline-style>`;
  const item = (text: string, inside = '', more = '') =>
    `<text:list-item ${more}><text:p>${text}</text:p>${inside}</text:list-item>`;
  const list = (items: string, more = 'text:style-name="L1"') => `<text:list ${more}>${items}</text:list>`;

  test.each([
    [
      'nested',
      list(item('a', list(item('b') + item('c'), '')) + item('d', list(item('e'), ''))),
      '1. a|1.a. b|1.b. c|2. d|2.a. e',
    ],
    [
      'continued',
      list(item('a')) + list(item('b'), 'text:style-name="L1" text:continue-numbering="true"'),
      '1. a|2. b',
    ],
    ['begun again', list(item('a')) + list(item('b')), '1. a|1. b'],
    ['stated', list(item('a') + item('b', '', 'text:start-value="7"') + item('c')), '1. a|7. b|8. c'],
    ['bullets', list(item('a'), 'text:style-name="L2"'), 'a'],
    [
      'headings',
      '<text:h text:outline-level="1">a</text:h><text:h text:outline-level="1">b</text:h>',
      'I a|II b',
    ],
  ])('are those of its lists: %s', async (_name, body, expected) => {
    expect((await textOf(body, styles)).split('\n\n').join('|')).toBe(expected);
  });
});

describe('an OpenDocument text that cannot be read', () => {
  test.each([
    ['a damaged file', createOdt(odfParagraphs([PROSE])).slice(0, 200), 'not a readable OpenDocument text'],
    [
      'a spreadsheet',
      createZip([{ name: 'content.xml', content: '<a/>' }]),
      'not a readable OpenDocument text',
    ],
    [
      'a locked one',
      createOdt(odfParagraphs([PROSE]), {
        more: [{ name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' }],
      }),
      'save it without a password',
    ],
    [
      'a text that is cut off',
      createZip([
        {
          name: 'content.xml',
          content: '<office:document-content><office:body><office:text><text:p>The lamp',
        },
      ]),
      'cut off',
    ],
    [
      'one that is nested too deeply',
      createOdt('<text:section>'.repeat(5000) + '</text:section>'.repeat(5000)),
      'inside each other',
    ],
    [
      'a bomb',
      createOdt(odfParagraphs([PROSE]), { more: [{ name: 'a', content: new Uint8Array(50_000_000) }] }),
      'zip bomb',
    ],
  ])('is refused in a sentence: %s', async (_name, bytes, what) => {
    await expect(read(bytes)).rejects.toBeInstanceOf(UserError);
    await expect(read(bytes)).rejects.toThrow(what);
  });
});

test('an OpenDocument text states its title and its first author', async () => {
  const properties =
    '<dc:title>Harbour rules</dc:title><dc:creator>Tom Mole</dc:creator><meta:initial-creator>Ada Quay</meta:initial-creator>';
  const { embedded } = await read(createOdt(odfParagraphs([PROSE]), { properties }));
  expect(embedded).toMatchObject({ title: 'Harbour rules', author: 'Ada Quay', published: null });
});
