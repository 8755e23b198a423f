import { nearestNames } from '../commands/nearest-names.ts';
import { UserError } from '../errors.ts';
import type { Topic } from './topic.ts';

/** Finds a topic by name; an unknown one is a UserError with the nearest names. */
export function findTopic(name: string, topics: readonly Topic[]): Topic {
  const wanted = name.toLowerCase();
  const topic = topics.find((known) => known.name.toLowerCase() === wanted);
  if (topic) return topic;
  const near = nearestNames(
    name,
    topics.map((known) => known.name),
  );
  const suggestions = near.length > 0 ? near : topics.slice(0, 3).map((known) => known.name);
  const hint =
    suggestions.length > 0
      ? `Topics: ${suggestions.join(', ')}.`
      : 'There are no topics yet; add one to corpus/topics.yaml.';
  throw new UserError(`There is no topic "${name.slice(0, 60)}". ${hint}`, {
    code: 'unknown-topic',
    suggestions,
  });
}
