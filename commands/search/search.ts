import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import { LENGTH_WORDS } from '../../src/core/bot/length-words.ts';
import { NARROWING } from '../../src/core/bot/narrowing-options.ts';
import type { Recall } from '../../src/core/conversations/recall.ts';
import { withConditions } from '../../src/core/search/search-words.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { MAX_PASSAGES } from './find-hits.ts';
import { composeListReply, type ListPorts } from './list-reply.ts';
import { composeSearchReply, MAX_LIMIT, SEARCH_LENGTHS, type SearchReplyPorts } from './search-reply.ts';

/** `/search`: passages in rank order, with conditions. */
export const search = declare({
  name: 'search',
  description: 'Search the documents: "phrase" -not title: from: since: before:',
  visibleTo: 'asker',
  options: {
    words: {
      description: 'words, "a phrase" OR "another", -not, title:',
      position: 0,
      rest: true,
    },
    ...NARROWING,
    length: {
      description: '2, 5, 10 or 20 hits per page (1m)',
      choices: SEARCH_LENGTHS,
      synonyms: LENGTH_WORDS,
    },
    limit: { description: 'hits per page (5)', range: [1, MAX_LIMIT] },
    page: { description: 'page number (1)', range: [1, MAX_PASSAGES] },
    list: {
      description: 'names or phrases, one a line, to be found all at once; divided by “;” if typed',
      file: true,
    },
    format: { description: 'kind of file with what a list finds (csv)', choices: ['csv', 'html'] },
  },
  example: { words: '"annual report" -draft' },
});

/** The ports of `/search`. */
export interface SearchPorts extends SearchReplyPorts, ListPorts {
  readonly conversations: Pick<Recall, 'keep'>;
}

/** Creates `/search`. Hits are stored under the words that ask for the same page again, so that `more` can continue. */
export function createSearch(ports: SearchPorts): Command {
  return implement(search, async (context, { words: typed, limit, page, list, format, ...conditions }) => {
    if (list !== null) {
      if (typed !== null) throw wordsAndList();
      return composeListReply(ports, context, { list, limit, limits: conditions, format: format ?? 'csv' });
    }
    const words = withConditions(typed ?? '', conditions);
    const { reply, repeat } = await composeSearchReply(ports, context, { words, limit, page });
    if (reply.kind === 'search') await ports.conversations.keep(context, { ...reply, question: repeat });
    return reply;
  });
}

function wordsAndList(): UserError {
  return new UserError('A list is searched for by itself. Leave out the words, or the list.', {
    code: 'invalid-option',
  });
}
