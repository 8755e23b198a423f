import { findTopic } from '../../src/core/library/topics/find-topic.ts';
import { phraseName, phraseOf } from '../../src/core/library/topics/phrase-topic.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import { hint } from '../../src/core/text/hint.ts';
import { unquote } from '../../src/core/text/quotation-marks.ts';
import { UserError } from '../../src/core/text/user-error.ts';

const MOST = 200; // characters of a phrase

/** The name of the topic that a person gives, or of the phrase in quotation marks, which only an alert can be on; `words` are all that may be meant as one. */
export function subjectGiven(
  given: string,
  topics: readonly Topic[],
  { isAlert, words }: { readonly isAlert: boolean; readonly words: string },
): string {
  const inside = unquote(given);
  if (!isAlert) return findTopic(inside, topics).name;
  if (inside === given) return topicOrHint(given, topics, words);
  const topic = topics.find(({ name, title }) => [name, title].some((each) => isSame(each, inside)));
  return topic ? topic.name : phraseNamed(inside);
}

/** The topic of that name; where there is none, the words may be meant as a phrase. */
function topicOrHint(given: string, topics: readonly Topic[], words: string): string {
  try {
    return findTopic(given, topics).name;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const phrase = hint('digest', { action: 'add', topic: `"${words}"`, when: 'now' });
    const { code, suggestions } = error;
    throw new UserError(`${error.message} For an alert on a phrase, put it in quotation marks: ${phrase}.`, {
      code,
      suggestions,
      cause: error,
    });
  }
}

/** Throws a UserError if a phrase is to be posted on a schedule. */
export function refuseScheduledPhrase(topic: string, isAlert: boolean): void {
  if (isAlert || phraseOf(topic) === null) return;
  throw new UserError(
    `A digest on a schedule needs a topic; only an alert can be on a phrase. Make it a topic first with ${hint('topics', { action: 'add' })}.`,
    { code: 'invalid-option' },
  );
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function phraseNamed(words: string): string {
  const name = phraseName(words);
  if (!/[\p{L}\p{N}]/u.test(name))
    throw new UserError('The phrase is empty. Put words between the quotation marks.', {
      code: 'invalid-option',
    });
  if (name.length <= MOST) return name;
  throw new UserError(`The phrase is too long. Use at most ${MOST} characters.`, { code: 'invalid-option' });
}
