import { findTopic } from '../../src/core/library/find-topic.ts';
import { phraseName, phraseOf } from '../../src/core/library/phrase-topic.ts';
import type { Topic } from '../../src/core/library/topic.ts';
import { hint } from '../../src/core/text/hint.ts';
import { unquote } from '../../src/core/text/quotation-marks.ts';
import { UserError } from '../../src/core/text/user-error.ts';

const MOST = 200; // characters of a phrase

/** The name of the topic that a person gives, or of the phrase in quotation marks, which only an alert can be on. */
export function subjectGiven(given: string, topics: readonly Topic[], isAlert: boolean): string {
  const words = unquote(given);
  if (words === given || !isAlert) return findTopic(words, topics).name;
  const topic = topics.find(({ name, title }) => [name, title].some((each) => isSame(each, words)));
  return topic ? topic.name : phraseNamed(words);
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
