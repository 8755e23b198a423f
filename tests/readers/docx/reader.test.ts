import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/text/user-error.ts';
import { docxReader } from '../../../src/readers/docx/reader.ts';
import { documentReaderContract } from '../../contracts/document-reader.ts';
import { goldenDocuments } from '../../contracts/golden-documents.ts';
import { createDocx, createDocxOf } from '../../fakes/docx.ts';
import { chartPart, diagramPart, graphicData } from '../../fakes/graphics.ts';
import { createZip } from '../../fakes/zip.ts';

const read = (bytes: Uint8Array) => docxReader.read(bytes, 'a.docx');
const write = (text: string) => createDocx(text.split(/\r\n|\n|\r/));
const createCompound = (name: string) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(name, 'utf16le')]);
const PROSE = 'The lamp was lit.';

documentReaderContract({ reader: docxReader, name: 'a.docx', write });
goldenDocuments(docxReader);

describe('the name of a Word document', () => {
  test.each(['a.docx', 'a.DOCM', 'a.dotx', 'a.dotm'])('may be %s', (name) => {
    expect(docxReader.accepts(name, new Uint8Array())).toBe(true);
  });

  test.each(['a.doc', 'a.docx.txt'])('may not be %s', (name) => {
    expect(docxReader.accepts(name, new Uint8Array())).toBe(false);
  });
});

describe('what a Word document shows of other parts', () => {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const related = (kind: string, target: string) => ({
    name: 'word/_rels/document.xml.rels',
    content: `<Relationships><Relationship Id="g1" Type="${type}/${kind}" Target="${target}"/></Relationships>`,
  });
  const paragraph = (inside: string) => `<w:p><w:r><w:t>${PROSE}</w:t>${inside}</w:r></w:p>`;

  test.each([
    ['a diagram', 'diagram', diagramPart(['Lindau', 'Bregenz']), 'Lindau\n\nBregenz'],
    [
      'a chart',
      'chart',
      chartPart({
        title: 'Depths',
        axis: 'Ports',
        series: ['2023'],
        categories: ['Lindau'],
        label: 'deepest',
      }),
      'Depths\n\nPorts\n\n2023\n\nLindau\n\ndeepest',
    ],
  ] as const)('are the words of %s, below its paragraph', async (_name, kind, content, said) => {
    const drawing = `<w:drawing><wp:inline><wp:docPr descr="a picture"/>${graphicData(kind, 'g1')}</wp:inline></w:drawing>`;
    const bytes = createDocxOf(paragraph(drawing), [related(kind, 'a.xml'), { name: 'word/a.xml', content }]);
    expect((await read(bytes)).text).toBe(`${PROSE}\n\n${said}`);
  });

  test('leave a mark in a sentence that goes on', async () => {
    const drawing = `<w:drawing><wp:inline>${graphicData('chart', 'g1')}</wp:inline></w:drawing>`;
    const content = chartPart({ title: 'Depths', axis: '', series: [], categories: [], label: '' });
    const body = `<w:p><w:r><w:t>See how </w:t>${drawing}<w:t> they fall.</w:t></w:r></w:p>`;
    const bytes = createDocxOf(body, [related('chart', 'a.xml'), { name: 'word/a.xml', content }]);
    expect((await read(bytes)).text).toBe('See how […] they fall.\n\nDepths');
  });

  test.each([
    ['with its description', 'alt="x is 3"', '[x is 3]'],
    ['without one', '', '[…]'],
  ])('are objects of other programs on a line of their own, %s', async (_name, alt, mark) => {
    const object = `<w:object><v:shape ${alt}/><o:OLEObject Type="Embed" ProgID="Equation.3"/></w:object>`;
    const bytes = createDocxOf(`${paragraph('')}<w:p><w:r>${object}</w:r></w:p>${paragraph('')}`);
    expect((await read(bytes)).text).toBe(`${PROSE}\n\n${mark}\n\n${PROSE}`);
  });

  test.each([
    ['page.html', 'inserted 1.html'],
    ['page.mht', 'inserted 1.eml'],
  ])('are inserted documents, to be read by their formats: %s', async (file, name) => {
    const chunk = `<w:altChunk xmlns:r="${type}" r:id="g1"/>`;
    const content = '<p>The mole is closed.</p>';
    const bytes = createDocxOf(chunk, [related('aFChunk', file), { name: `word/${file}`, content }]);
    const { text, parts } = await read(bytes);
    expect(text).toBe('');
    expect(parts).toEqual([{ id: `/${name}`, name, bytes: Buffer.from(content) }]);
  });
});

