import { expect, test } from 'vitest';
import { growExcerpt } from '../../../src/core/quoting/excerpts.ts';
import { createCandidates } from '../../fakes/candidates.ts';

const LIST =
  'The council decided this:\n\n- Sell the old ferry.\n- Paint the lamp.\n- Close the pier.\n\nIt rained.';

function grown(text: string, opening: string): string {
  const candidates = createCandidates('harbour/a', text);
  const found = candidates.find(({ document, slice }) =>
    document.text.slice(slice.start, slice.end).startsWith(opening),
  );
  if (!found) throw new Error(`No sentence starts with ${opening}`);
  return growExcerpt(found).text;
}

test('an introduction is quoted with all items of its list', () => {
  expect(grown(LIST, 'The council')).toBe(LIST.slice(0, LIST.indexOf('\n\nIt rained')));
});

test('an item is quoted with its introduction', () => {
  expect(grown(LIST, 'Paint')).toMatch(/^The council decided this:/);
  expect(grown(LIST.replaceAll('- ', '* '), 'Close')).toMatch(/^The council decided this:/);
});

test('an item far from its introduction stands alone', () => {
  const items = Array.from({ length: 20 }, (_, at) => `- Sell the ferry with the number ${at} to the town.`);
  expect(grown(`The council decided this:\n\n${items.join('\n')}`, 'Sell the ferry with the number 19')).toBe(
    'Sell the ferry with the number 19 to the town.',
  );
});

test('a dash within a text makes no list', () => {
  expect(
    grown('The council decided this:\n\nThe ferry - an old one - is sold. Lund left.', 'Lund left'),
  ).toBe('Lund left.');
});
