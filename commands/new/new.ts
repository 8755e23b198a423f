import { type Command, declare, implement, PRIVATE } from '../../src/core/bot/command.ts';
import { newSinceLastBrief } from '../../src/core/bot/last-briefed.ts';
import { LENGTH_WORDS } from '../../src/core/bot/length-words.ts';
import { NARROWING, parseMoment, parseNarrowing } from '../../src/core/bot/narrowing-options.ts';
import { type NewsPorts, replyWithNews } from '../../src/core/bot/reply-with-news.ts';
import { findTopic } from '../../src/core/library/topics/find-topic.ts';
import { BRIEF_LENGTHS, type BriefLength } from '../../src/core/quoting/excerpt-budget.ts';

export type { NewsPorts } from '../../src/core/bot/reply-with-news.ts';

/** `/new`: what has arrived on a topic, or at all, since this channel was last briefed on it. */
export const news = declare({
  name: 'new',
  description: 'See what is new since the last brief here',
  visibleTo: 'everyone',
  options: {
    topic: { description: 'the topic; leave it out for everything', position: 0, completes: 'topics' },
    length: {
      description: 'up to 2, 4 or 8 points (1m)',
      position: 1,
      choices: BRIEF_LENGTHS,
      synonyms: LENGTH_WORDS,
    },
    ...NARROWING,
    since: { description: 'arrived since: 2024-07-10, 7d ago, or the last brief here (last)' },
    private: PRIVATE,
  },
  example: { topic: '{topic}' },
});

/** Creates `/new`. */
export function createNews(ports: NewsPorts): Command {
  return implement(news, async (context, { since, private: _, ...given }) => {
    const { audience, at } = context;
    const { topic: name, length, ...limits } = readLength(given);
    const topic = name === null ? null : findTopic(name, await ports.topics.list(audience));
    const narrowing = await parseNarrowing(ports.library, context, { ...limits, since: null });
    const asked = parseMoment(since, at);
    const newSince = await newSinceLastBrief(ports, context, { topic, asked });
    return replyWithNews(ports, context, { ...newSince, topic, length: length ?? '1m', narrowing });
  });
}

/** A length alone, `/new 30s`, is no topic. */
function readLength<G extends { readonly topic: string | null; readonly length: BriefLength | null }>(
  given: G,
): G {
  const alone = BRIEF_LENGTHS.find((known) => known === given.topic?.toLowerCase());
  return alone && given.length === null ? { ...given, topic: null, length: alone } : given;
}
