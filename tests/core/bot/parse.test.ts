import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { findCommand, findTyped, parseLine } from '../../../src/core/bot/parse.ts';
import { createSpell, TYPED } from '../../../src/core/bot/spelling.ts';
import { hint } from '../../../src/core/text/hint.ts';
import { UserError } from '../../../src/core/text/user-error.ts';
import { hidden, problemOf, shout, tide } from './sample-commands.ts';

const spell = createSpell(DECLARATIONS, TYPED);
const help = { ...tide, name: 'help', word: 'help', options: {} };
const words = [hidden('more', 'more'), hidden('cited', 'sources'), hidden('new', 'new')];
const known = [tide, shout, help, ...words, hidden('open')];

describe('a line', () => {
  test('that begins with a slash is a command', () => {
    expect(parseLine('/tide pier tomorrow', known)).toEqual({
      kind: 'command',
      command: 'tide',
      options: { place: 'pier', day: 'tomorrow' },
    });
  });

  test.each([
    ['more', 'more'],
    ['sources', 'cited'],
    ['new', 'new'],
  ])('of the one word %s steers the conversation', (word, command) => {
    expect(parseLine(word, known)).toEqual({ kind: 'command', command, options: {} });
  });

  test.each(['MORE', ' More ', 'more\t'])('steers it in any case and with space around: %j', (line) => {
    expect(parseLine(line, known)).toEqual({ kind: 'command', command: 'more', options: {} });
  });

  test.each(['more about Japan', 'What is new', 'sources?', 'open', 'cited', 'tide'])(
    'is a question otherwise: %s',
    (line) => {
      expect(parseLine(line, known)).toEqual({
        kind: 'command',
        command: 'ask',
        options: { question: line },
      });
    },
  );

  test.each(['help', 'Help '])('of the one word %j asks for help', (line) => {
    expect(parseLine(line, known)).toEqual({ kind: 'command', command: 'help', options: {} });
  });

  test('steers with a slash before the word, too', () => {
    expect(parseLine('/More', known)).toEqual({ kind: 'command', command: 'more', options: {} });
  });

  test('keeps a question as it was typed', () => {
    const question = 'What did  he say: “topic:x” / -json?';
    expect(parseLine(`  ${question} `, known)).toMatchObject({ options: { question } });
  });

  test.each(['\uFEFF', '\u200B', ' \u2060 '])('may begin with what nobody sees: %j', (invisible) => {
    expect(parseLine(`${invisible}/tide pier`, known)).toMatchObject({ command: 'tide' });
    expect(parseLine(`${invisible}more`, known)).toMatchObject({ command: 'more' });
  });

  test('with an unknown command names the nearest', () => {
    expect(problemOf(() => parseLine('/tidde pier', known))).toMatchObject({
      code: 'unknown-command',
      suggestions: ['tide'],
    });
  });

  test.each(['/cited', '/open'])(
    'with a slash before a hidden command is refused like any other: %s',
    (line) => {
      const { message, suggestions } = problemOf(() => parseLine(line, known));
      expect([message, suggestions]).toEqual([
        `There is no command "${line.slice(1)}". Type /help for the commands.`,
        [],
      ]);
    },
  );

  test.each(['/', '/ tide', '/\t'])('with no command is refused: %j', (line) => {
    expect(problemOf(() => parseLine(line, known)).code).toBe('unknown-command');
  });

  test('is repeated in no more than a few words when it is refused', () => {
    expect(problemOf(() => parseLine(`/${'x'.repeat(5000)}`, known)).message.length).toBeLessThan(200);
  });
});

describe('a command', () => {
  test.each(['tide', 'TIDE'])('is found by its name: %s', (name) => {
    expect(findCommand(name, known)).toBe(tide);
    expect(findTyped(name, known)).toBe(tide);
  });

  test('that is hidden is found for a request, and for nothing that is typed', () => {
    expect(findCommand('open', known).name).toBe('open');
    expect(problemOf(() => findTyped('open', known)).code).toBe('unknown-command');
  });

  test('like no other gets the way to the list', () => {
    expect(problemOf(() => findCommand('qqqq', known))).toMatchObject({
      suggestions: [],
      message: expect.stringContaining('/help'),
    });
  });
});

describe('every command there is', () => {
  const visible = DECLARATIONS.filter(({ hidden: isHidden }) => !isHidden);

  test.each(visible.map(({ name, example }) => [name, example] as const))(
    'reads its own example: %s',
    (command, { topic, ...example }) => {
      const options = { ...example, ...(topic !== undefined && { topic: 'nato-asia' }) };
      const { what, ...read } = parseLine(spell(hint(command, options)), DECLARATIONS).options;
      const named = command === 'digest' ? { topic: what } : { what };
      expect({ ...read, ...(what !== undefined && named) }).toEqual(options);
    },
  );

  test('reads any line, or refuses it in a sentence', () => {
    const names = fc.constantFrom(...DECLARATIONS.map(({ name }) => `/${name} `), '/', '');
    fc.assert(
      fc.property(names, fc.string({ unit: 'binary' }), (opening, rest) => {
        try {
          parseLine(opening + rest, DECLARATIONS);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});
