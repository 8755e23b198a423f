import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import { composeNote, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { chosenSubscription } from './chosen-subscription.ts';
import type { DigestPorts } from './digest-ports.ts';

type Ports = Pick<DigestPorts, 'library' | 'subscriptions' | 'feeds'>;

/** Tells a manager the address at which the posted editions of a digest can be read as a feed. */
export async function feedDigest(
  ports: Ports,
  context: RequestContext,
  which: string | null,
): Promise<Reply> {
  requireManager(context, 'have a digest as a feed');
  const subscription = await chosenSubscription(ports, context, { which, action: 'feed' });
  const url = ports.feeds.addressOf(subscription);
  if (url === null)
    throw new UserError(
      'Feeds need an address that feed readers can reach. Ask your administrator to set PUBLIC_URL.',
      { code: 'no-feeds' },
    );
  const remove = hint('digest', { action: 'remove', number: String(subscription.number) });
  const note = `Whoever has this address reads what this channel may read, until the digest is removed with ${remove}. Pass it on with care.`;
  const reply = composeNote(replyContext(ports.library, context, 'digest'), note);
  return { ...reply, items: [{ ...toItem('feed', url), url }] };
}
