import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import { composeList, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';
import type { DigestContext, DigestPorts } from './digest-ports.ts';
import { formatState, topicTitle } from './digest-state.ts';

type Ports = Pick<DigestPorts, 'library' | 'topics' | 'editions' | 'subscriptions'>;

/** Lists the channel's digests, and when each is next posted. */
export async function listDigests(
  { library, topics, editions, subscriptions }: Ports,
  context: DigestContext,
): Promise<Reply> {
  const { audience, at, sent } = context;
  const here = await subscriptions.list(audience);
  const known = await topics.list(audience);
  const items = here.map(async (each) => {
    const [next] = each.paused === null ? await comingSlots(editions, each, { after: at }) : [];
    const title = topicTitle(each.topic, known);
    return { id: String(each.number), title, detail: formatState(each, next, at) };
  });
  return composeList(replyContext(library, context, 'digest'), {
    headline: sent === undefined ? 'Digests in this channel' : `Your digests to ${sent.to}`,
    items: await Promise.all(items),
    note:
      here.length === 0
        ? `No digests are scheduled ${sent === undefined ? 'here' : `for ${sent.to}`} yet. Schedule one with ${hint('digest', { action: 'add' })} and a topic.`
        : null,
  });
}
