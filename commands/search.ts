import { replyToSearch } from '../src/core/answers/search-reply.ts';
import { defineCommand } from '../src/core/commands/command.ts';

/** `/search`: passages in rank order, with conditions. */
export const search = defineCommand({
  name: 'search',
  description: 'Search the documents: "phrase" -not title: from: before: after:',
  audience: 'asker',
  options: {
    words: {
      description: 'words, "a phrase", -not, title:, from:, before:, after:',
      position: 0,
      rest: true,
    },
    limit: { description: 'how many on a page (5)' },
    page: { description: 'which page (1)' },
  },
  example: '/search "liaison office" -Ukraine',
  run: (call, { words, limit, page }) => replyToSearch(call, { words: words ?? '', limit, page }),
});
