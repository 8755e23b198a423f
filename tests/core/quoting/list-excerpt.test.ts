import { describe, expect, test } from 'vitest';
import { growExcerpt } from '../../../src/core/quoting/excerpts.ts';
import { completesList } from '../../../src/core/quoting/list-excerpt.ts';
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

describe('items without marks, on lines of their own', () => {
  const PLAIN =
    'It rained.\n\nThe council decided this:\n\nTo sell the old ferry.\nTo paint the lamp. Twice.\nTo close the pier.\n\nIt rained again.';

  test('are quoted with their introduction, those in the next passages, too', () => {
    const list = PLAIN.slice(PLAIN.indexOf('The council'), PLAIN.indexOf('\n\nIt rained again'));
    expect(grown(PLAIN, 'The council')).toBe(list);
    expect(grown(PLAIN, 'To sell')).toBe(list);
    expect(grown(PLAIN, 'It rained again')).toBe('It rained again.');
  });

  test('are quoted as far as there is room', () => {
    const lines = Array.from(
      { length: 20 },
      (_, at) => `To sell the ferry with the number ${at} to the town.`,
    );
    const text = `It rained.\n\nThe council decided this:\n\n${lines.join('\n')}\n\nIt rained again.`;
    const found = grown(text, 'The council');
    expect(found.length).toBeLessThanOrEqual(600);
    expect(found.length).toBeGreaterThan(500);
    expect(found).toMatch(/to the town\.$/);
  });

  test('are none where every paragraph is a line', () => {
    const text = 'The council decided this:\nThe ferry is sold.\nThe lamp is painted.\nThe pier is closed.';
    expect(grown(text, 'The pier')).toBe('The pier is closed.');
  });

  test('complete what introduces them; numbered paragraphs, and what follows a list, do not', () => {
    const completing = (text: string) =>
      createCandidates('harbour/a', text)
        .filter(completesList)
        .map(({ document, slice }) => document.text.slice(slice.start, slice.end));
    expect(completing(PLAIN)).toEqual([
      'To sell the old ferry.',
      'To paint the lamp.',
      'Twice.',
      'To close the pier.',
    ]);
    expect(
      completing('28: The ferry is sold.\n\n29: The lamp is painted.\n\n30: The pier is closed.'),
    ).toEqual([]);
  });
});
