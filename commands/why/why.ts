import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import { type AnswerArchive, requireAnswer } from '../../src/core/conversations/answer-archive.ts';
import { type Document, displayTitle } from '../../src/core/library/documents/document.ts';
import { loadNamed } from '../../src/core/library/documents/find-document.ts';
import { ANSWER_ID } from '../../src/core/quoting/answer-id.ts';
import { composeList, composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import { type OpenedReply, questionOf, type Reply, type ReplyContext } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';
import { unquote } from '../../src/core/text/quotation-marks.ts';
import { type Replayed, type ReplayPorts, replayAnswer } from './replay-answer.ts';
import { explainAll, verdictNote } from './why-answer.ts';
import { explainDocument } from './why-document.ts';

/** `/why`: why passages are, or are not, in an answer. */
export const why = declare({
  name: 'why',
  description: 'See why a passage or a document is, or is not, in an answer',
  visibleTo: 'asker',
  word: 'why',
  options: {
    what: {
      description: 'document id or answer id; leave it out for the latest answer here',
      position: 0,
      rest: true,
      completes: 'documents',
    },
    answer: { description: 'answer id (the latest here)', completes: 'answers' },
  },
  example: {},
});

/** The ports of `/why`. */
export interface WhyPorts extends ReplayPorts {
  readonly answers: AnswerArchive;
}

/** Creates `/why`. The answer is composed again, for whoever asks now, by the code that composed it. */
export function createWhy(ports: WhyPorts): Command {
  const { library, answers } = ports;
  return implement(why, async (context, { what, answer }): Promise<Reply> => {
    const named = what !== null && ANSWER_ID.test(what) ? what : (answer ?? context.replyTo ?? null);
    const indexed =
      what === null || named === what
        ? null
        : await loadNamed(library, library.scopeFor(context.audience), unquote(what));
    const stored = await requireAnswer(answers, context, named);
    const [reply, replayed] = await Promise.all([
      answers.open(context, stored),
      replayAnswer(ports, context, stored),
    ]);
    const about = replyContext(library, context, 'why');
    if (!replayed) return composeNote(about, NOT_EXPLAINED[stored.reply.kind] ?? NO_TOPIC);
    return indexed
      ? explainOne(ports, { about, reply, document: indexed.document }, replayed)
      : explainReply({ about, reply }, replayed);
  });
}

const NO_TOPIC = 'What this answer was about, a topic or a digest, can’t be searched again.';
const NOT_EXPLAINED: Readonly<Partial<Record<Reply['kind'], string>>> = {
  search: `A search lists every passage with the words, the best match first; ${hint('why')} explains answers and briefs.`,
  digest: `A digest shows what is new on its topic; ${hint('why')} explains answers and briefs.`,
};

interface Explained {
  readonly about: ReplyContext;
  readonly reply: OpenedReply;
}

function explainReply({ about, reply }: Explained, replayed: Replayed): Reply {
  const items = explainAll(reply, replayed);
  const note = verdictNote(reply, replayed);
  return composeList(about, { ...aboutReply(reply), items, note });
}

async function explainOne(
  { retriever }: WhyPorts,
  { about, reply, document }: Explained & { readonly document: Document },
  replayed: Replayed,
): Promise<Reply> {
  const { note, ...reasons } = await explainDocument(retriever, { document, reply }, replayed);
  const title = `${aboutReply(reply).headline} · ${displayTitle(document)}`;
  const said = note ?? verdictNote(reply, replayed);
  return composeList(about, { ...aboutReply(reply), headline: title, ...reasons, note: said });
}

function aboutReply(reply: OpenedReply) {
  const question = questionOf(reply);
  const headline = 'headline' in reply ? reply.headline : null;
  const topic = 'topic' in reply ? reply.topic : null;
  return { id: reply.id, topic, question, headline: `Why: ${headline ?? question ?? 'the latest answer'}` };
}
