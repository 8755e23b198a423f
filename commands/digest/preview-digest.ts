import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { formatLocal } from '../../src/core/schedule/schedule.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { type ChannelNewsPorts, channelAudience } from './channel-news.ts';
import { chosenSubscription } from './chosen-subscription.ts';
import { formatNothing } from './digest-lines.ts';
import type { DigestPorts } from './digest-ports.ts';
import { draftDigest } from './draft-digest.ts';

const PREVIEW = 'Preview only: nothing was posted or marked as shown.';

function formatWaiting({ alert, zone }: Subscription, since: Date | null, now: Date): string {
  if (alert === null || since === null) return formatNothing(since, zone, now);
  return `Nothing waits to be posted: nothing has come since ${formatLocal(since, zone, now)}.`;
}

/** Shows what a digest would post now. It posts nothing and marks nothing as shown. */
export async function previewDigest(
  ports: ChannelNewsPorts & Pick<DigestPorts, 'subscriptions'>,
  context: RequestContext,
  which: string | null,
): Promise<Reply> {
  const subscription = await chosenSubscription(ports, context, { which, action: 'preview' });
  const audience = channelAudience(subscription.channel, context.audience.local);
  const draft = await draftDigest(ports, { subscription, audience, key: null, due: null, at: context.at });
  const note = (text: string) => composeNote(replyContext(ports.library, context, 'digest'), text);
  if (!draft) return note(`The topic ${subscription.topic} no longer exists here.`);
  const { reply, since, covered: now } = draft;
  if (draft.kind === 'nothing') return note(formatWaiting(subscription, since, now));
  return { ...reply, conversation: context.conversation, footer: [...reply.footer, PREVIEW] };
}
