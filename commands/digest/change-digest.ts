import { requireOrderer, requirePosts } from '../../src/core/bot/rights.ts';
import { findTopic } from '../../src/core/library/topics/find-topic.ts';
import { phraseOf } from '../../src/core/library/topics/phrase-topic.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { formatLocal } from '../../src/core/schedule/schedule.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { isSameFiling } from '../../src/core/text/filing.ts';
import { hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { chosenSubscription } from './chosen-subscription.ts';
import type { DigestContext, DigestPorts } from './digest-ports.ts';
import { showDigest } from './digest-state.ts';
import { parseFiling } from './given-filing.ts';
import { type GivenSettings, parseSettings, refuseTwin } from './given-settings.ts';
import { refuseScheduledPhrase, subjectGiven } from './given-subject.ts';

type Ports = Pick<DigestPorts, 'library' | 'topics' | 'editions' | 'subscriptions'>;

/** Changes a digest's settings from its next slot on. */
export async function editDigest(
  ports: Ports,
  context: DigestContext,
  { which, given }: { which: string | null; given: GivenSettings },
): Promise<Reply> {
  await requireOrderer(context, 'change digests');
  const subscription = await chosenSubscription(ports, context, { which, action: 'edit' });
  const { number } = subscription;
  const topics = await ports.topics.list(context.audience);
  const isAlert = given.when === null ? subscription.alert !== null : given.when === 'now';
  const topic =
    given.topic === null
      ? subscription.topic
      : subjectGiven(given.topic, topics, { isAlert, words: given.topic });
  refuseScheduledPhrase(topic, isAlert);
  const filing = await parseFiling(ports.library, context, { given, before: subscription.filing });
  const settings = parseSettings(given, { ...subscription, topic, filing });
  if (Object.values(given).every((value) => value === null))
    throw new UserError(
      `What should change? For example: ${hint('digest', { action: 'edit', number: String(number), at: '09:30' })}`,
      {
        code: 'missing-option',
      },
    );
  const here = await ports.subscriptions.list(context.audience);
  refuseTwin(
    here.filter((other) => other.number !== number),
    settings,
  );
  const changed = startAnew({ ...subscription, ...settings }, subscription, context.at);
  return save(ports, context, { subscription: changed, note: 'Changed.' });
}

/** A changed or resumed digest has its next slot from now on; an alert on the same subject still posts what came before. */
function startAnew(changed: Subscription, before: Subscription, at: Date): Subscription {
  const isSame = changed.topic === before.topic && isSameFiling(changed.filing, before.filing);
  const goesOn = changed.alert !== null && before.alert !== null && isSame;
  return goesOn ? { ...changed, next: at } : { ...changed, since: at, next: null };
}

/** Pauses a digest until it is resumed. */
export async function pauseDigest(
  ports: Ports,
  context: DigestContext,
  which: string | null,
): Promise<Reply> {
  await requireOrderer(context, 'pause digests');
  const subscription = await chosenSubscription(ports, context, { which, action: 'pause' });
  const { number, zone } = subscription;
  if (subscription.paused !== null)
    return showDigest(ports, context, { subscription, note: `Digest ${number} is already paused.` });
  const paused = `manually on ${formatLocal(context.at, zone, context.at)}`;
  const note = `Paused. Resume it with ${hint('digest', { action: 'resume', number: String(number) })}.`;
  return save(ports, context, { subscription: { ...subscription, paused }, note });
}

/** Resumes a paused digest; its next edition covers what was missed. */
export async function resumeDigest(
  ports: Ports,
  context: DigestContext,
  which: string | null,
): Promise<Reply> {
  await requirePosts(context, 'resume digests');
  const subscription = await chosenSubscription(ports, context, { which, action: 'resume' });
  if (subscription.paused === null)
    return showDigest(ports, context, {
      subscription,
      note: `Digest ${subscription.number} is already active.`,
    });
  const { topic } = subscription;
  if (phraseOf(topic) === null) findTopic(topic, await ports.topics.list(context.audience)); // a missing topic would pause it again
  const resumed = startAnew({ ...subscription, paused: null }, subscription, context.at);
  return save(ports, context, { subscription: resumed, note: 'Resumed.' });
}

async function save(
  ports: Ports,
  context: DigestContext,
  changed: { readonly subscription: Subscription; readonly note: string },
): Promise<Reply> {
  if (await ports.subscriptions.put(changed.subscription)) return showDigest(ports, context, changed);
  const { number } = changed.subscription;
  throw new UserError(`Digest ${number} no longer exists here. See ${hint('digest', { action: 'list' })}.`, {
    code: 'unknown-digest',
  });
}