describe('what a Word document states', () => {
  const properties = async (inside: string) =>
    (await read(createDocx([PROSE], { properties: `<cp:coreProperties>${inside}</cp:coreProperties>` })))
      .embedded;

  test('is in its core properties', async () => {
    const inside =
      '<dc:title>The lamp &amp; the l&#233;ns</dc:title><dc:creator>Ada Quay</dc:creator><dc:language>en-GB</dc:language>' +
      '<dcterms:created xsi:type="dcterms:W3CDTF">2024-07-10T08:30:00Z</dcterms:created>';
    expect(await properties(inside)).toMatchObject({
      title: 'The lamp & the léns',
      author: 'Ada Quay',
      published: null,
      language: 'en',
    });
  });

  test.each(['python-docx', 'Administrator', 'ada@a.example', ' '])('is no author: %j', async (name) => {
    expect((await properties(`<dc:creator>${name}</dc:creator>`))?.author).toBeNull();
  });
});

describe('a zip file made to do harm', () => {
  const zeros = new Uint8Array(50_000_000);
  const many = Array.from({ length: 2000 }, (_, at) => ({ name: `word/${at}.xml`, content: '' }));
  const noise = Array.from({ length: 200_000 }, (_, at) => `<w:p>${Math.sin(at)}${Math.cos(at)}</w:p>`).join(
    '',
  );
  const whole = createDocx([PROSE]);

  test.each([
    ['a bomb', createDocx([PROSE], { more: [{ name: 'word/a.bin', content: zeros }] }), 'zip bomb'],
    [
      'a bomb of more than 100 MB',
      createDocx([PROSE], { more: [{ name: 'a', content: '', unpacked: 2 ** 31 }] }),
      'more than 100 MB',
    ],
    [
      'a bomb that hides its size',
      createDocx([PROSE], { more: [{ name: 'a', content: zeros, unpacked: 99 }] }),
      'damaged',
    ],
    [
      'an entry larger than it is',
      createDocx([PROSE], { more: [{ name: 'a', content: 'a', unpacked: 99 }] }),
      'damaged',
    ],
    ['a text of 9 MB', createDocxOf(noise), 'more than 8 MB of text'],
    ['thousands of entries', createDocx([PROSE], { more: many }), 'more than 2000 entries'],
    ['a locked entry', createDocx([PROSE], { more: [{ name: 'a', content: 'a', flags: 1 }] }), 'password'],
    [
      'a text file',
      new TextEncoder().encode('The lamp was lit. '.repeat(10)),
      'not a readable Word document',
    ],
    ['a Word document of old', createCompound('WordDocument'), 'of the kind before 2007; save it as .docx'],
    ['an encrypted document', createCompound('EncryptedPackage'), 'save it without a password'],
    ['a zip file of something else', createZip([{ name: 'a.txt', content: PROSE }]), 'not a readable Word'],
  ])('is refused in a sentence: %s', async (_name, bytes, what) => {
    await expect(read(bytes)).rejects.toBeInstanceOf(UserError);
    await expect(read(bytes)).rejects.toThrow(what);
  });

  test.each(['../a.xml', '/etc/a.xml', 'word/../../a.xml', 'C:\\a.xml', '..\\a.xml', 'a\0.xml'])(
    'is refused for a name that leads out of it: %j',
    async (name) => {
      const bytes = createDocx([PROSE], { more: [{ name, content: 'a' }] });
      await expect(read(bytes)).rejects.toThrow('names that point outside it');
    },
  );

  test('is read or refused wherever it is cut off', async () => {
    for (let end = 0; end < whole.length; end += 61) {
      await expect(read(whole.slice(0, end))).rejects.toBeInstanceOf(UserError);
    }
  });

  test('is read or refused whatever byte of it is changed', async () => {
    for (let at = 0; at < whole.length; at += 37) {
      const bytes = whole.map((byte, index) => (index === at ? byte ^ 0xff : byte));
      const outcome = await read(bytes).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
    }
  });

  test('is read or refused when its elements are nested 20,000 deep', async () => {
    const outcome = await read(createDocxOf(`${'<w:p>'.repeat(20_000)}${'</w:p>'.repeat(20_000)}`)).catch(
      (error: unknown) => error,
    );
    expect(outcome).toBeInstanceOf(UserError);
  });
});
