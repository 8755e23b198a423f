import { test } from 'vitest';
import { markdownReader } from '../../../src/readers/markdown/reader.ts';
import { expectEveryWord, line, several, shown, table, unseen, wrap } from '../../fakes/made-pieces.ts';

const INLINE = [
  shown((word) => word),
  shown((word) => `**${word}**`),
  shown((word) => `_${word}_`),
  shown((word) => `\`${word}\``),
  shown((word) => `[${word}](https://example.org)`),
  shown((word) => `[[${word}]]`),
  shown((word) => `==${word}==`),
  shown((word) => `<b>${word}</b>`),
  unseen((word) => `~~${word}~~`),
  unseen((word) => `%%${word}%%`),
  unseen((word) => `<del>${word}</del>`),
];
const IN_ONE_LINE = [...INLINE, unseen((word) => `<!-- ${word} -->`)]; // at the start of a line it is a block
const LINKS = [...INLINE, shown((word) => `[[elsewhere|${word}]]`)];
const GAPS = [' ', ', ', ' (', ') '];
const text = line(LINKS, [...GAPS, '\n', '  \n', '\\\n']);
const inOneLine = line(IN_ONE_LINE, GAPS);
const lines = (list: readonly string[]) => list.join('\n');

test('every word that a note shows is stored once, in order and apart, and nothing else', async () => {
  await expectEveryWord({
    reader: markdownReader,
    name: 'a.md',
    blocks: [
      text,
      wrap(inOneLine, (inside) => `## ${inside}`),
      wrap(inOneLine, (inside) => `${inside}\n-----`),
      several(inOneLine, [1, 4], (items) => lines(items.map((item) => `- ${item}`))),
      several(inOneLine, [1, 4], (items) => lines(items.map((item, at) => `${'  '.repeat(at)}* ${item}`))),
      several(inOneLine, [1, 4], (items) => lines(items.map((item) => `- [ ] ${item}`))),
      several(inOneLine, [1, 4], (items) => items.map((item) => `- ${item}`).join('\n\n')),
      several(inOneLine, [1, 3], (items) => lines(items.map((item) => `> ${item}`))),
      several(inOneLine, [1, 3], (items) => lines(['> [!note]', ...items.map((item) => `> ${item}`)])),
      several(inOneLine, [2, 3], ([title = '', ...items]) =>
        lines([`> [!warning]- ${title}`, ...items.map((item) => `> ${item}`)]),
      ),
      table(inOneLine, ([head = [], ...rows]) =>
        lines([head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)),
      ),
      wrap(text, (inside) => `<div>\n\n${inside}\n\n</div>`),
      wrap(inOneLine, (inside) => `${inside}\n\n\`\`\`\ncode\n\`\`\``),
    ],
    write: (blocks) => new TextEncoder().encode(`---\ntitle: A lamp\n---\n\n${blocks.join('\n\n')}\n`),
  });
});
