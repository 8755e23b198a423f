import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { parseEditionContent } from '../../src/core/news/edition-content.ts';
import { composeList, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { Item, Reply } from '../../src/core/replies/reply.ts';
import { type Edition, isAlert, isExtra, isOlder, LATE } from '../../src/core/schedule/edition.ts';
import { formatLocal } from '../../src/core/schedule/schedule.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { canonicalZone } from '../../src/core/schedule/zone-names.ts';
import { chosenSubscription } from './chosen-subscription.ts';
import type { DigestPorts } from './digest-ports.ts';

type Ports = Pick<DigestPorts, 'library' | 'editions' | 'subscriptions' | 'zone'>;

const MAX_EDITIONS = 20;

/** Lists the recent editions of the channel, or of one of its digests. */
export async function digestHistory(
  ports: Ports,
  context: RequestContext,
  which: string | null,
): Promise<Reply> {
  const { library, editions, subscriptions, zone } = ports;
  const { audience, at } = context;
  const one = which === null ? null : await chosenSubscription(ports, context, { which, action: 'history' });
  const zones = zonesOf(await subscriptions.list(audience));
  const latest = await editions.list(audience, {
    ...(one ? { number: one.number } : {}),
    limit: MAX_EDITIONS,
  });
  return composeList(replyContext(library, context, 'digest'), {
    headline: one ? `Editions of digest ${one.number}` : 'Editions in this channel',
    items: latest.map((edition) => editionItem(edition, zones.get(edition.number) ?? zone, at)),
    note: latest.length === 0 ? 'No editions yet.' : null,
  });
}

/** The zone of each digest, by number; UTC if the system's data no longer contains it. */
function zonesOf(subscriptions: readonly Subscription[]): ReadonlyMap<number, string> {
  return new Map(
    subscriptions.map(({ number, zone }) => [number, canonicalZone(zone) === null ? 'UTC' : zone]),
  );
}

function editionItem(edition: Edition, zone: string, now: Date): Item {
  const kind = isExtra(edition) ? 'extra' : isAlert(edition) ? 'alert' : 'due';
  const reason = edition.reason === null ? '' : `: ${edition.reason}`;
  return {
    id: String(edition.number),
    title: `${kind} ${formatLocal(edition.due, zone, now)} ${zone}`,
    detail: `${STATES[edition.state]}${formatExcerpts(edition)}${formatDelay(edition, zone, now)}${reason}`,
  };
}

const STATES: Readonly<Record<Edition['state'], string>> = {
  due: 'waiting',
  claimed: 'being composed',
  intent: 'being posted',
  sent: 'posted',
  failed: 'not posted',
  unknown: 'unconfirmed',
  empty: 'not posted',
  skipped: 'skipped',
};

/** How many excerpts were posted. */
function formatExcerpts({ state, content }: Edition): string {
  const count = parseEditionContent(content)?.shown.length ?? 0;
  return state === 'sent' && count > 0 ? `, ${count} ${count === 1 ? 'excerpt' : 'excerpts'}` : '';
}

/** When it was posted, if that was late. */
function formatDelay(edition: Edition, zone: string, now: Date): string {
  const { state, at } = edition;
  return state === 'sent' && isOlder(edition, LATE, at) ? `, late: ${formatLocal(at, zone, now)}` : '';
}
