import { defineCommand } from '../../src/core/bot/command.ts';
import { MAX_LIMIT, MAX_PASSAGES, replyToSearch } from './search-reply.ts';

/** `/search`: passages in rank order, with conditions. */
export const search = defineCommand({
  name: 'search',
  description: 'Search the documents: "phrase" -not title: from: before: after:',
  visibleTo: 'asker',
  options: {
    words: {
      description: 'words, "a phrase", -not, title:, from:, before:, after:',
      position: 0,
      rest: true,
      required: true,
    },
    limit: { description: 'how many on a page (5)', range: [1, MAX_LIMIT] },
    page: { description: 'which page (1)', range: [1, MAX_PASSAGES] },
  },
  example: '/search "liaison office" -Ukraine',
  run: (call, { words, limit, page }) => replyToSearch(call, { words: words ?? '', limit, page }),
});
