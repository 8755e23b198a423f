import type { Call } from '../../src/core/bot/core.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import { openAnswer } from '../../src/core/conversations/stored-answer.ts';
import { editionAnswerId } from '../../src/core/delivery/post-key.ts';
import type { Poster } from '../../src/core/delivery/poster.ts';
import type { Message } from '../../src/core/replies/message.ts';
import { emptyReply, type Reply } from '../../src/core/replies/reply.ts';
import type { Edition } from '../../src/core/schedule/edition.ts';
import { chosenSubscription } from './chosen-subscription.ts';
import { formatNothing } from './digest-lines.ts';
import { draftDigest } from './draft-digest.ts';

/** What a digest would show now. Nothing is posted, and nothing counts as shown. */
export async function previewDigest(call: Call, which: string | null): Promise<Reply> {
  const subscription = await chosenSubscription(call, which, 'preview');
  const draft = await draftDigest(call.core, subscription, { key: null, due: null });
  if (draft.kind === 'no-topic') return note(call, `There is no topic ${subscription.topic} here any more.`);
  const { reply, since, covered: now } = draft;
  if (draft.kind === 'nothing') return note(call, formatNothing({ subscription, since, now }));
  const { conversation } = call.invocation;
  return {
    ...reply,
    conversation,
    note: `${reply.note}\nA preview: nothing was posted, nothing counts as shown.`,
  };
}

/** Posts an extra edition now: it marks what it showed, and the next one comes all the same. */
export async function runDigest(call: Call, which: string | null): Promise<Reply> {
  requireManager(call, 'post digests');
  const { core, at } = call;
  const subscription = await chosenSubscription(call, which, 'run');
  const { channel, number } = subscription;
  const key = { channel, number, slot: at.toISOString() };
  await core.store.editions.add(key, at);
  const caught = isHere(channel.platform) ? createReplyPoster(call.invocation.conversation) : null;
  const edition = await core.digests.post(key, caught?.poster);
  const shown = caught?.message()?.reply;
  if (shown) return { ...shown, conversation: call.invocation.conversation };
  const outcome = edition ?? (await core.store.editions.get(key));
  // On the command line what was posted elsewhere is shown; in a channel it is there already.
  const posted = outcome?.state === 'sent' && call.invocation.standsAlone;
  const answer = posted ? await core.store.answers.get(channel, editionAnswerId(key)) : null;
  return answer ? openAnswer(call, answer) : note(call, formatOutcome(outcome, number));
}

/** The chat at this machine shows a digest in reply. */
function isHere(platform: string): boolean {
  return platform === 'terminal';
}

/** Posts by keeping the message, so that it can be the reply itself. */
function createReplyPoster(conversation: string): { poster: Poster; message(): Message | null } {
  let message: Message | null = null;
  const poster: Poster = {
    platform: 'terminal',
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

function formatOutcome(edition: Edition | null, number: number): string {
  switch (edition?.state) {
    case 'sent':
      return 'Posted.';
    case 'empty':
      return `Digest ${number}: nothing new to post.`;
    case 'failed':
    case 'skipped':
      return `Digest ${number} was not posted: ${edition.reason}.`;
    case 'unknown':
      return `It is not known yet whether digest ${number} arrived (${edition.reason}). It is looked for. See /digest history.`;
    default:
      return `Digest ${number} will be posted by the Dossier that runs there, within a minute or two. See /digest history.`;
  }
}

function note({ invocation, coverage }: Call, text: string): Reply {
  const request = { conversation: invocation.conversation, command: 'digest', coverage };
  return { ...emptyReply('note', request), note: text };
}
