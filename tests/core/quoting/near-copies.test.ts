import { describe, expect, test } from 'vitest';
import { areNearCopies, groupCopies } from '../../../src/core/quoting/near-copies.ts';
import { createIndexedDocument, type DocumentFacts } from '../../fakes/documents.ts';

const PARAGRAPHS = [
  'The ferry to the island lost its rudder in a heavy storm on Monday morning, and forty passengers were towed home by the harbour tug.',
  'The council said that it would buy another ferry before the summer, since the old one had served the island for thirty years.',
  'Ada Lund, who runs the ferry, told reporters that she had warned the council about the rudder several times without any answer.',
  'Tickets will cost the same as before until the new ferry sails, and the bus to the bridge stays free for everyone on the island.',
];
const STORY = PARAGRAPHS.join('\n\n');
const OTHER =
  'A storm on Monday left the island without its ferry. Forty people had to wait for hours at sea until help came from the mainland.';

const indexed = (id: string, facts: DocumentFacts | string) =>
  createIndexedDocument(`harbour/${id}`, typeof facts === 'string' ? { text: facts } : facts);

describe('near copies', () => {
  test.each([
    ['the same text', STORY],
    ['a text with one paragraph of four cut', PARAGRAPHS.slice(0, 3).join('\n\n')],
    ['a text with a word changed', STORY.replace('heavy', 'violent')],
  ])('are %s', (_what, text) => {
    expect(areNearCopies(indexed('a', STORY), indexed('b', text))).toBe(true);
  });

  test('are no two reports of one event', () => {
    expect(areNearCopies(indexed('a', STORY), indexed('b', OTHER))).toBe(false);
  });

  test('are no two texts without words', () => {
    expect(areNearCopies(indexed('a', '…'), indexed('b', '!'))).toBe(false);
  });

  test('are found in scripts without spaces', () => {
    const text = '渡船星期一在暴风雨中失去了舵，四十名乘客被拖回港口。市议会说将在夏天之前购买另一艘渡船。';
    expect(areNearCopies(indexed('a', text), indexed('b', `${text}完`))).toBe(true);
  });
});

describe('of the copies of a story', () => {
  const quotedOf = (...facts: readonly DocumentFacts[]) =>
    groupCopies(facts.map((each, at) => indexed(`${at}`, { text: STORY, ...each }))).map(
      ({ quoted, copies }) => [quoted.document.id, copies.length],
    );

  test('the one quoted has a known publisher', () => {
    expect(quotedOf({ published: '2024-01-01' }, { publisher: 'Herald' })).toEqual([['harbour/1', 1]]);
  });

  test('the one quoted is the earliest, and the undated come last', () => {
    expect(quotedOf({}, { published: '2024-02' }, { published: '2024-01' })).toEqual([['harbour/2', 2]]);
  });

  test('the one quoted is the first by id, if nothing else tells them apart', () => {
    expect(quotedOf({}, {})).toEqual([['harbour/0', 1]]);
  });

  test('none is one whose numbers differ on both sides', () => {
    const text = (number: string) => `${STORY}\n\nIt had ${number} passengers.`;
    expect(quotedOf({ text: text('40') }, { text: text('41') })).toHaveLength(2);
    expect(quotedOf({ text: text('40') }, { text: text('many') })).toHaveLength(1);
    expect(quotedOf({ text: text('four') }, { text: text('five') })).toHaveLength(2);
    expect(quotedOf({ text: text('four') }, { text: text('4') })).toHaveLength(1);
  });
});
