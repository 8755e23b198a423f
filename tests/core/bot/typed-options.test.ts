import { describe, expect, test } from 'vitest';
import { ask } from '../../../commands/ask/ask.ts';
import { takeTyped } from '../../../src/core/bot/typed-options.ts';
import type { Grade } from '../../../src/core/library/documents/grade.ts';
import { createMemoryLibrary } from '../../../src/core/library/memory-library.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { LOCAL, NOW } from '../../fakes/local-chat.ts';

const TOPIC = {
  name: 'pier',
  title: 'The pier',
  query: 'pier',
  collections: null,
  synonyms: [],
  aspects: [],
};
const DOCUMENT = createDocument('news/pier', {
  ...{ text: 'The pier is old.', publisher: 'Port Gazette', tags: ['primary'], grade: 'B2' as Grade },
});
const library = createMemoryLibrary(createContents([DOCUMENT], [TOPIC]));
const take = (line: string) =>
  takeTyped({ library, topics: [TOPIC] }, { audience: LOCAL, at: NOW }, { line, command: ask });

describe('options in a line without a command', () => {
  test.each([
    ['What does Lin say tag:primary', 'What does Lin say', { tag: 'primary' }],
    ['tag:primary what does Lin say grade:b2', 'what does Lin say', { tag: 'primary', grade: 'b2' }],
    ['What does Lin say tag:primary?', 'What does Lin say', { tag: 'primary' }],
    [
      'What is new since:2024-07 before:2024-09 there',
      'What is new there',
      { since: '2024-07', before: '2024-09' },
    ],
    ['How old is it from:"Port Gazette" length:3m', 'How old is it', { from: 'Port Gazette', length: '3m' }],
    ['How old is it topic:pier collection:news', 'How old is it', { topic: 'pier', collection: 'news' }],
  ])('are taken out of %j', async (line, text, options) => {
    expect(await take(line)).toEqual({ text, options });
  });

  test.each([
    'What happened at 10:30?',
    'What does https://example.org/since:2024 say?',
    'note: what does Lin say',
    'Is the ferry late since: the storm',
    'Who came before:lunch',
    'What of tag:unheard and grade:Z9 and from:Nobody',
    'What did topic:ships and collection:secret say',
    'What stands in "tag:primary"',
    'What is private:yes',
    'What does question:mark mean',
    'tag:unheard of',
  ])('are none in %j', async (line) => {
    expect(await take(line)).toBeNull();
  });

  test.each([
    ['since:2024', { since: '2024' }],
    ['tag:primary grade:B2', { tag: 'primary', grade: 'B2' }],
    ['tag: Primary.', { tag: 'Primary' }],
    ['from:Port Gazette', { from: 'Port Gazette' }],
    ['from:"Port Gazette"', { from: 'Port Gazette' }],
  ])('may be all that is in %j', async (line, options) => {
    expect(await take(line)).toEqual({ text: '', options });
  });

  test.each([
    ['tag:unheard', 'No document is tagged "unheard"'],
    ['since:lunch', '"lunch" is not a date'],
    ['topic:ships grade:Z9', 'There is no topic "ships"'],
  ])('are refused where none of a line of options means anything: %j', async (line, why) => {
    await expect(take(line)).rejects.toThrow(why);
  });

  test('are taken once; a second of the name is words', async () => {
    expect(await take('What is new since:2024 or since:2023')).toEqual({
      ...{ text: 'What is new or since:2023', options: { since: '2024' } },
    });
  });
});
