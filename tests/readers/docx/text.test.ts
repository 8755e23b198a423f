import { describe, expect, test } from 'vitest';
import { docxReader } from '../../../src/readers/docx/reader.ts';
import { createDocxOf, createDocxWith } from '../../fakes/docx.ts';

const textOf = async (bytes: Uint8Array) => (await docxReader.read(bytes, 'a.docx')).text;
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const bodyText = (inside: string) => textOf(createDocxOf(paragraph(inside)));

describe('a line break in a Word paragraph', () => {
  test.each([
    ['Ring the bell', 'twice.', 'Ring the bell twice.'],
    ['Pilot station', '7 Mole Road', 'Pilot station\n7 Mole Road'],
    ['The bell rang.', 'nobody came.', 'The bell rang.\nnobody came.'],
  ])('parts words: %s / %s', async (before, after, expected) => {
    expect(await bodyText(`${run(before)}<w:r><w:br/></w:r>${run(after)}`)).toBe(expected);
  });

  test('leaves a heading on one line', async () => {
    const heading = paragraph(
      `${run('Harbour')}<w:r><w:br/></w:r>${run('Rules')}`,
      '<w:outlineLvl w:val="0"/>',
    );
    expect(await textOf(createDocxOf(heading))).toBe('Harbour Rules');
  });
});

describe('what a reader of a Word document does not see', () => {
  const hidden = 'The reserve is low.';
  const shown = 'The lamp was lit.';

  test.each([
    ['a deletion', `<w:del>${run(hidden)}</w:del>`],
    ['text that was moved away', `<w:moveFrom>${run(hidden)}</w:moveFrom>`],
    ['hidden text', run(hidden, '<w:vanish/>')],
    ['struck text', run(hidden, '<w:strike/>')],
    ['text struck twice', run(hidden, '<w:dstrike w:val="1"/>')],
    [
      'an instruction',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${hidden}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ],
    [
      "a form's prompt",
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run(hidden)}</w:sdtContent></w:sdt>`,
    ],
    ['the reading above a character', `<w:r><w:ruby><w:rt>${run(hidden)}</w:rt><w:rubyBase/></w:ruby></w:r>`],
  ])('is not quoted: %s', async (_name, inside) => {
    expect(await bodyText(run(shown) + inside)).toBe(shown);
  });

  test('is quoted where a style is overruled', async () => {
    const styles = '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>';
    const secret = '<w:rStyle w:val="Secret"/>';
    const body = paragraph(
      run(shown) + run(hidden, secret) + run(' Twice.', `${secret}<w:vanish w:val="0"/>`),
    );
    expect(await textOf(createDocxWith(body, { styles }))).toBe(`${shown} Twice.`);
  });

  test('is hidden by the style that a style is based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>';
    const body = paragraph(run(hidden), '<w:pStyle w:val="Own"/>') + paragraph(run(shown));
    expect(await textOf(createDocxWith(body, { styles }))).toBe(shown);
  });

  test('includes comments', async () => {
    const comments = `<w:comment w:id="1">${paragraph(run(hidden))}</w:comment>`;
    const body = paragraph(`${run(shown)}<w:r><w:commentReference w:id="1"/></w:r>`);
    expect(await textOf(createDocxWith(body, { comments }))).toBe(shown);
  });

  test('includes a deleted row', async () => {
    const row = (text: string, properties = '') =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(run(text))}</w:tc><w:tc>${paragraph(run('9'))}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('Lamps')}${row('Bells', '<w:del/>')}</w:tbl>`;
    expect(await textOf(createDocxOf(body))).toBe('Lamps | 9');
  });
});

