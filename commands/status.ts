import { defineCommand } from '../src/core/commands/command.ts';
import { statusReply } from '../src/core/commands/status.ts';

/** `/status`: how many documents are served, how fresh they are, and how the platforms are. */
export const status = defineCommand({
  name: 'status',
  description: 'Show what is served and how it is',
  audience: 'asker',
  light: true,
  options: {},
  example: '/status',
  run: (call) => statusReply(call),
});
