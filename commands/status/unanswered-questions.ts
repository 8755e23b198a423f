import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import {
  listUnanswered,
  type Unanswered,
  type UnansweredPorts,
} from '../../src/core/conversations/unanswered.ts';
import { composeList, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item, ListReply } from '../../src/core/replies/reply.ts';
import { clip } from '../../src/core/text/clip.ts';
import { formatAge } from '../../src/core/text/format-age.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** What the list of questions is made with. */
export interface QuestionPorts extends UnansweredPorts {
  /** The operator lets managers see it. */
  readonly showsUnanswered: boolean;
}

const MOST = { questions: 100, characters: 200, words: 8 };

/** Lists the questions that found nothing, without who asked them: what the documents lack, or say in other words. */
export async function listQuestions(ports: QuestionPorts, context: RequestContext): Promise<ListReply> {
  requireManager(context, 'see which questions found nothing');
  if (!ports.showsUnanswered)
    throw new UserError('Questions that found nothing are not listed: your administrator turned that off.', {
      code: 'turned-off',
    });
  const questions = await listUnanswered(ports, context.audience);
  const note = questions.length === 0 ? 'Every question found something.' : NOTE;
  return composeList(replyContext(ports.library, context, 'status'), {
    headline: 'Questions that found nothing',
    items: questions.slice(0, MOST.questions).map((each) => questionItem(each, context.at)),
    note,
  });
}

const NOTE = 'Questions asked in private are not listed, nor who asked.';

function questionItem({ question, times, last, unknownWords }: Unanswered, now: Date): Item {
  const age = formatAge(last, now);
  const asked = times === 1 ? `asked ${age}` : `asked ${times} times, last ${age}`;
  const words = unknownWords.slice(0, MOST.words).map((word) => `‘${word}’`);
  const unknown = words.length > 0 ? ` · not found anywhere: ${words.join(', ')}` : '';
  return toItem(clip(question.replace(/\s+/g, ' '), MOST.characters), `${asked}${unknown}`);
}
