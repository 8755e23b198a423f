import { expect, test } from 'vitest';
import { docxReader } from '../../../src/readers/docx/reader.ts';
import { createDocxWith } from '../../fakes/docx.ts';

const level = (depth: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;
const abstract = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const NUMBERING = [
  abstract(1, level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%1.%2)') + level(2, 'lowerRoman', '%3')),
  abstract(2, level(0, 'upperRoman', 'Part %1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
  abstract(3, level(0, 'bullet', '\uF0B7')),
  abstract(4, level(0, 'decimal', '%1') + level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>')),
  abstract(5, level(0, 'decimal', 'Art. %1', '<w:pStyle w:val="Article"/>')),
  ...[1, 2, 3, 4, 5].map((id) => list(id, id)),
  list(6, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
].join('');
const STYLES =
  '<w:style w:type="paragraph" w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>';

/** The labels that paragraphs get whose properties are these. */
async function labels(properties: readonly string[]): Promise<string[]> {
  const body = properties.map((inside) => `<w:p><w:pPr>${inside}</w:pPr><w:r><w:t>Lamp</w:t></w:r></w:p>`);
  const bytes = createDocxWith(body.join(''), { styles: STYLES, numbering: NUMBERING });
  const { text } = await docxReader.read(bytes, 'a.docx');
  return text.split('\n\n').map((line) => line.replace(/ ?Lamp$/, ''));
}
const numbered = (id: number, depth = 0) =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;

test.each([
  [
    'count on and start again below',
    [numbered(1), numbered(1, 1), numbered(1, 1), numbered(1), numbered(1, 1)],
    ['1.', '1.a)', '1.b)', '2.', '2.a)'],
  ],
  [
    'count small Roman numbers',
    [numbered(1), numbered(1, 2), numbered(1, 2), numbered(1, 2), numbered(1, 2)],
    ['1.', 'i', 'ii', 'iii', 'iv'],
  ],
  ['write legal numbers as digits', [numbered(2), numbered(2), numbered(2, 1)], ['Part I', 'Part II', '2.1']],
  ['have no label for bullets', [numbered(3), numbered(3)], ['', '']],
  [
    'count on below where they never start again',
    [numbered(4), numbered(4, 1), numbered(4), numbered(4, 1)],
    ['1', '1', '2', '2'],
  ],
  ['start where a copy of a list says', [numbered(1), numbered(6), numbered(6)], ['1.', '7.', '8.']],
  ['count a level that is left out', [numbered(1), numbered(1, 2), numbered(1, 1)], ['1.', 'i', '1.b)']],
  ['come with a style', ['<w:pStyle w:val="Article"/>', '<w:pStyle w:val="Article"/>'], ['Art. 1', 'Art. 2']],
  ['are switched off by a paragraph', [`<w:pStyle w:val="Article"/>${numbered(0)}`], ['']],
  ['are none of an unknown list', [numbered(99)], ['']],
])('lists of Word %s', async (_name, properties, expected) => {
  expect(await labels(properties)).toEqual(expected);
});
