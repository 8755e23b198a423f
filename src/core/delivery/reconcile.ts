import { type Edition, type EditionProgress, GIVE_UP } from '../schedule/edition.ts';
import type { ClaimedEdition } from './claimed-edition.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { leaveUnknown, recordSent } from './outcome.ts';
import { postKey } from './post-key.ts';
import { after, retryDelay } from './waits.ts';

type Ports = Pick<DeliveryPorts, 'composer' | 'settle' | 'now' | 'wait' | 'random' | 'report'>;

const LOOKUPS = 2; // without a result, half a settle time apart, after which it certainly did not arrive

/**
 * Finds out whether an unconfirmed edition arrived. An edition returned with a lease must be sent (again); any other is
 * settled for now, and recorded.
 */
export async function reconcile(ports: Ports, claimed: ClaimedEdition): Promise<Edition | null> {
  const { settle, now } = ports;
  const { edition, poster } = claimed;
  const since = edition.intentAt ?? now();
  const age = now().valueOf() - since.valueOf();
  if (age < 0) return lookLater(ports, claimed, { wait: settle, intentAt: now() }); // the clock was set back
  if (age < poster.deduplicatesFor) return edition;
  if (age < settle) return lookLater(ports, claimed, { wait: settle - age });
  const found = await poster.find({ channel: edition.channel, key: postKey(edition), since });
  switch (found.kind) {
    case 'sent':
      return recordSent(ports, claimed, found);
    case 'absent':
      if (edition.lookups + 1 >= LOOKUPS) return { ...edition, intentAt: null, lookups: 0 };
      return lookLater(ports, claimed, { wait: settle / 2, lookups: edition.lookups + 1 });
    case 'cannot-search':
      if (found.forGood || age > GIVE_UP) return leaveUnknown(ports, claimed, found.detail);
      return lookLater(ports, claimed, { wait: retryDelay(edition.attempts, ports.random) + settle / 2 });
  }
}

/** Looks again after so many milliseconds. */
function lookLater(
  { now }: Ports,
  { record }: ClaimedEdition,
  { wait, ...progress }: { wait: number } & Pick<EditionProgress, 'intentAt' | 'lookups'>,
): Promise<Edition | null> {
  return record({ state: 'unknown', retryAt: after(now(), wait), ...progress });
}
