import { defineCommand } from '../../src/core/bot/command.ts';
import { findCommand } from '../../src/core/bot/parse.ts';
import { helpOnAll, helpOnOne } from './help-reply.ts';

/** `/help`: the commands with examples from the actual topics, or one command in full. */
export const help = defineCommand({
  name: 'help',
  description: 'Show what you can type',
  visibleTo: 'asker',
  light: true,
  options: { command: { description: 'one command in full', position: 0, completes: 'commands' } },
  example: '/help brief',
  run: (call, { command }) =>
    command === null
      ? helpOnAll(call)
      : helpOnOne(call, findCommand(command.replace(/^\//, ''), call.core.commands)),
});
