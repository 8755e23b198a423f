import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/text/user-error.ts';
import { rtfReader } from '../../../src/readers/rtf/reader.ts';
import { documentReaderContract } from '../../contracts/document-reader.ts';
import { goldenDocuments } from '../../contracts/golden-documents.ts';

const createRtf = (inside: string) =>
  new Uint8Array(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${inside}}`, 'latin1'));
const textOf = async (inside: string) => (await rtfReader.read(createRtf(inside), 'a.rtf')).text;
const escapeRtf = (text: string) =>
  [...text]
    .map((sign) =>
      /[\\{}]/.test(sign)
        ? `\\${sign}`
        : /^[ -~]$/.test(sign)
          ? sign
          : [...Array(sign.length).keys()].map((at) => `\\u${sign.charCodeAt(at)}?`).join(''),
    )
    .join('');

documentReaderContract({
  reader: rtfReader,
  name: 'a.rtf',
  write: (text) =>
    createRtf(
      text
        .split(/\r\n|\n|\r/)
        .map((line) => `${escapeRtf(line)}\\par\n`)
        .join(''),
    ),
});
goldenDocuments(rtfReader);

describe('the text of a Rich Text document', () => {
  test.each([
    ['hidden', 'The lamp was lit.{\\v  Never.}', 'The lamp was lit.'],
    ['deleted', 'The lamp was lit.{\\deleted  Never.}', 'The lamp was lit.'],
    ['struck', 'The lamp was lit.\\strike  Never.\\strike0  Twice.', 'The lamp was lit. Twice.'],
    ['an instruction', '{\\field{\\*\\fldinst PAGE}{\\fldrslt lit}}', 'lit'],
    ['a header and a picture', '{\\header May}{\\pict 0a0b}lit', 'lit'],
    ['an unknown group', '{\\*\\newthing no}lit', 'lit'],
    ['an unknown word amid text', 'lit\\*\\cs7  now', 'lit now'],
    ['binary data', 'lit\\bin4 {{{{ now', 'lit now'],
  ])('leaves out what nobody sees: %s', async (_name, inside, expected) => {
    expect(await textOf(inside)).toBe(expected);
  });

  test.each([
    ['Unicode with its fallback', "caf\\u233\\'e9 \\uc0\\u8212  x", 'café — x'],
    ['bytes of the file', "caf\\'e9", 'café'],
    [
      "bytes of a font's charset",
      "{\\fonttbl{\\f1\\fcharset204 Times;}{\\f2\\fcharset128 Mincho;}}{\\f1\\'ec\\'ee\\'eb}, {\\f2\\'8d\\'60}",
      'мол, 港',
    ],
    ['Symbol', '{\\fonttbl{\\f1\\fcharset2 Symbol;}}{\\f1 a}', 'α'],
    ['signs', 'a\\~b\\endash c \\ldblquote d\\rdblquote  \\{\\}', 'a\u00A0b–c “d” {}'],
    ['broken lines', 'Ring the bell\\line twice.\\line Then wait.', 'Ring the bell twice.\nThen wait.'],
    ['raised digits', '1931{\\super 2}', '1931[2]'],
    ['soft and firm hyphens', 'bea\\-con half\\_lit', 'beacon half-lit'],
    ['a number of a list', '{\\listtext 1.\\tab}lit', '1. lit'],
    [
      'a note',
      'Built in 1931{\\footnote By its plate.}.\\par Twice.',
      'Built in 1931.\n\n[Note 1] By its plate.\n\nTwice.',
    ],
    [
      'a table',
      '\\trowd\\trhdr\\intbl Port\\cell Depth\\cell\\row\\trowd\\intbl Lindau\\cell 4 m\\par low\\cell\\row\\pard Done.',
      'Port: Lindau | Depth: 4 m / low\n\nDone.',
    ],
  ])('has %s', async (_name, inside, expected) => {
    expect(await textOf(inside)).toBe(expected);
  });
});

test.each([
  ['another format', new TextEncoder().encode('The lamp was lit.'), 'not a readable RTF document'],
  ['groups without end', createRtf('{'.repeat(20_000)), 'inside each other'],
])('a Rich Text document is refused in a sentence: %s', async (_name, bytes, what) => {
  await expect(rtfReader.read(bytes, 'a.rtf')).rejects.toBeInstanceOf(UserError);
  await expect(rtfReader.read(bytes, 'a.rtf')).rejects.toThrow(what);
});

test.each([
  [
    '{\\info{\\title Harbour rules}{\\author Ada Quay}{\\operator Tom}{\\nofpages2}}',
    'Harbour rules',
    'Ada Quay',
  ],
  ["{\\info{\\title H\\'e4fen \\u8211? Regeln}}", 'Häfen – Regeln', null],
  ['{\\info{\\title Microsoft Word - rules.doc}{\\author Windows User}}', null, null],
  ['{\\info{\\*\\userprops{\\propname a}}}', null, null],
])('a Rich Text document states its title and its author: %s', async (info, title, author) => {
  const { text, embedded } = await rtfReader.read(createRtf(`${info}lit`), 'a.rtf');
  expect(text).toBe('lit');
  expect(embedded).toMatchObject({ title, author });
});
