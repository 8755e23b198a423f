import { DECLARATIONS } from '../../../commands/index.ts';
import { type CommandDeclaration, declare } from '../../../src/core/bot/command.ts';
import { createSpell, TYPED } from '../../../src/core/bot/spelling.ts';
import { UserError } from '../../../src/core/text/user-error.ts';

/** A command with three options, two of them positional. */
export const tide = declare({
  name: 'tide',
  description: 'Tell the tide',
  visibleTo: 'asker',
  options: {
    place: { description: 'where', position: 0 },
    day: { description: 'when', position: 1, choices: ['today', 'tomorrow'] },
    unit: { description: 'metres or feet' },
  },
  example: { place: 'pier' },
});

/** A command whose option takes the rest of the line. */
export const shout = declare({
  name: 'shout',
  description: 'Shout something',
  visibleTo: 'everyone',
  options: {
    words: { description: 'what', position: 0, rest: true },
    loudness: { description: 'how loud' },
  },
  example: { words: 'ahoy' },
});

const spell = createSpell([tide, shout, ...DECLARATIONS], TYPED);

/** What a UserError says, in the spelling of text chats; any other end fails the test. */
export function problemOf(act: () => unknown): Pick<UserError, 'code' | 'suggestions' | 'message'> {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError)
      return { code: error.code, suggestions: error.suggestions, message: spell(error.message) };
    throw error;
  }
  throw new Error('Nothing was refused');
}

/** A command that is hidden: a word if it has one, else a button. */
export function hidden(name: string, word?: string): CommandDeclaration {
  const declared = { name, description: name, visibleTo: 'asker', options: {}, example: {} } as const;
  return { ...declared, hidden: true, ...(word === undefined ? {} : { word }) };
}
