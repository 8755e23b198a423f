import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { echo } from '../../../src/core/text/echo.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

describe('what somebody typed', () => {
  test.each([
    ['ferry', 'ferry'],
    [' two\n words ', 'two words'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(60)}…`],
    ['🚢'.repeat(100), `${'🚢'.repeat(60)}…`],
  ])('is repeated on one line, cut where it is long: %.20s', (typed, repeated) => {
    expect(echo(typed)).toBe(repeated);
  });

  test('is never cut inside a character', () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(fc.property(typed, (each) => echo(each).isWellFormed()));
  });
});

describe('a long text', () => {
  const long = 'x'.repeat(3000);
  let chat: LocalChat;

  beforeAll(async () => {
    const text = 'The ferry sailed in the storm.';
    chat = await openLocalChat(createContents([createDocument('harbour/ferry', { text })]));
    await chat.say('Did the ferry sail?');
  });

  test.each([
    ...['/sources 1 of TEXT', '/sources TEXT', '/sources answer:TEXT', '/sources 2 answer:TEXT'],
    ...['/topics TEXT', '/topics add TEXT ferry', '/topics show TEXT', '/topics edit TEXT x'],
    ...['/topics remove TEXT', '/topics TEXT:TEXT', '/brief TEXT', '/brief x TEXT', '/brief x:TEXT'],
    ...['/search ferry limit:TEXT', '/search ferry after:TEXT', '/search TEXT', '/help TEXT', '/TEXT'],
    ...['/feedback answer:TEXT rating:up', '/feedback reason:TEXT', '/ask topic:TEXT Who?', '/status TEXT'],
    ...['/brief length:1 length:TEXT'],
  ])('is not repeated in full: %s', async (line) => {
    const { text } = await chat.say(line.replaceAll('TEXT', long));
    expect(text.length).toBeLessThan(400);
  });

  test('of many words is not repeated word by word', async () => {
    const words = Array.from({ length: 200 }, (_, at) => `blorp${at}x`).join(' ');
    const { text, unknownWords } = await chat.say(words);
    expect(unknownWords.length).toBeGreaterThan(8);
    expect(text.length).toBeLessThan(400);
  });
});
