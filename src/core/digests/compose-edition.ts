import { saidWithTopic } from '../answers/brief-reply.ts';
import { sealReply } from '../answers/stored-answer.ts';
import type { Core } from '../core.ts';
import { composeMessage } from '../messages/compose.ts';
import type { Message } from '../messages/message.ts';
import { sayAllIsWell, sayFooter, sayNothing } from './digest-words.ts';
import { channelReader, type DraftedDigest, draftDigest } from './draft-digest.ts';
import type { Edition, EditionContent, EditionProgress } from './edition.ts';
import { isExtra } from './past.ts';
import { findSubscription, pauseSubscription, tellOwner } from './refusals.ts';
import type { Subscription } from './subscription.ts';

/** An edition ready to be posted, or what becomes of one that is not to be. */
export type Composed =
  | { readonly message: Message; readonly covered: Date; readonly content: EditionContent }
  | (EditionProgress & { readonly state: 'empty' | 'skipped' | 'failed' });

type Drafted = Exclude<DraftedDigest, { kind: 'no-topic' }>;

/** Composes an edition as of now: a document that was removed since it was due is not quoted. */
export async function composeEdition({ core, edition }: { core: Core; edition: Edition }): Promise<Composed> {
  const subscription = await findSubscription(core, edition);
  if (!subscription) return { state: 'skipped', reason: 'the digest was removed' };
  if (subscription.paused !== null && !isExtra(edition)) return { state: 'skipped', reason: 'it was paused' };
  const due = isExtra(edition) ? null : edition.due;
  const draft = await draftDigest(core, subscription, { key: edition, due });
  if (draft.kind === 'no-topic') return stopWithoutTopic(core, subscription);
  if (draft.kind === 'news') {
    await keepReply(core, draft, edition);
    return { message: composeMessage(draft.reply), covered: draft.covered, content: draft.content };
  }
  const line = isExtra(edition) ? null : await quietLine(core, subscription, draft);
  const { covered, content } = draft;
  return line === null
    ? { state: 'empty', covered, content, reason: 'nothing was new' }
    : { message: composeMessage({ ...draft.reply, note: line }), covered, content };
}

/** Kept before it is posted, so that its buttons work from the first moment. */
async function keepReply(
  core: Core,
  { reply, topic, covered }: Drafted,
  { channel }: Edition,
): Promise<void> {
  if (reply.id === null) return;
  const reader = channelReader(channel);
  const said = saidWithTopic(core, { topic, style: 'points', reader, reply });
  const { id, conversation } = reply;
  await core.store.answers.put({ id, reader, conversation, at: covered, reply: sealReply(reply), said });
}

/** Whoever made the topic has removed it, or the channel may no longer read what it is about. */
async function stopWithoutTopic(core: Core, subscription: Subscription): Promise<Composed> {
  const reason = `there is no topic ${subscription.topic} here any more`;
  await pauseSubscription(core, subscription, reason);
  await tellOwner(core, subscription, `${reason}. It is paused`);
  return { state: 'failed', reason };
}

const SILENT = 5; // editions with nothing new after which one line says that all is well

/** What is posted although nothing is new; null: nothing. */
async function quietLine(core: Core, subscription: Subscription, draft: Drafted): Promise<string | null> {
  const { topic, since, covered: now, reply, next } = draft;
  const words = { subscription, topic, coverage: reply.coverage, since, now, next };
  const footer = sayFooter({ ...words, due: null, doubtful: [], news: 0 });
  if (subscription.whenEmpty === 'note') return [sayNothing(words), ...footer].join('\n');
  const { channel, number } = subscription;
  const states = ['sent', 'empty'] as const;
  const newest = await core.store.editions.list(channel, { number, states, limit: SILENT });
  const isSilent = newest.length === SILENT && newest.every(({ state }) => state === 'empty');
  if (!isSilent) return null;
  const [oldest] = newest.slice(-1);
  return [sayAllIsWell({ ...words, since: oldest?.covered ?? since }, SILENT), ...footer].join('\n');
}
