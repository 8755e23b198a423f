import type { Edition } from '../schedule/edition.ts';
import { GIVE_UP } from '../schedule/lateness.ts';
import { backoff } from '../text/backoff.ts';
import { leaveUnknown, noteSent } from './outcome.ts';
import { postKey } from './post-key.ts';
import type { ClaimedEdition } from './posting.ts';

const LOOKS = 2; // in vain, half a settle time apart, after which it certainly was not taken

/**
 * Finds out about an edition that may have been posted. What comes back with a lease is to be sent (again);
 * anything else is settled for now, and written down.
 */
export async function reconcile(claimed: ClaimedEdition): Promise<Edition | null> {
  const { core, edition, poster } = claimed;
  const { settle } = core.digests;
  const since = edition.intentAt ?? core.now();
  const age = core.now().valueOf() - since.valueOf();
  if (age < 0) return wait(claimed, { intentAt: core.now() }, settle); // the clock has gone back
  if (age < poster.deduplicatesFor) return edition;
  if (age < settle) return wait(claimed, {}, settle - age);
  const found = await poster.find({ channel: edition.channel, key: postKey(edition), since });
  switch (found.kind) {
    case 'sent':
      return noteSent(claimed, found);
    case 'absent':
      if (edition.lookups + 1 >= LOOKS) return { ...edition, intentAt: null, lookups: 0 };
      return wait(claimed, { looks: edition.lookups + 1 }, settle / 2);
    case 'cannot-look':
      if (found.forGood || age > GIVE_UP) return leaveUnknown(claimed, found.detail);
      return wait(claimed, {}, backoff(Math.max(1, edition.attempts), core.digests.random) + settle / 2);
  }
}

function wait(
  { core, record }: ClaimedEdition,
  progress: { intentAt?: Date; looks?: number },
  milliseconds: number,
): Promise<Edition | null> {
  const retryAt = new Date(core.now().valueOf() + milliseconds);
  return record({ state: 'unknown', retryAt, ...progress });
}
