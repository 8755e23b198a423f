import type { Topic } from '../library/topics/topic.ts';
import { composeList } from '../replies/compose-reply.ts';
import type { ListReply, ReplyContext } from '../replies/reply.ts';
import { hint } from '../text/hint.ts';

/** Lists topics, in reply to any command that needs one. */
export function listTopics(context: ReplyContext, topics: readonly Topic[]): ListReply {
  const [first] = topics;
  return composeList(context, {
    headline: 'Topics',
    items: topics.map(({ name, title }) => ({ id: name, title, detail: '' })),
    note: first
      ? `Type ${hint('brief', { topic: first.name })} for a brief.`
      : `No topics yet. Add one in topics.yaml or with ${hint('topics', { action: 'add' })}.`,
  });
}
