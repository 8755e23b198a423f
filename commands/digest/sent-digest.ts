import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import { senderOf } from '../../src/core/bot/sent-by.ts';
import type { SubscriptionStore } from '../../src/core/delivery/subscription-store.ts';
import { topicKey } from '../../src/core/library/topics/topic.ts';
import { replyContext } from '../../src/core/replies/compose-reply.ts';
import type { CommandOffer, Reply } from '../../src/core/replies/reply.ts';
import { spellReply } from '../../src/core/replies/spell-reply.ts';
import { echo } from '../../src/core/text/echo.ts';
import { addToHints } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { channelAudience } from './channel-news.ts';
import type { DigestContext, DigestPorts } from './digest-ports.ts';

/** What `/digest` works with, and for whom, where digests are sent to an address. */
export interface SentDigest {
  readonly ports: DigestPorts;
  readonly context: DigestContext;
}

/** What can be done there: what quotes is read at the address alone. */
const ACTIONS = ['add', 'list', 'pause', 'resume', 'edit', 'remove'];

/**
 * Does something with the digests that a manager has sent to an address. A manager sees and changes only their own there,
 * whoever sits at this machine all of them. What the reply offers is for that address too.
 */
export async function sentDigest(
  ports: DigestPorts,
  context: RequestContext,
  { to, action, run }: { to: string; action: string; run: (sent: SentDigest) => Promise<Reply> },
): Promise<Reply> {
  requireManager(context, 'have digests sent to an address');
  if (!ACTIONS.includes(action))
    throw new UserError(
      `What is sent to an address is read there. With "to", use ${ACTIONS.slice(0, -1).join(', ')} or ${ACTIONS.at(-1)}.`,
      { code: 'invalid-option' },
    );
  const name = (text: string) => addToHints(text, 'digest', { to });
  const reply = await run(sentTo(ports, context, to)).catch((error: unknown) => {
    throw error instanceof UserError ? named(error, name) : error;
  });
  const { coverage } = replyContext(ports.library, context, 'digest');
  return { ...offeringTo(spellReply(reply, name), to), coverage };
}

function named({ message, code, suggestions }: UserError, name: (text: string) => string): UserError {
  return new UserError(name(message), { code, suggestions });
}

/** The same for an address, on the topics that its readers and the person have in common. */
function sentTo(ports: DigestPorts, { ordering: _, ...context }: RequestContext, to: string): SentDigest {
  const channel = ports.recipients.channelOf(to);
  if (channel === null)
    throw new UserError(
      `No digest may be sent to "${echo(to)}". Ask your administrator to allow it (SMTP_URL, DOSSIER_MAIL_TO).`,
      { code: 'no-recipient' },
    );
  const asker = context.audience;
  const owner = senderOf(asker);
  const audience = { ...channelAudience(channel, false), user: owner };
  const topics: DigestPorts['topics'] = {
    ...ports.topics,
    async list(readers) {
      const known = new Set((await ports.topics.list(asker)).map(topicKey));
      return (await ports.topics.list(readers)).filter((topic) => known.has(topicKey(topic)));
    },
  };
  const subscriptions = asker.local ? ports.subscriptions : ownOf(ports.subscriptions, owner);
  return {
    ports: { ...ports, topics, subscriptions },
    context: { ...context, audience, sent: { to: channel.channel, by: asker } },
  };
}

function ownOf(subscriptions: SubscriptionStore, owner: string): SubscriptionStore {
  return {
    ...subscriptions,
    list: async (channel) => (await subscriptions.list(channel)).filter((each) => each.owner === owner),
  };
}

/** A reply whose buttons are for the same address. */
function offeringTo(reply: Reply, to: string): Reply {
  const add = <O extends CommandOffer>(offer: O): O => ({ ...offer, options: { ...offer.options, to } });
  if (reply.kind === 'list' && reply.offers) return { ...reply, offers: reply.offers.map(add) };
  if (reply.kind === 'note' && reply.confirm) return { ...reply, confirm: add(reply.confirm) };
  return reply;
}
