import { echo } from '../../text/echo.ts';
import { fold } from '../../text/fold.ts';
import { hint } from '../../text/hint.ts';
import { nearestNames } from '../../text/nearest-names.ts';
import { UserError } from '../../text/user-error.ts';
import { type Topic, topicKey } from './topic.ts';

/** Finds a topic by name, in any case, whatever invisible characters were pasted with it. */
export function topicNamed(name: string, topics: readonly Topic[]): Topic | undefined {
  return topics.find((known) => topicKey(known) === topicKey({ name: name.replace(/[\p{Cc}\p{Cf}]/gu, '') }));
}

/** Finds a topic by its name, its title, or words that mean no other; throws a UserError with the nearest names if there is none. */
export function findTopic(name: string, topics: readonly Topic[]): Topic {
  const topic = topicNamed(name, topics) ?? topicMeant(name, topics);
  if (topic) return topic;
  const names = topics.map((known) => known.name);
  const near = nearestNames(name, names);
  const next =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Type ${hint('topics')} for the list.`;
  throw new UserError(`There is no topic "${echo(name)}". ${next}`, {
    code: 'unknown-topic',
    suggestions: near.length > 0 ? near : names.slice(0, 3),
  });
}

/** The topic whose name or title is written so, or else the only one that has all the words typed, which are most of its own. */
function topicMeant(typed: string, topics: readonly Topic[]): Topic | undefined {
  const written = wordsOf(typed);
  if (written.length === 0) return undefined;
  const same = topics.filter((topic) => namesOf(topic).some((words) => words.join('') === written.join('')));
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const [meant, ...others] = topics.filter((topic) => hasWords(topic, written));
  return others.length === 0 ? meant : undefined;
}

function namesOf({ name, title }: Topic): string[][] {
  return [wordsOf(name), wordsOf(title)];
}

function hasWords(topic: Topic, written: readonly string[]): boolean {
  const names = namesOf(topic);
  const known = new Set(names.flat());
  return (
    written.every((word) => known.has(word)) &&
    names.some((words) => words.filter((word) => written.includes(word)).length > words.length / 2)
  );
}

/** The words of a name in any case, without those that only join. */
function wordsOf(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const content = words.filter((word) => !JOINING.has(word));
  return [...new Set(content.length > 0 ? content : words)];
}

const JOINING: ReadonlySet<string> = new Set(
  (
    'a an the of in on at for to and or about with from topic brief ' +
    'der die das des dem den im in und von zu le la les l de du des d en et au aux el los las del y ' +
    'il lo gli i di della nel e o os as do da dos das no na het een van'
  ).split(' '),
);
