import { documentReply, documentsReply, excerptReply } from '../src/core/answers/sources-reply.ts';
import { defineCommand } from '../src/core/commands/command.ts';

/** `/sources`: the documents known, one of them, or an excerpt of the newest answer in its place. */
export const sources = defineCommand({
  name: 'sources',
  description: 'List the documents, or open a citation',
  options: {
    what: {
      description: 'a number from the newest answer, or a document’s id; none lists the documents',
      position: 0,
      rest: true,
      completes: 'documents',
    },
  },
  example: '/sources 1',
  run(call, { what }) {
    if (what === null) return documentsReply(call);
    const number = /^\[?(\d{1,3})\]?$/.exec(what)?.[1];
    return number === undefined
      ? documentReply(call, what.replace(/^"(.*)"$/, '$1'))
      : excerptReply(call, Number(number));
  },
});
