import type { Call } from '../../src/core/bot/core.ts';
import type { Feedback } from '../../src/core/bot/feedback-store.ts';
import { findAnswerById, newestAnswer } from '../../src/core/conversations/stored-answer.ts';
import { ANSWER_ID } from '../../src/core/quoting/answer-id.ts';
import { emptyReply, type Reply } from '../../src/core/replies/reply.ts';
import { echo } from '../../src/core/text/echo.ts';
import { formatAge } from '../../src/core/text/format-age.ts';
import { UserError } from '../../src/core/text/user-error.ts';

const MAX_TEXT = 1000; // characters
const MAX_LISTED = 20;

/** What somebody says of an answer: the newest here unless one is named. */
export type Opinion = Pick<Feedback, 'text' | 'rating' | 'reason' | 'answer'>;

/** Keeps feedback for the managers. */
export async function takeFeedback(call: Call, opinion: Opinion): Promise<Reply> {
  const { text, rating, reason } = opinion;
  if (text !== null && text.length > MAX_TEXT)
    throw new UserError(`The feedback has ${text.length} characters. Use at most ${MAX_TEXT}.`, {
      code: 'invalid-option',
    });
  const answer = await answerMeant(call, opinion.answer);
  const { core, invocation, at } = call;
  await core.store.feedback.add({ audience: invocation.audience, answer, rating, reason, text, at });
  const about = answer === null ? '' : ` It is kept with the answer ${answer}.`;
  return { ...feedbackReply(call, 'note'), note: `Thank you.${about} The managers can read it.` };
}

/** What people said, newest first. */
export async function listFeedback(call: Call): Promise<Reply> {
  const { core, invocation, at } = call;
  const found = await core.store.feedback.list(invocation.audience, MAX_LISTED);
  const items = found.map((feedback) => ({
    id: formatAge(feedback.at, at),
    title: '',
    detail: [feedback.rating, feedback.reason, feedback.text, feedback.answer && `on ${feedback.answer}`]
      .filter((part) => part)
      .join(' · '),
  }));
  const note = items.length > 0 ? null : 'There is no feedback yet. Type /feedback and what you think.';
  return { ...feedbackReply(call, 'list'), headline: 'Feedback', items, note };
}

async function answerMeant(call: Call, id: string | null): Promise<string | null> {
  if (id === null) return (await newestAnswer(call))?.id ?? null;
  if (ANSWER_ID.test(id) && (await findAnswerById(call, id))) return id;
  throw new UserError(`There is no answer "${echo(id)}". Leave it out to mean the newest one here.`, {
    code: 'unknown-answer',
  });
}

function feedbackReply({ invocation, coverage }: Call, kind: 'note' | 'list'): Reply {
  return emptyReply(kind, { conversation: invocation.conversation, command: 'feedback', coverage });
}
