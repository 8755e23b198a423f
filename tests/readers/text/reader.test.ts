import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/text/user-error.ts';
import { textReader } from '../../../src/readers/text/reader.ts';
import { documentReaderContract } from '../../contracts/document-reader.ts';

const GOLDEN = fileURLToPath(new URL('../../golden/readers/text/', import.meta.url));
const BYTE_ORDER_MARK = '\uFEFF';
const PROSE = 'The café’s owner — a sailor — said “No”. It cost €5 in 1999, naïve as that sounds.';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const read = (bytes: Uint8Array) => textReader.read(bytes, 'a.txt');

documentReaderContract({ reader: textReader, name: 'a.txt', write: utf8 });

describe('the encoding of a text', () => {
  test.each([
    ['UTF-8', utf8(PROSE)],
    ['UTF-8 with its mark', utf8(BYTE_ORDER_MARK + PROSE)],
    ['UTF-16, little end first', utf16le(BYTE_ORDER_MARK + PROSE)],
    ['UTF-16, big end first', utf16be(BYTE_ORDER_MARK + PROSE)],
    ['UTF-16 without its mark, little end first', utf16le(PROSE)],
    ['UTF-16 without its mark, big end first', utf16be(PROSE)],
  ])('is told: %s', async (_name, bytes) => {
    expect((await read(bytes)).text).toBe(PROSE);
  });

  // Node 20 decodes Windows-1252 as Latin-1 (nodejs/node 56542).
  test('is taken for Windows-1252 where it cannot be UTF-8', async () => {
    const bytes = Uint8Array.from([
      0x93, 0x4e, 0x6f, 0x94, 0x20, 0x97, 0x20, 0x63, 0x61, 0x66, 0xe9, 0x20, 0x80, 0x35,
    ]);
    expect((await read(bytes)).text).toBe('“No” — café €5');
  });

  test.each([
    ['null bytes within', utf8('The lamp\0 was lit.')],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2])],
  ])('is refused: %s', async (_name, bytes) => {
    await expect(read(bytes)).rejects.toThrow('null bytes');
  });

  test('keeps no half of a surrogate pair', async () => {
    const { text } = await read(utf16le(`${BYTE_ORDER_MARK}The lamp \uD83D was lit.`));
    expect(text.isWellFormed()).toBe(true);
  });

  test('keeps nothing of a character cut off at the end', async () => {
    const whole = utf16le(`${BYTE_ORDER_MARK}The lamp was lit.`);
    expect((await read(whole.slice(0, -1))).text.isWellFormed()).toBe(true);
  });
});

describe('the lines of a text', () => {
  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['LF', '\n'],
  ])('may end in %s', async (_name, end) => {
    const lines = ['The lamp was lit at dusk.', '', 'Ships saw it from afar.'];
    expect((await read(utf8(lines.join(end)))).text).toBe(lines.join('\n'));
  });

  test('have no marks of headings and items, and no spaces at their ends', async () => {
    const text = 'The harbour council met.\u2002\n\u2003It voted\u2002for lamps.\t \nShips came.';
    expect((await read(utf8(text))).text).toBe('The harbour council met.\n It voted for lamps.\nShips came.');
  });

  test('may be one of two million characters', async () => {
    const { text } = await read(utf8('The lamp was lit at dusk. '.repeat(80_000)));
    expect(text.length).toBeGreaterThan(2_000_000);
  });

  test('may be one word of a million letters', async () => {
    expect((await read(utf8('a'.repeat(1_000_000)))).text).toHaveLength(1_000_000);
  });

  test('may be a hundred and fifty thousand', async () => {
    const { text } = await read(utf8('The lamp was lit at dusk.\n'.repeat(150_000)));
    expect(text.split('\n')).toHaveLength(150_000);
  });
});

describe('a refusal', () => {
  test('says what is wrong with the file', async () => {
    await expect(read(utf8(' '))).rejects.toEqual(
      new UserError('contains no text', { code: 'unreadable-document' }),
    );
  });
});

describe('a scraped page', () => {
  const pages = readdirSync(GOLDEN).filter((name) => !name.endsWith('.expected.txt'));

  test.each(pages)('is read as its golden file says: %s', async (name) => {
    const { title, text } = await read(readFileSync(GOLDEN + name));
    const expected = readFileSync(GOLDEN + name.replace(/\.txt$/, '.expected.txt'), 'utf8');
    expect(`${title ?? ''}\n\n${text}\n`).toBe(expected);
  });

  test('has a golden file', () => {
    expect(pages.length).toBeGreaterThan(0);
  });
});

describe('what a collector wrote above a text', () => {
  const BODY = 'The lamp was lit again on Monday, the board said.';

  test('is what the document says of itself', async () => {
    const { text, metadata } = await read(
      utf8(`---\ntitle: "Lamps lit"\ndate: "2024-05-03"\nsource:\n---\n\n${BODY}`),
    );
    expect(text).toBe(BODY);
    expect(metadata).toMatchObject({ title: 'Lamps lit', published: '2024-05-03' });
  });

  test('is text if it says neither what that is nor of when', async () => {
    const text = `---\nNote: by the keeper\n---\n${BODY}`;
    expect((await read(utf8(text))).text).toBe(text);
  });
});

test('a page’s day may stand where programs read it', async () => {
  const page = [
    'Lamps lit again on Monday night - Harbour Gazette',
    'Home',
    'Skip to content',
    'Lamps lit again on Monday night',
  ];
  const article = ['harbour', 'town', 'island', 'pier'].map(
    (place) =>
      `The council of the ${place} has lit the lamp again, as it had said that it would do before the winter.`,
  );
  const { title, embedded } = await read(
    utf8([...page, ...article, 'Share', '2024-05-03 10:20:00', '2024-06-03 10:20:00'].join('\n')),
  );
  expect([title, embedded?.published]).toEqual(['Lamps lit again on Monday night', '2024-05-03']);
});

test.each([
  '---\nTitle: Minutes of the board\nThe board met and closed the pier.\n---\nIt met again in May.',
  '---\nDate: 2024-05-03\nThe board met and closed the pier.\n\nIt met again in May.',
])('text between lines that somebody drew is no front matter', async (text) => {
  expect((await read(utf8(text))).text).toContain('The board met and closed the pier.');
});

test('front matter may have lists and values over several lines', async () => {
  const { text, metadata } = await read(
    utf8(
      '---\ntitle: "Old pier"\ntags:\n- pier\n- lamp\nsummary: >\n  The pier\n  is open\n---\nIt met in May.',
    ),
  );
  expect([text, metadata.title]).toEqual(['It met in May.', 'Old pier']);
});
