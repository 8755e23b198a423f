import { test } from 'vitest';
import { markupText } from '../../../src/readers/html/markup-text.ts';
import { createEmlReader } from '../../../src/readers/mail/eml-reader.ts';
import { expectEveryWord, line, several, shown, table, unseen, wrap } from '../../fakes/made-pieces.ts';
import { createMail, MARKUP, PLAIN } from '../../fakes/mail.ts';

const reader = createEmlReader(markupText);
const HEADERS = ['From: Ada Quay <ada@example.org>', 'Date: Tue, 5 Mar 2024 10:12:00 +0000'];
const words = line([shown((word) => word)], [' ', ', ', '\r\n', '. ', ' (', ') ']);

test('every word that the writer of a plain message wrote is stored once, in order and apart, and nothing else', async () => {
  await expectEveryWord({
    reader,
    name: 'a.eml',
    blocks: [
      words,
      several(line([shown((word) => word)], [' ']), [1, 4], (items) =>
        items.map((item) => `- ${item}`).join('\r\n'),
      ),
      wrap(line([shown((word) => word), unseen((word) => `\r\n> ${word}\r\n`)], ['\r\n']), (text) => text),
    ],
    write: (blocks) => createMail(HEADERS, [{ type: PLAIN, content: `${blocks.join('\r\n\r\n')}\r\n` }]),
  });
});

const PIECES = [
  shown((word) => word),
  ...['b', 'i', 'span', 'a', 'font', 'u'].map((name) => shown((word) => `<${name}>${word}</${name}>`)),
  unseen((word) => `<span style="display:none">${word}</span>`),
  unseen((word) => `<!-- ${word} -->`),
];
const text = line(PIECES, [' ', ', ', '<br>', '&nbsp;', '\r\n']);

test('every word that the writer of an HTML message wrote is stored once, in order and apart, and nothing else', async () => {
  await expectEveryWord({
    reader,
    name: 'a.eml',
    blocks: [
      ...['p', 'div'].map((name) => wrap(text, (inside) => `<${name}>${inside}</${name}>`)),
      several(text, [1, 4], (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
      table(text, (rows) => {
        const cells = (row: readonly string[]) => row.map((cell) => `<td>${cell}</td>`).join('');
        return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
      }),
      wrap(text, (inside) => `<blockquote>${inside}</blockquote>`),
    ],
    write: (blocks) =>
      createMail(HEADERS, [{ type: MARKUP, content: `<html><body>${blocks.join('')}</body></html>` }]),
  });
});
