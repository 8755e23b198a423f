import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/text/user-error.ts';
import { epubReader } from '../../../src/readers/epub/reader.ts';
import { documentReaderContract } from '../../contracts/document-reader.ts';
import { goldenDocuments } from '../../contracts/golden-documents.ts';
import { createEpub, epubPage } from '../../fakes/epub.ts';

const read = (book: Parameters<typeof createEpub>[0]) => epubReader.read(createEpub(book), 'a.epub');
const textOf = async (...chapters: string[]) => (await read({ chapters })).text;
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const LAMP = '<p>The lamp was lit.</p>';

documentReaderContract({
  reader: epubReader,
  name: 'a.epub',
  write: (text) =>
    createEpub({
      chapters: [
        text
          .split(/\r\n|\n|\r/)
          .map((line) => `<p>${escapeXml(line)}</p>`)
          .join(''),
      ],
    }),
});
goldenDocuments(epubReader);

describe('a book', () => {
  test('is read in the order of its spine, without navigation and cover', async () => {
    const item = (id: string, more = '') =>
      `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml" ${more}/>`;
    const { text } = await read({
      chapters: ['<h1>Dusk</h1>', LAMP],
      manifest: item('nav', 'properties="nav"') + item('cover'),
      spine: '<itemref idref="nav"/><itemref idref="cover" linear="no"/>',
      more: ['nav', 'cover'].map((name) => ({
        name: `OPS/${name}.xhtml`,
        content: epubPage(`<p>${name}</p>`),
      })),
    });
    expect(text).toBe('Dusk\n\nThe lamp was lit.');
  });

  test('states who published it and when', async () => {
    const metadata =
      '<dc:title>Dusk</dc:title><dc:creator>Ada Quay</dc:creator><dc:creator>Tom Mole</dc:creator><dc:publisher>Pier Press</dc:publisher><dc:date>2024-07-10T00:00:00Z</dc:date><dc:language>en-GB</dc:language>';
    expect((await read({ chapters: [LAMP], metadata })).embedded).toEqual({
      ...{ title: 'Dusk', author: 'Ada Quay, Tom Mole', publisher: 'Pier Press' },
      ...{ published: '2024-07-10', language: 'en', url: null },
    });
  });

  test.each([
    [
      'lists with their numbers',
      '<ol start="3"><li>a<ol type="a"><li>b</li></ol></li><li><p>c</p></li></ol><ul><li>d</li></ul>',
      '3. a\n\na. b\n\n4. c\n\nd',
    ],
    [
      'rows of a table',
      '<table><tr><th>Port</th><th>Depth</th></tr><tr><td rowspan="2">Lindau</td><td>4 m</td></tr><tr><td>6 m</td></tr></table>',
      'Port: Lindau | Depth: 4 m\nPort: Lindau | Depth: 6 m',
    ],
    ['broken lines', '<p>Ring the bell<br/>twice.<br/>Then wait.</p>', 'Ring the bell twice.\nThen wait.'],
    [
      'rows below a head',
      '<table><thead><tr><td>Port</td><td>Depth</td></tr></thead><tbody><tr><td>Lindau</td><td>4 m</td></tr></tbody></table>',
      'Port: Lindau | Depth: 4 m',
    ],
    ['raised digits', '<p>1931<sup>2</sup></p>', '1931[2]'],
    ['numbers of notes', '<p><sup>1</sup>Ships.</p><p><sup>i</sup> Docks.</p>', '[1] Ships.\n\ni Docks.'],
    ['no marks of notes', '<p>1931<a epub:type="noteref" href="#n">1</a>.</p>', '1931.'],
    ['no deletions', '<p>It was <del>not </del>lit.</p>', 'It was lit.'],
    ['no hidden parts', `<p hidden="">No.</p><p style="display: none">No.</p>${LAMP}`, 'The lamp was lit.'],
    ['a formula', '<p>It is <math><mfrac><mi>a</mi><mn>2</mn></mfrac></math> high.</p>', 'It is a/2 high.'],
    [
      'a picture in a sentence',
      '<p>The <img src="a.png" alt="red lamp"/> is lit.</p>',
      'The [red lamp] is lit.',
    ],
    ['text beside blocks', '<div>The lamp<p>was lit.</p>Twice.</div>', 'The lamp\n\nwas lit.\n\nTwice.'],
    ['references to characters', '<p>Caf&eacute;&nbsp;&amp; mole</p>', 'Café\u00A0& mole'],
  ])('is read with %s', async (_name, body, expected) => {
    expect(await textOf(body)).toBe(expected);
  });
});

test('is read as its style sheets show it', async () => {
  const body =
    '<p>In 1931<span class="up">2</span> the <span class="no">new </span>lamp<i class="out">s</i> was lit.</p>';
  const { text } = await read({
    chapters: [body],
    manifest: '<item id="s" href="look.css" media-type="text/css"/>',
    more: [
      {
        name: 'OPS/look.css',
        content:
          '.up { vertical-align: super }\n.no { display: none }\n.out { text-decoration: line-through }',
      },
    ],
  });
  expect(text).toBe('In 1931[2] the lamp was lit.');
});

test('an author who is a placeholder is none', async () => {
  const metadata = '<dc:title>Dusk</dc:title><dc:creator>Unknown Author</dc:creator>';
  expect((await read({ chapters: [LAMP], metadata })).embedded?.author).toBeNull();
});

test.each([
  ['a damaged file', createEpub({ chapters: [LAMP] }).slice(0, 300), 'not a readable EPUB book'],
  [
    'a book that is locked',
    createEpub({
      chapters: [LAMP],
      more: [{ name: 'META-INF/encryption.xml', content: '<CipherReference URI="OPS/text/c0.xhtml"/>' }],
    }),
    'DRM',
  ],
  [
    'a chapter that is nested too deeply',
    createEpub({ chapters: ['<div>'.repeat(3000) + LAMP + '</div>'.repeat(3000)] }),
    'inside each other',
  ],
])('a book is refused in a sentence: %s', async (_name, bytes, what) => {
  await expect(epubReader.read(bytes, 'a.epub')).rejects.toBeInstanceOf(UserError);
  await expect(epubReader.read(bytes, 'a.epub')).rejects.toThrow(what);
});
