import type { Edition, EditionKey, EditionProgress } from '../schedule/edition.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import type { Poster } from './poster.ts';
import type { Throttle } from './throttle.ts';
import { after, longestWait } from './waits.ts';

/** How an edition is posted. */
export interface DeliveryTarget {
  readonly poster: Poster;
  /** Null if nothing limits the poster. */
  readonly throttle: Throttle | null;
}

/** An edition in the hands of the process that claimed it. While its `intentAt` is set, an earlier post is unconfirmed. */
export interface ClaimedEdition extends DeliveryTarget {
  readonly edition: Edition;
  /** Writes progress; anything but an intent ends the claim. Null if another process has claimed it since. */
  record(progress: EditionProgress): Promise<Edition | null>;
}

type Ports = Pick<DeliveryPorts, 'outbox' | 'lease' | 'settle' | 'now'>;

/** Claims an edition; null if it cannot be claimed. */
export async function claimEdition(
  ports: Ports,
  key: EditionKey,
  target: DeliveryTarget,
): Promise<ClaimedEdition | null> {
  const now = ports.now();
  const lease = after(now, ports.lease);
  const edition = await ports.outbox.claim(key, { now, lease, longest: longestWait(ports) });
  return edition && { ...target, edition, record: createRecorder(ports, edition) };
}

function createRecorder({ outbox, now }: Ports, edition: Edition): ClaimedEdition['record'] {
  return async (progress) => {
    const at = now();
    const changed = { ...progress, lease: progress.state === 'intent' ? edition.lease : null };
    return (await outbox.record(edition, changed, at)) ? { ...edition, ...changed, at } : null;
  };
}
