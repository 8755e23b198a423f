import type { Core } from '../../src/core/bot/core.ts';
import { sealReply } from '../../src/core/conversations/stored-answer.ts';
import { isExtra } from '../../src/core/delivery/channel-history.ts';
import { findSubscription, pauseSubscription, tellOwner } from '../../src/core/delivery/refusals.ts';
import { topicKey } from '../../src/core/library/readable-topics.ts';
import type { EditionContent } from '../../src/core/news/edition-content.ts';
import { saidWithTopic } from '../../src/core/quoting/brief-reply.ts';
import { composeMessage } from '../../src/core/replies/compose-message.ts';
import type { Message } from '../../src/core/replies/message.ts';
import type { Edition, EditionProgress } from '../../src/core/schedule/edition.ts';
import { isOlder, LATEST } from '../../src/core/schedule/lateness.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { formatAllIsWell, formatFooter, formatNothing } from './digest-lines.ts';
import { channelAudience, type DraftedDigest, draftDigest } from './draft-digest.ts';

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
  const tooLate = await whyTooLate(core, edition);
  if (tooLate !== null) return { state: 'skipped', reason: tooLate };
  const due = isExtra(edition) ? null : edition.due;
  const draft = await draftDigest(core, subscription, { key: edition, due });
  if (draft.kind === 'no-topic') return withoutTopic(core, subscription);
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
  const audience = channelAudience(channel);
  const said = saidWithTopic(core, { topic, style: 'points', audience, reply });
  const { id, conversation } = reply;
  await core.store.answers.put({ id, audience, conversation, at: covered, reply: sealReply(reply), said });
}

/** A topic that was removed is not awaited; one that is only not for this channel now may be so again. */
async function withoutTopic(core: Core, subscription: Subscription): Promise<Composed> {
  const reason = `there is no topic ${subscription.topic} for this channel`;
  const isKept = core.corpus.topics.some(
    (topic) => topicKey(topic) === topicKey({ name: subscription.topic }),
  );
  if (isKept || subscription.paused !== null) return { state: 'failed', reason };
  await pauseSubscription(core, subscription, reason);
  await tellOwner(core, subscription, `${reason}. It is paused`);
  return { state: 'failed', reason: `${reason}; the digest is paused` };
}

const NEWEST = 5; // editions among which a later one stands, were there some extra ones too

/** Why an edition that had to wait is not posted any more: too late, or a later one is there. */
async function whyTooLate({ store, now }: Core, edition: Edition): Promise<string | null> {
  const { channel, number, due } = edition;
  if (isExtra(edition)) return null;
  if (isOlder(edition, LATEST, now())) return 'more than 24 hours late';
  const newest = await store.editions.list(channel, { number, limit: NEWEST });
  const later = newest.find((other) => !isExtra(other) && other.due > due && other.due <= now());
  return later && later.state !== 'skipped' ? `the edition of ${later.slot} took over` : null;
}

const SILENT = 5; // editions with nothing new after which one line says that all is well

/** What is posted although nothing is new; null: nothing. */
async function quietLine(core: Core, subscription: Subscription, draft: Drafted): Promise<string | null> {
  const { since, lastSent, covered: now, next } = draft;
  const footer = formatFooter({ subscription, now, next, due: null, doubtful: [] });
  if (subscription.whenEmpty === 'note')
    return [formatNothing({ subscription, since, now }), ...footer].join('\n');
  return (await wasSilent(core, subscription))
    ? [formatAllIsWell({ subscription, now }, lastSent), ...footer].join('\n')
    : null;
}

async function wasSilent({ store }: Core, { channel, number }: Subscription): Promise<boolean> {
  const states = ['sent', 'empty'] as const;
  const newest = (await store.editions.list(channel, { number, states, limit: LOOKED_AT })).filter(
    (edition) => !isExtra(edition),
  );
  return newest.length >= SILENT && newest.slice(0, SILENT).every(({ state }) => state === 'empty');
}

const LOOKED_AT = 4 * SILENT; // extra editions may stand between
