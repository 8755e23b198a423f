import type { Feedback, FeedbackStore } from '../../src/core/bot/feedback-store.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { AnswerArchive } from '../../src/core/conversations/answer-archive.ts';
import type { Audience, Workspace } from '../../src/core/library/audience.ts';
import type { Library } from '../../src/core/library/library.ts';
import { ANSWER_ID } from '../../src/core/quoting/answer-id.ts';
import { composeList, composeNote, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item, Reply } from '../../src/core/replies/reply.ts';
import { echo } from '../../src/core/text/echo.ts';
import { formatAge } from '../../src/core/text/format-age.ts';
import { hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** The ports of `/feedback`. */
export interface FeedbackPorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly answers: Pick<AnswerArchive, 'find' | 'latest'>;
  readonly feedback: FeedbackStore;
  /** The workspaces whose feedback a manager reads: their own, and on this machine all of it. */
  workspacesOf(audience: Audience): readonly Workspace[];
}

/** An opinion of an answer: the latest here if none is named. */
type Opinion = Pick<Feedback, 'text' | 'rating' | 'reason' | 'answer'>;

const MAX_TEXT = 1000; // characters
const MAX_LISTED = 100;

/** Stores feedback for the managers. */
export async function addFeedback(
  { library, answers, feedback }: FeedbackPorts,
  context: RequestContext,
  opinion: Opinion,
): Promise<Reply> {
  const { text } = opinion;
  if (text !== null && text.length > MAX_TEXT)
    throw new UserError(`The feedback has ${text.length} characters. Use at most ${MAX_TEXT}.`, {
      code: 'invalid-option',
    });
  const answer = await answerMeant(answers, context, opinion.answer);
  await feedback.add({ ...opinion, answer, audience: context.audience, at: context.at });
  const about = answer === null ? '' : ' It is saved with the answer.';
  const note = `Thank you.${about} Managers can read it.`;
  return composeNote(replyContext(library, context, 'feedback'), note);
}

/** Lists the feedback of a workspace, latest first. */
export async function listFeedback(
  { library, feedback, workspacesOf }: FeedbackPorts,
  context: RequestContext,
): Promise<Reply> {
  const found = workspacesOf(context.audience).map((workspace) => feedback.list(workspace, MAX_LISTED));
  const latest = (await Promise.all(found)).flat().sort((a, b) => b.at.valueOf() - a.at.valueOf());
  const items = latest.slice(0, MAX_LISTED).map((each) => feedbackItem(each, context.at));
  const note = items.length > 0 ? null : `No feedback yet. Type ${hint('feedback')} and a comment.`;
  return composeList(replyContext(library, context, 'feedback'), { headline: 'Feedback', items, note });
}

function feedbackItem({ rating, reason, text, answer, at }: Feedback, now: Date): Item {
  const parts = [rating, reason, text, answer && `on ${answer}`];
  return toItem(formatAge(at, now), parts.filter((part) => part).join(' · '));
}

async function answerMeant(
  answers: FeedbackPorts['answers'],
  context: RequestContext,
  id: string | null,
): Promise<string | null> {
  if (id === null) return (await answers.latest(context))?.id ?? null;
  if (ANSWER_ID.test(id) && (await answers.find(context, id))) return id;
  throw new UserError(`There is no answer "${echo(id)}". Leave out the id to use the latest one here.`, {
    code: 'unknown-answer',
  });
}
