import { test } from 'vitest';
import { rtfReader } from '../../../src/readers/rtf/reader.ts';
import { below, expectEveryWord, line, shown, table, unseen, wrap } from '../../fakes/made-pieces.ts';

/** Characters beyond ASCII as RTF has them: their number, and a sign for programs that don't know it. */
const encode = (text: string) => text.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0)}?`);

const PIECES = [
  shown(encode),
  shown((word) => `{\\b ${encode(word)}}`),
  shown((word) => `\\i ${encode(word)}\\i0 `),
  shown((word) => `{\\field{\\*\\fldinst HYPERLINK "a"}{\\fldrslt ${encode(word)}}}`),
  shown((word) => `{\\revised ${encode(word)}}`),
  shown((word) => `{\\*\\bkmkstart a}${encode(word)}{\\*\\bkmkend a}`),
  unseen((word) => `{\\v ${encode(word)}}`),
  unseen((word) => `{\\strike ${encode(word)}}`),
  unseen((word) => `{\\deleted ${encode(word)}}`),
  unseen((word) => `{\\*\\unheardof ${encode(word)}}`),
  unseen((word) => `{\\*\\annotation ${encode(word)}}`),
];
const NOTES = [shown(encode), below((word) => `{\\footnote \\pard\\plain ${encode(word)}}`)];
const GAPS = ['\\line ', '\\tab ', ' ', ', ', '\\~', '\\emspace '];
const paragraph = wrap(line(PIECES, GAPS), (inside) => `\\pard ${inside}\\par\r\n`);
const rows = table(line(PIECES, GAPS), (cells) =>
  cells
    .map((row) => `\\trowd\\pard\\intbl ${row.map((cell) => `${cell}\\cell `).join('')}\\row\r\n`)
    .join(''),
);

test('every word that an RTF document shows is stored once, in order and apart, and nothing else', async () => {
  await expectEveryWord({
    reader: rtfReader,
    name: 'a.rtf',
    blocks: [
      paragraph,
      rows,
      wrap(line(NOTES, GAPS), (inside) => `\\pard ${inside}\\par\r\n`),
      wrap(paragraph, (inside) => `{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt ${inside}}}}`),
    ],
    write: (blocks) =>
      Buffer.from(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\r\n${blocks.join('')}}`, 'latin1'),
  });
});
