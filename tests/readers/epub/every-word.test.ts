import { test } from 'vitest';
import { epubReader } from '../../../src/readers/epub/reader.ts';
import { createEpub } from '../../fakes/epub.ts';
import { expectEveryWord, line, several, shown, table, unseen, wrap } from '../../fakes/made-pieces.ts';

const tag =
  (name: string, attributes = '') =>
  (inside: string) =>
    `<${name}${attributes}>${inside}</${name}>`;

const PIECES = [
  shown((word) => word),
  ...['em', 'b', 'span', 'a', 'code', 'q', 'mark', 'small', 'font', 'ins'].map((name) => shown(tag(name))),
  ...['del', 's', 'script', 'style'].map((name) => unseen(tag(name))),
  unseen((word) => `<!-- ${word} -->`),
  unseen(tag('span', ' hidden="hidden"')),
];
const GAPS = ['<br/>', ' ', ', ', '\n   '];
const text = line(PIECES, GAPS);
const items = (name: string) =>
  several(text, [1, 4], (insides) => tag(name)(insides.map(tag('li')).join('')));

test('every word that a book shows is stored once, in order and apart, and nothing else', async () => {
  await expectEveryWord({
    reader: epubReader,
    name: 'a.epub',
    blocks: [
      ...['p', 'div', 'h2', 'blockquote', 'pre', 'section', 'figcaption', 'address'].map((name) =>
        wrap(text, tag(name)),
      ),
      items('ul'),
      several(text, [2, 4], (insides) =>
        tag('dl')(insides.map((inside, at) => tag(at % 2 === 0 ? 'dt' : 'dd')(inside)).join('')),
      ),
      several(text, [2, 3], (insides) => tag('div')(insides.map(tag('p')).join(''))),
      several(text, [2, 3], ([first = '', ...more]) => tag('div')(first + more.map(tag('p')).join(''))),
      table(text, (rows) => tag('table')(rows.map((row) => tag('tr')(row.map(tag('td')).join(''))).join(''))),
    ],
    write: (blocks) => createEpub({ chapters: blocks }),
  });
});
