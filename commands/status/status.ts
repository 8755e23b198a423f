import { defineCommand } from '../../src/core/bot/command.ts';
import { statusReply } from './status-reply.ts';

/** `/status`: how many documents are served, how fresh they are, and how the platforms are. */
export const status = defineCommand({
  name: 'status',
  description: 'Show what is served and how it is',
  visibleTo: 'asker',
  light: true,
  options: {},
  example: '/status',
  run: (call) => statusReply(call),
});