describe('what a reader of a Word document sees', () => {
  test.each([
    ['an insertion', `<w:ins>${run('lit')}</w:ins>`, 'lit'],
    ['a link', `<w:hyperlink>${run('lit')}</w:hyperlink>`, 'lit'],
    ['a smart tag', `<w:smartTag>${run('lit')}</w:smartTag>`, 'lit'],
    ['a content control', `<w:sdt><w:sdtContent>${run('lit')}</w:sdtContent></w:sdt>`, 'lit'],
    ['a simple field', `<w:fldSimple w:instr="DATE">${run('lit')}</w:fldSimple>`, 'lit'],
    ['a hyphen that holds', '<w:r><w:t>half</w:t><w:noBreakHyphen/><w:t>lit</w:t></w:r>', 'half-lit'],
    ['a soft hyphen', '<w:r><w:t>bea</w:t><w:softHyphen/><w:t>con</w:t></w:r>', 'beacon'],
    ['a tab', '<w:r><w:t>lit</w:t><w:tab/><w:t>up</w:t></w:r>', 'lit up'],
    ['a symbol', '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', 'α'],
    ['a symbol of an unknown font', '<w:r><w:sym w:font="Quay" w:char="F061"/></w:r>', '[…]'],
    [
      'a note mark typed after a year',
      `${run('1931')}${run('2', '<w:vertAlign w:val="superscript"/>')}`,
      '1931[2]',
    ],
    ['a power', `${run('10')}${run('6', '<w:vertAlign w:val="superscript"/>')}`, '10^6'],
    ['a unit', `${run('4 m')}${run('2', '<w:vertAlign w:val="superscript"/>')}`, '4 m²'],
    ['an ordinal', `${run('21')}${run('st', '<w:vertAlign w:val="superscript"/>')}`, '21st'],
    [
      'a formula',
      '<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
      '(a+b)/2',
    ],
    ['an empty formula', '<m:oMath/>', '[…]'],
    [
      'a picture',
      '<w:r><w:drawing><wp:inline><wp:docPr descr="a red lamp"/></wp:inline></w:drawing></w:r>',
      '[a red lamp]',
    ],
    [
      'a picture without a description',
      '<w:r><w:drawing><wp:inline><wp:docPr descr="Picture 3"/></wp:inline></w:drawing></w:r>',
      '[…]',
    ],
  ])('is quoted: %s', async (_name, inside, expected) => {
    expect(await bodyText(`${run('The lamp is ')}${inside}${run(' now.')}`)).toBe(
      `The lamp is ${expected} now.`,
    );
  });

  test('leaves out a picture that stands outside a sentence', async () => {
    const picture = '<w:r><w:drawing><wp:inline><wp:docPr descr="our badge"/></wp:inline></w:drawing></w:r>';
    expect(await bodyText(`${picture}${run('The lamp was lit.')}${picture}`)).toBe('The lamp was lit.');
  });

  test('goes on where the end of a paragraph was deleted', async () => {
    const body = paragraph(run('The lamp '), '<w:rPr><w:del/></w:rPr>') + paragraph(run('was lit.'));
    expect(await textOf(createDocxOf(body))).toBe('The lamp was lit.');
  });

  test('begins with its large initial', async () => {
    const initial = paragraph(run('T'), '<w:framePr w:dropCap="drop"/>');
    expect(await textOf(createDocxOf(initial + paragraph(run('he lamp was lit.'))))).toBe(
      'The lamp was lit.',
    );
  });

  test('survives an instruction that never ends', async () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    expect(await textOf(createDocxOf(paragraph(open) + paragraph(run('The lamp was lit.'))))).toBe(
      'The lamp was lit.',
    );
  });

  test('is the same in strict documents with other prefixes', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const document = `<d:document xmlns:d="${strict}"><d:body><d:p><d:r><d:t>The lamp was lit.</d:t></d:r><d:r><d:rPr><d:vanish d:val="true"/></d:rPr><d:t> No.</d:t></d:r></d:p></d:body></d:document>`;
    const { createZip } = await import('../../fakes/zip.ts');
    expect(await textOf(createZip([{ name: 'word/document.xml', content: document }]))).toBe(
      'The lamp was lit.',
    );
  });
});

describe('text boxes', () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
  const drawing = `<w:drawing><wp:anchor><wps:txbx>${box('The mole is closed.')}</wps:txbx></wp:anchor></w:drawing>`;
  const old = `<w:pict><v:shape><v:textbox>${box('The mole is closed.')}</v:textbox></v:shape></w:pict>`;

  test.each([
    ['a drawing', drawing],
    ['the old kind', old],
    [
      'both',
      `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`,
    ],
  ])('follow their paragraph once: %s', async (_name, content) => {
    const body =
      paragraph(`${run('The lamp')}<w:r>${content}</w:r>${run(' was lit.')}`) + paragraph(run('It shone.'));
    expect(await textOf(createDocxOf(body))).toBe('The lamp was lit.\n\nThe mole is closed.\n\nIt shone.');
  });
});

describe('notes', () => {
  const note = (kind: string, text: string, id = 2) =>
    `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${run(text)}</w:p></w:${kind}>`;
  const mark = (kind: string, id = 2) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

  test.each(['footnote', 'endnote'])('follow their paragraph and leave no digit in it: %s', async (kind) => {
    const body =
      paragraph(`${run('The lamp dates from 1931')}${mark(kind)}${run('.')}`) + paragraph(run('It shone.'));
    expect(await textOf(createDocxWith(body, { [`${kind}s`]: note(kind, 'By its plate.') }))).toBe(
      'The lamp dates from 1931.\n\n[Note 1] By its plate.\n\nIt shone.',
    );
  });

  test('follow their table and are counted together', async () => {
    const cell = (inside: string) => `<w:tc>${paragraph(inside)}</w:tc>`;
    const row = `<w:tr>${cell(run('Lamps') + mark('footnote'))}${cell(run('9') + mark('endnote'))}</w:tr>`;
    const parts = { footnotes: note('footnote', 'All kinds.'), endnotes: note('endnote', 'In May.') };
    expect(await textOf(createDocxWith(`<w:tbl>${row}</w:tbl>`, parts))).toBe(
      'Lamps | 9\n\n[Note 1] All kinds.\n\n[Note 2] In May.',
    );
  });

  test('without a mark are not quoted', async () => {
    const footnotes = note('footnote', 'The separator.', 0);
    expect(await textOf(createDocxWith(paragraph(run('The lamp was lit.')), { footnotes }))).toBe(
      'The lamp was lit.',
    );
  });
});
