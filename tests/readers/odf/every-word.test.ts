import { test } from 'vitest';
import { odpReader } from '../../../src/readers/odf/presentation-reader.ts';
import { odtReader } from '../../../src/readers/odf/text-reader.ts';
import {
  below,
  expectEveryWord,
  line,
  several,
  shown,
  table,
  unseen,
  wrap,
} from '../../fakes/made-pieces.ts';
import { createOdp, createOdt } from '../../fakes/odf.ts';

const span = (text: string, style: string) => `<text:span text:style-name="${style}">${text}</text:span>`;
const paragraphOf = (inside: string) => `<text:p>${inside}</text:p>`;
const style = (name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
const STYLES = [
  style('bold', 'fo:font-weight="bold"'),
  style('hidden', 'text:display="none"'),
  style('struck', 'style:text-line-through-style="solid"'),
].join('');

const COMMON = [
  shown((word) => word),
  shown((word) => span(word, 'bold')),
  shown((word) => `<text:a xlink:href="https://example.org">${span(word, 'bold')}</text:a>`),
  shown((word) => `<text:bookmark-ref>${word}</text:bookmark-ref>`),
  shown((word) => `<text:meta>${word}</text:meta>`),
  unseen((word) => span(word, 'struck')),
  unseen((word) => `<office:annotation>${paragraphOf(word)}</office:annotation>`),
];
const PIECES = [
  ...COMMON,
  shown((word) => `<text:ruby><text:ruby-base>${word}</text:ruby-base></text:ruby>`),
  shown((word) => `<text:change-start/>${word}<text:change-end/>`),
  unseen((word) => span(word, 'hidden')),
  unseen((word) => `<text:placeholder>${word}</text:placeholder>`),
  unseen((word) => `<text:hidden-text text:is-hidden="true">${word}</text:hidden-text>`),
];
const BELOW = [
  shown((word) => word),
  below((word) => `<draw:frame><draw:text-box>${paragraphOf(word)}</draw:text-box></draw:frame>`),
  below((word) => `<draw:custom-shape>${paragraphOf(word)}</draw:custom-shape>`),
  below((word) => `<draw:g><draw:rect>${paragraphOf(word)}</draw:rect></draw:g>`),
];
const NOTES = [
  shown((word) => word),
  below((word) => `<text:note><text:note-body>${paragraphOf(word)}</text:note-body></text:note>`),
];
const GAPS = ['<text:line-break/>', '<text:tab/>', '<text:s text:c="2"/>', ' ', ', ', '\n   '];

const paragraph = wrap(line(PIECES, GAPS), paragraphOf);
const heading = wrap(line(PIECES, GAPS), (inside) => `<text:h text:outline-level="2">${inside}</text:h>`);
const item = wrap(paragraph, (inside) => `<text:list-item>${inside}</text:list-item>`);
const listOf = (items: readonly string[]) => `<text:list>${items.join('')}</text:list>`;
const list = several(item, [1, 4], listOf);
const nested = several(
  wrap(list, (inside) => `<text:list-item>${inside}</text:list-item>`),
  [1, 2],
  listOf,
);
const tableOf = (rows: readonly (readonly string[])[]) => {
  const cell = (inside: string) => `<table:table-cell>${inside}</table:table-cell>`;
  const written = rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`);
  return `<table:table>${written.join('')}</table:table>`;
};

test('every word that an OpenDocument text shows is stored once, in order and apart, and nothing else', async () => {
  await expectEveryWord({
    reader: odtReader,
    name: 'a.odt',
    blocks: [
      ...[paragraph, heading, list, nested, table(paragraph, tableOf)],
      wrap(line(BELOW, GAPS), paragraphOf),
      wrap(line(NOTES, GAPS), paragraphOf),
      wrap(paragraph, (inside) => `<text:section>${inside}</text:section>`),
      wrap(
        paragraph,
        (inside) =>
          `<text:table-of-content><text:index-body>${inside}</text:index-body></text:table-of-content>`,
      ),
      wrap(paragraph, (inside) => `<draw:frame><draw:text-box>${inside}</draw:text-box></draw:frame>`),
    ],
    write: (blocks) => createOdt(blocks.join(''), { styles: STYLES }),
  });
});

test('every word that an OpenDocument presentation shows is stored once, in order and apart, and nothing else', async () => {
  const slideText = wrap(line(COMMON, GAPS), paragraphOf);
  const frame = (inside: string) => `<draw:frame><draw:text-box>${inside}</draw:text-box></draw:frame>`;
  const slide = (inside: string) => `<draw:page>${inside}</draw:page>`;
  await expectEveryWord({
    reader: odpReader,
    name: 'a.odp',
    blocks: [
      several(slideText, [1, 3], (insides) => slide(frame(insides.join('')))),
      several(slideText, [1, 3], (insides) => slide(`<draw:g>${insides.map(frame).join('')}</draw:g>`)),
      wrap(slideText, (inside) => slide(frame(listOf([`<text:list-item>${inside}</text:list-item>`])))),
      wrap(slideText, (inside) => slide(`<draw:custom-shape>${inside}</draw:custom-shape>`)),
      wrap(table(slideText, tableOf), (inside) => slide(`<draw:frame>${inside}</draw:frame>`)),
      wrap(slideText, (inside) =>
        slide(
          `<presentation:notes><draw:frame presentation:class="notes"><draw:text-box>${inside}</draw:text-box></draw:frame></presentation:notes>`,
        ),
      ),
    ],
    write: (blocks) => createOdp(blocks.join(''), { styles: STYLES }),
  });
});
