import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import { composeList, composeNote, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import { countDocuments } from '../../src/core/replies/coverage.ts';
import type { Item } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';

/** What is said to Dossier without asking anything: a greeting, thanks, chatter. */
export const talk = declare({
  name: 'talk',
  description: 'Answer a greeting or thanks',
  visibleTo: 'everyone',
  hidden: true,
  light: true,
  options: {
    kind: { description: 'what is said', choices: ['greeting', 'thanks', 'chatter', 'about', 'declined'] },
  },
  example: {},
});

/** The ports of small talk. */
export interface TalkPorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly topics: Pick<TopicCatalog, 'list'>;
}

/** Creates the answers to small talk. Nothing is searched for it. */
export function createTalk({ library, topics }: TalkPorts): Command {
  return implement(talk, async (context, { kind }) => {
    const about = replyContext(library, context, 'talk');
    switch (kind ?? 'chatter') {
      case 'thanks':
        return composeNote(about, 'You’re welcome.');
      case 'declined':
        return composeNote(about, 'Nothing was changed.');
      case 'chatter':
        return composeNote(about, `Ask a question, or type ${hint('help')}.`);
      case 'greeting':
      case 'about': {
        const [topic] = await topics.list(context.audience);
        const where = countDocuments(about.coverage);
        const headline =
          kind === 'about'
            ? `Dossier answers questions with excerpts from ${where}, word for word and with their sources.`
            : `Hello. Ask a question: the answer is quoted from ${where}.`;
        return composeList(about, { headline, items: whatToTry(topic) });
      }
    }
  });
}

function whatToTry(topic: Topic | undefined): readonly Item[] {
  const brief = topic ? hint('brief', { topic: topic.name }) : hint('brief');
  return [
    toItem(brief, topic ? `A brief on ${topic.title}` : 'The topics'),
    toItem(hint('help'), 'All commands'),
  ];
}
