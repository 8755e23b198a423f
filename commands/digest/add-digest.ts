import { requirePosts } from '../../src/core/bot/rights.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import type { DigestContext, DigestPorts } from './digest-ports.ts';
import { showDigest } from './digest-state.ts';
import { parseFiling } from './given-filing.ts';
import { type GivenSettings, parseSettings, refuseTwin } from './given-settings.ts';
import { subjectGiven } from './given-subject.ts';

type Ports = Pick<DigestPorts, 'library' | 'topics' | 'editions' | 'subscriptions' | 'zone'>;

const MAX_DIGESTS = 20; // of one channel
const TIMES = { at: '08:00', days: [1, 2, 3, 4, 5], alert: null } as const;
const DEFAULTS = { ...TIMES, length: '1m', whenEmpty: 'skip', max: 5 } as const;

/** Schedules a digest for the channel. */
export async function addDigest(ports: Ports, context: DigestContext, given: GivenSettings): Promise<Reply> {
  const caution = await requirePosts(context, 'schedule digests');
  const { topics, subscriptions, zone } = ports;
  const { audience, at } = context;
  const topic = givenSubject(given, await topics.list(audience));
  const filing = await parseFiling(ports.library, context, { given, before: {} });
  const settings = parseSettings(given, { ...DEFAULTS, topic, zone, filing });
  const here = await subscriptions.list(audience);
  refuseTwin(here, settings);
  refuseTooMany(here);
  const { platform, workspace, channel, user: owner } = audience;
  const place = { channel: { platform, workspace, channel }, owner };
  const added = await subscriptions.add({
    ...settings,
    ...place,
    ordered: at,
    since: at,
    paused: null,
    next: null,
  });
  const note = noteOn(added, context.sent?.to);
  return showDigest(ports, context, {
    subscription: added,
    note: caution === null ? note : `${note} ${caution}`,
  });
}

function noteOn({ number, alert }: Subscription, sentTo: string | undefined): string {
  const which = { number: String(number) };
  const preview = hint('digest', { action: 'preview', ...which });
  const [begun, where] = sentTo === undefined ? ['Scheduled.', 'posted here'] : [`For ${sentTo}.`, 'sent'];
  const next =
    sentTo === undefined ? `Try ${preview}.` : `${hint('digest', { action: 'remove', ...which })} ends it.`;
  return alert === null
    ? `${begun} The first edition is a brief; later ones contain only what is new. ${next}`
    : `Watching. What comes from now on is ${where} within a few minutes, several documents together. ${sentTo === undefined ? `${preview} shows what waits.` : next}`;
}

function givenSubject({ topic, when, at, days }: GivenSettings, topics: readonly Topic[]): string {
  if (topic !== null) {
    const words = [topic, at, days].filter((word) => word !== null).join(' '); // `pier 3`, without quotation marks
    return subjectGiven(topic, topics, { isAlert: when === 'now', words });
  }
  const example = hint('digest', {
    ...{ action: 'add', topic: topics[0]?.name ?? 'my-topic', at: '08:00', days: 'mon-fri' },
  });
  throw new UserError(`A digest needs a topic, for example: ${example}`, {
    code: 'missing-option',
    suggestions: topics.map(({ name }) => name).slice(0, 5),
  });
}

function refuseTooMany({ length }: readonly Subscription[]): void {
  if (length < MAX_DIGESTS) return;
  throw new UserError(`This channel has ${length} digests, the maximum. Remove one first.`, {
    code: 'too-many-digests',
  });
}
