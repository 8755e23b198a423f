import { type Composed, composeEdition } from '../../../commands/digest/compose-edition.ts';
import type { Core } from '../bot/core.ts';
import type { Edition, EditionKey, EditionProgress } from '../schedule/edition.ts';
import { longestWait } from './longest-wait.ts';
import { noteOutcome, noteUncomposed } from './outcome.ts';
import { postKey } from './post-key.ts';
import type { Poster } from './poster.ts';
import { reconcile } from './reconcile.ts';
import type { Throttle } from './throttle.ts';

/** By what an edition is posted. */
export interface DeliveryTarget {
  readonly poster: Poster;
  readonly gate: Throttle | undefined;
}

/** An edition in the hands of whoever claimed it. While its `intentAt` is set, an earlier post of it is in doubt. */
export interface ClaimedEdition extends DeliveryTarget {
  readonly core: Core;
  readonly edition: Edition;
  /** Writes what has become of it; unless it is an intent, the claim ends. Null where somebody else has claimed it since. */
  record(progress: EditionProgress): Promise<Edition | null>;
}

const SHARE = 0.8; // of a lease after which nothing is sent any more

/** Claims an edition and does what is next about it; as it is then. Null where it can't be claimed. Fails only when the store does. */
export async function postEdition(core: Core, key: EditionKey, way: DeliveryTarget): Promise<Edition | null> {
  const { lease, elapsed } = core.digests;
  const began = elapsed();
  const mayStillSend = () => elapsed() - began < lease * SHARE;
  const edition = await claim(core, key);
  if (!edition) return null;
  const claimed = { core, edition, ...way, record: recorder(core, edition) };
  const settled = edition.intentAt === null ? edition : await reconcile(claimed);
  return settled === null || settled.state === 'sent' || settled.lease === null
    ? settled
    : compose({ ...claimed, edition: settled }, mayStillSend);
}

function claim({ store, now, digests }: Core, key: EditionKey): Promise<Edition | null> {
  const at = now();
  const lease = new Date(at.valueOf() + digests.lease);
  return store.editions.claim(key, { now: at, lease, longest: longestWait(digests) });
}

function recorder({ store, now }: Core, edition: Edition): ClaimedEdition['record'] {
  return async (progress) => {
    const at = now();
    const changed = { ...progress, lease: progress.state === 'intent' ? edition.lease : null };
    return (await store.editions.record(edition, changed, at)) ? { ...edition, ...changed, at } : null;
  };
}

/** What can't be composed is tried again; the others must not wait for it. */
async function compose(claimed: ClaimedEdition, mayStillSend: () => boolean): Promise<Edition | null> {
  const { core, record } = claimed;
  const composed = await composeEdition(claimed).catch((cause) => {
    core.report(new Error('A digest could not be composed.', { cause }));
    return null;
  });
  if (composed === null) return noteUncomposed(claimed);
  return 'message' in composed ? send(claimed, composed, mayStillSend) : record(composed);
}

async function send(
  claimed: ClaimedEdition,
  { message, covered, content }: Extract<Composed, { message: unknown }>,
  mayStillSend: () => boolean,
): Promise<Edition | null> {
  const { core, edition, poster, gate, record } = claimed;
  const { intentAt, attempts, channel } = edition;
  // The first intent counts for how long a platform remembers, and for when to look.
  const intended = { intentAt: intentAt ?? core.now(), tries: attempts + 1, covered, content } as const;
  const intent = await record({ state: 'intent', ...intended });
  if (!intent) return null;
  const posted = await poster.post({ channel, message, key: postKey(edition), mayStillSend });
  gate?.record(posted);
  return noteOutcome({ ...claimed, edition: { ...intent, intentAt } }, posted);
}
