import { describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../../fakes/documents.ts';
import { openLocalChat } from '../../../fakes/local-chat.ts';

const TOPIC = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry island', collections: null },
  ...{ synonyms: [], aspects: [] },
};
const open = (...documents: Parameters<typeof createContents>[0]) =>
  openLocalChat(createContents(documents, [TOPIC]));
const voices = async (...documents: Parameters<typeof createContents>[0]) =>
  (await open(...documents)).say('/brief ferry 3m style:voices');

const LUND = createDocument('harbour/lund', {
  text: 'Norwegian minister Ada Lund said the ferry to the island is old.\n\nThe ferry to the island is blue.\n\n“The island needs another ferry,” Lund told reporters.',
});
const DYK = createDocument('harbour/dyk', {
  text: '“The ferry will sail to the island again,” said Jan Dyk, director of the harbour.',
});

describe('voices', () => {
  test('stand as headings above what they say, each once before any again', async () => {
    const { kind, points } = await voices(LUND, DYK);
    expect(kind).toBe('brief');
    expect(points.map(({ group, speaker }) => [group, speaker])).toEqual([
      ['Norwegian minister Ada Lund', 'Ada Lund'],
      ['Norwegian minister Ada Lund', 'Ada Lund'],
      ['Jan Dyk, director of the harbour', 'Jan Dyk'],
    ]);
  });

  test('are one line each, and no speaker is repeated after a quotation', async () => {
    const { text } = await voices(LUND, DYK);
    expect(text.match(/^Norwegian minister Ada Lund$/gm)).toHaveLength(1);
    expect(text).toMatch(/^Jan Dyk, director of the harbour\n‘“/m);
    expect(text).not.toMatch(/[”’] (?:Ada Lund|Jan Dyk) \[/);
  });

  test('leave out what nobody surely says', async () => {
    const { points } = await voices(LUND);
    expect(points.map(({ text }) => text).join()).not.toContain('blue');
  });

  test('that are not to be found are said to be none', async () => {
    const { kind, note } = await voices(
      createDocument('harbour/x', { text: 'The ferry to the island is blue.' }),
    );
    expect([kind, note]).toEqual([
      'nothing',
      'No statement on The ferry in 1 document says for certain who makes it.',
    ]);
  });

  test('go on with “more”, each statement once', async () => {
    const chat = await open(LUND, DYK);
    const first = await chat.say('/brief ferry 30s style:voices');
    expect(new Set(first.points.map(({ group }) => group)).size).toBe(2);
    expect(first.more).toBe(true);
    const { points, more } = await chat.say('more');
    expect(points.map(({ group }) => group)).toEqual(['Norwegian minister Ada Lund']);
    expect(more).toBe(false);
  });
});
