import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { requirePosts } from '../../src/core/bot/rights.ts';
import { editionAnswerId } from '../../src/core/delivery/post-key.ts';
import type { Poster } from '../../src/core/delivery/poster.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { Message } from '../../src/core/replies/message.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import type { Edition } from '../../src/core/schedule/edition.ts';
import { hint } from '../../src/core/text/hint.ts';
import { chosenSubscription } from './chosen-subscription.ts';
import type { DigestPorts } from './digest-ports.ts';

type Ports = Pick<DigestPorts, 'library' | 'editions' | 'subscriptions' | 'delivery' | 'answers'>;

/** Posts an extra edition now. It marks its excerpts as shown; the next scheduled edition still comes. */
export async function runDigest(ports: Ports, context: RequestContext, which: string | null): Promise<Reply> {
  await requirePosts(context, 'post digests');
  const { library, editions, delivery, answers } = ports;
  const { channel, number } = await chosenSubscription(ports, context, { which, action: 'run' });
  const key = { channel, number, slot: context.at.toISOString() };
  await editions.add(key, context.at);
  const inReply = isShownInReply(context) ? createReplyPoster(channel.platform, context.conversation) : null;
  const posted = await delivery.post(key, inReply?.poster);
  const shown = inReply?.message()?.reply;
  if (shown) return { ...shown, conversation: context.conversation };
  const edition = posted ?? (await editions.get(key));
  // The command line shows what was posted elsewhere; in a channel, people see it there.
  const isWanted = edition?.state === 'sent' && context.standsAlone;
  const answer = isWanted ? await answers.find(context, editionAnswerId(key)) : null;
  if (answer) return answers.open(context, answer);
  return composeNote(replyContext(library, context, 'digest'), formatOutcome(edition, number));
}

/** On this machine, a person who asks in a channel sees the reply where the digest would be posted. */
function isShownInReply({ audience }: RequestContext): boolean {
  return audience.local && audience.user !== '';
}

/** Creates a poster that keeps the message, so that it can be the reply. */
function createReplyPoster(
  platform: string,
  conversation: string,
): { poster: Poster; message(): Message | null } {
  let message: Message | null = null;
  const poster: Poster = {
    platform,
    deduplicatesFor: 0,
    async post(request) {
      message = request.message;
      return { kind: 'sent', messageId: 'reply' };
    },
    find: async () => ({ kind: 'absent' }),
    threadOf: () => conversation,
    tell: async () => false,
  };
  return { poster, message: () => message };
}

const HISTORY = hint('digest', { action: 'history' });

function formatOutcome(edition: Edition | null, number: number): string {
  switch (edition?.state) {
    case 'sent':
      return 'Posted.';
    case 'empty':
      return `Digest ${number}: nothing new since its last edition, so nothing was posted.`;
    case 'failed':
    case 'skipped':
      return `Digest ${number} was not posted: ${edition.reason}.`;
    case 'unknown':
      return `Digest ${number} is unconfirmed (${edition.reason}); Dossier is checking. See ${HISTORY}.`;
    case 'due':
    case 'claimed':
    case 'intent':
    case undefined:
      return `The running Dossier will post digest ${number} within a minute or two. See ${HISTORY}.`;
  }
}
