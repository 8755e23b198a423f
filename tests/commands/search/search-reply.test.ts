import { beforeAll, describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

const KEEPER = createDocument('harbour/keeper', {
  title: 'The keeper',
  publisher: 'Port Gazette',
  published: '2024-07-10',
  text: 'The keeper lit the lamp before the storm. He slept badly.\n\nThe storm broke the old pier in two.\n\nA third storm passed far out at sea.',
});
const FERRY = createDocument('harbour/ferry', {
  title: 'The ferry',
  publisher: 'Coast Herald',
  published: '2023-01',
  text: 'The ferry sailed in the storm. The old wooden pier held.',
});
const UNDATED = createDocument('harbour/undated', { text: 'Nobody remembers the storm of that year.' });

let chat: LocalChat;

beforeAll(async () => {
  chat = await openLocalChat(createContents([KEEPER, FERRY, UNDATED]));
});

const found = async (words: string) => (await chat.say(`/search ${words}`)).points.map(({ text }) => text);
const documentsFound = async (words: string) =>
  [...new Set((await chat.say(`/search ${words}`)).points.map(({ document }) => document))].sort();

describe('a search', () => {
  test('shows the best sentence of a passage, and at most two passages of a document', async () => {
    const { points, kind } = await chat.say('/search storm limit:20');
    expect([kind, points.length]).toEqual(['search', 4]);
    expect(points.map(({ text }) => text)).not.toContain('He slept badly.');
  });

  test('finds a phrase only where it stands as written', async () => {
    expect(await found('"old pier"')).toEqual(['The storm broke the old pier in two.']);
  });

  test('finds either phrase with OR, and together with what else is wanted', async () => {
    expect((await found('"old pier" OR "slept badly"')).sort()).toEqual([
      ...['He slept badly.', 'The storm broke the old pier in two.'],
    ]);
    expect(await documentsFound('"old pier" OR "wooden pier"')).toEqual([FERRY.id, KEEPER.id]);
    expect(await found('"old pier" OR "wooden pier" from:herald')).toEqual(['The old wooden pier held.']);
    expect(await found('"no such pier" OR "nor this"')).toEqual([]);
  });

  test('leaves out passages with an excluded word', async () => {
    expect(await documentsFound('storm -ferry -Nobody')).toEqual([KEEPER.id]);
  });

  test.each([
    ['from:gazette', [KEEPER.id]],
    ['title:ferry', [FERRY.id]],
    ['title:"nobody remembers"', [UNDATED.id]],
    ['after:2024', [KEEPER.id]],
    ['before:2024', [FERRY.id]],
    ['after:2023-01 before:2024-07-10', [FERRY.id]],
    ['since:2024', [KEEPER.id]],
    ['since:2023-01-15 before:2025', [KEEPER.id]],
    ['from:"port gazette"', [KEEPER.id]],
    ['collection:HARBOUR before:2024', [FERRY.id]],
  ])('keeps to documents that meet a condition, undated ones meeting no date: %s', async (condition, ids) => {
    expect(await documentsFound(`storm ${condition}`)).toEqual(ids);
  });

  test.each([
    ['after:July', 'invalid-option'],
    ['before:10/07/2024', 'invalid-option'],
    ['after:2024-13-45', 'invalid-option'],
    ['before:2024-02-30', 'invalid-option'],
    ['from:nobody', 'unknown-publisher'],
    ['collection:town', 'unknown-collection'],
    ['length:2m', 'invalid-option'],
  ])('is refused if it can keep to nothing: %s', async (condition, code) => {
    const { kind, problem } = await chat.say(`/search storm ${condition}`);
    expect([kind, problem?.code]).toEqual(['error', code]);
  });

  test('says what it keeps to, and how many documents lack the date', async () => {
    const { note, coverage } = await chat.say('/search storm since:2023-01-15');
    expect(coverage).toEqual({ documents: 1, newest: '2024-07-10', undated: 0 });
    expect(note).toContain(
      'Only documents since 15 Jan 2023: 1 of 3. Left out for want of a date: 1. Left out for want of an exact date: 1.',
    );
  });

  test('keeps its conditions with “more”, those given as options too', async () => {
    const options = { words: 'storm', from: 'Port Gazette', limit: '1' };
    const first = await chat.run({ kind: 'command', command: 'search', options });
    const second = await chat.say('more');
    expect([...first.points, ...second.points].map(({ document }) => document)).toEqual([
      ...[KEEPER.id, KEEPER.id],
    ]);
    expect(second.note).toContain('from Port Gazette');
  });

  test('shows as many hits as its length says', async () => {
    expect((await chat.say('/search storm length:30s')).points).toHaveLength(2);
  });

  test('of conditions alone shows how each document begins', async () => {
    expect(await found('from:herald')).toEqual(['The ferry sailed in the storm.']);
  });

  test('of conditions alone leaves out documents with an excluded word, wherever it stands', async () => {
    expect(await documentsFound('before:2025 -pier')).toEqual([]);
    expect(await documentsFound('before:2025 -lamp')).toEqual([FERRY.id]);
  });

  test('of a phrase of function words shows where it stands', async () => {
    expect(await found('"in the"')).toEqual(['The ferry sailed in the storm.']);
  });

  test('of function words alone looks for them as they stand', async () => {
    expect(await found('in the')).toEqual(['The ferry sailed in the storm.']);
  });

  test.each(['-ferry', '-ferry -"old pier"', '"', '""', '???', 'the', 'the -ferry', 'limit:3'])(
    'for nothing asks for a word: %s',
    async (words) => {
      const { kind, problem, points, note } = await chat.say(`/search ${words}`);
      expect([kind, problem?.code, points]).toEqual(['error', 'empty-question', []]);
      expect(note).toContain('for example: /search');
    },
  );

  test('never shows an excluded word', async () => {
    const words = ['storm', 'ferry', 'pier', 'lamp', 'old', 'nobody', 'keeper'];
    for (const word of words)
      for (const text of await found(`storm pier -${word}`)) expect(text.toLowerCase()).not.toContain(word);
  });

  test('is read on page by page, no passage twice', async () => {
    const pages = [await chat.say('/search storm limit:3'), await chat.say('/search storm limit:3 page:2')];
    expect(pages.map(({ points, more }) => [points.length, more])).toEqual([
      [3, true],
      [1, false],
    ]);
    expect(
      new Set(pages.flatMap(({ points }) => points.map(({ start, document }) => `${document}${start}`))).size,
    ).toBe(4);
  });

  test('is gone on with by “more”, until something else is asked', async () => {
    const pages = [await chat.say('/search storm limit:2'), await chat.say('more')];
    expect(pages.flatMap(({ points }) => points.map(({ text }) => text))).toEqual(
      await found('storm limit:4'),
    );
    await chat.say('/search storm limit:2');
    const asked = await chat.say('Was there a storm?');
    expect([asked.kind, (await chat.say('more')).kind]).toEqual(['answer', 'answer']);
  });

  test('without a match says so and names the words that are nowhere', async () => {
    expect(await chat.say('/search hypersonic')).toMatchObject({
      kind: 'nothing',
      points: [],
      unknownWords: ['hypersonic'],
    });
  });

  test.each([
    'limit:0 storm',
    'limit:21 storm',
    'page:-1 storm',
    'page:two storm',
    'limit:0x5 storm',
    'limit:1e1 storm',
    'limit:+5 storm',
    '',
  ])('is refused in a sentence: %j', async (words) => {
    expect((await chat.say(`/search ${words}`)).kind).toBe('error');
  });
});
