import type { AnswerArchive } from '../../core/conversations/answer-archive.ts';
import type { StoredAnswer } from '../../core/conversations/answer-store.ts';
import type { Audience } from '../../core/library/audience.ts';
import { ANSWER_ID } from '../../core/quoting/answer-id.ts';
import type { Visit } from './page-route.ts';

/** An answer, and for whom it is opened. */
export interface FoundAnswer {
  readonly answer: StoredAnswer;
  readonly audience: Audience;
}

/** Where answers are looked for. */
export interface AnswerPorts {
  readonly answers: Pick<AnswerArchive, 'find'>;
  /** The platforms that run on this machine: whoever sits at it opens the answers of all of them. */
  readonly localPlatforms: readonly string[];
}

/** Finds an answer that whoever visits may open: for a link's audience, or at this machine for the one that it was given to. */
export async function findAnswer(
  { answers, localPlatforms }: AnswerPorts,
  { reader, audience }: Pick<Visit, 'reader' | 'audience'>,
  id: string,
): Promise<FoundAnswer | null> {
  if (!ANSWER_ID.test(id)) return null;
  if (reader.until !== null) {
    const answer = await answers.find({ audience }, id);
    return answer && { answer, audience };
  }
  for (const platform of localPlatforms) {
    const answer = await answers.find({ audience: { ...audience, platform } }, id);
    if (answer) return { answer, audience: { ...answer.audience, local: true } };
  }
  return null;
}
