import { defineCommand } from '../../src/core/bot/command.ts';
import { ANSWER_ID } from '../../src/core/quoting/answer-id.ts';
import { unquote } from '../../src/core/text/quotation-marks.ts';
import { answerAgain, documentReply, documentsReply, excerptReply } from './sources-reply.ts';

const NUMBER = /^\[?(\d{1,3}|all)\]?(?:\s+of|\s+(?:of\s+)?(\S+))?$/i;

/** `/sources`: the documents known, one of them, an excerpt of an answer in its place, or an answer again. */
export const sources = defineCommand({
  name: 'sources',
  description: 'List the documents, or open a citation',
  visibleTo: 'asker',
  options: {
    what: {
      description:
        'a number from the newest answer, or “all”, “2 of” an answer’s id, or a document’s id; none lists them',
      position: 0,
      rest: true,
      completes: 'documents',
    },
    answer: { description: 'the answer’s id, where it is not the newest', completes: 'answers' },
  },
  example: '/sources 1',
  run(call, { what, answer }) {
    if (what === null) return answer === null ? documentsReply(call) : answerAgain(call, answer);
    const [, number, of] = NUMBER.exec(what) ?? [];
    if (number !== undefined) return excerptReply(call, Number(number) || 'all', of ?? answer);
    if (ANSWER_ID.test(what)) return answerAgain(call, what);
    return documentReply(call, unquote(what));
  },
});
