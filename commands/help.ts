import { defineCommand } from '../src/core/commands/command.ts';
import { helpOnAll, helpOnOne } from '../src/core/commands/help.ts';
import { findCommand } from '../src/core/commands/parse.ts';

/** `/help`: the commands with examples from the actual topics, or one command in full. */
export const help = defineCommand({
  name: 'help',
  description: 'Show what you can type',
  audience: 'asker',
  light: true,
  options: { command: { description: 'one command in full', position: 0, completes: 'commands' } },
  example: '/help brief',
  run: (call, { command }) =>
    command === null
      ? helpOnAll(call)
      : helpOnOne(call, findCommand(command.replace(/^\//, ''), call.core.commands)),
});
