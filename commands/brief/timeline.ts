import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import { NO_NARROWING } from '../../src/core/bot/narrowing-options.ts';
import type { Recall } from '../../src/core/conversations/recall.ts';
import type { Library } from '../../src/core/library/library.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import { hint } from '../../src/core/text/hint.ts';

/** The word `timeline`: the latest topic here, by date. */
export const timeline = declare({
  name: 'timeline',
  description: 'Show the latest topic by date',
  visibleTo: 'everyone',
  hidden: true,
  word: 'timeline',
  options: {},
  example: {},
});

/** The ports of the word `timeline`. */
export interface TimelinePorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly conversations: Pick<Recall, 'recall'>;
  /** Runs `/brief`. */
  readonly brief: Pick<Command, 'run'>;
}

/** Creates the word `timeline`. */
export function createTimeline({ library, conversations, brief }: TimelinePorts): Command {
  return implement(timeline, async (context) => {
    const { last } = await conversations.recall(context);
    const topic = last?.topic ?? null;
    if (topic === null) return composeNote(replyContext(library, context, 'timeline'), OF_A_TOPIC);
    return brief.run(context, { topic, style: 'timeline', length: null, private: null, ...NO_NARROWING });
  });
}

const OF_A_TOPIC = `A timeline is of a topic: ${hint('brief')} lists them, and ${hint('brief', { topic: '…', style: 'timeline' })} shows one by date.`;
