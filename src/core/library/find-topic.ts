import { echo } from '../text/echo.ts';
import { nearestNames } from '../text/nearest-names.ts';
import { UserError } from '../text/user-error.ts';
import { type Topic, topicKey } from './topic.ts';

/** Finds a topic by name, in any case, whatever invisible characters were pasted with it. */
export function topicNamed(name: string, topics: readonly Topic[]): Topic | undefined {
  return topics.find((known) => topicKey(known) === topicKey({ name: name.replace(/[\p{Cc}\p{Cf}]/gu, '') }));
}

/** Finds a topic by name; throws a UserError with the nearest names if there is none. */
export function findTopic(name: string, topics: readonly Topic[]): Topic {
  const topic = topicNamed(name, topics);
  if (topic) return topic;
  const names = topics.map((known) => known.name);
  const near = nearestNames(name, names);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Type /topics for the list.';
  throw new UserError(`There is no topic "${echo(name)}". ${hint}`, {
    code: 'unknown-topic',
    suggestions: near.length > 0 ? near : names.slice(0, 3),
  });
}
