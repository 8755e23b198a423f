import type { Edition, EditionKey } from '../schedule/edition.ts';
import { type ClaimedEdition, claimEdition, type DeliveryTarget } from './claimed-edition.ts';
import type { ComposedEdition } from './composer.ts';
import { composeEdition } from './composing.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { recordOutcome, recordUncomposed } from './outcome.ts';
import { postKey } from './post-key.ts';
import { reconcile } from './reconcile.ts';

const SHARE = 0.8; // of a lease, after which nothing is sent

/** A claimed edition, and whether its claim lasts long enough for something to be sent. */
interface Posting extends ClaimedEdition {
  mayStillSend(): boolean;
}

/** Claims an edition and takes its next step, as of now. Null if it cannot be claimed. Throws only if the store does. */
export async function postEdition(
  ports: DeliveryPorts,
  key: EditionKey,
  target: DeliveryTarget,
): Promise<Edition | null> {
  const began = ports.elapsed();
  const mayStillSend = () => ports.elapsed() - began < ports.lease * SHARE;
  const claimed = await claimEdition(ports, key, target);
  if (!claimed) return null;
  const edition = claimed.edition.intentAt === null ? claimed.edition : await reconcile(ports, claimed);
  return edition === null || edition.lease === null
    ? edition
    : composeAndSend(ports, { ...claimed, edition, mayStillSend });
}

/** Composes an edition and posts it. One that cannot be composed is retried later; the others must not wait for it. */
async function composeAndSend(ports: DeliveryPorts, posting: Posting): Promise<Edition | null> {
  const composed = await composeEdition(ports, posting.edition).catch((cause) => {
    ports.report(new Error('Could not compose a digest.', { cause }));
    return null;
  });
  if (composed === null) return recordUncomposed(ports, posting);
  switch (composed.kind) {
    case 'message':
      return send(ports, posting, composed);
    case 'empty': {
      const { covered, content, reason } = composed;
      return posting.record({ state: 'empty', covered, content, reason });
    }
    case 'skipped':
    case 'failed':
      return posting.record({ state: composed.kind, reason: composed.reason });
  }
}

/** Records durably what will be posted, posts it, and records the outcome. */
async function send(
  ports: DeliveryPorts,
  posting: Posting,
  { message, covered, content }: Extract<ComposedEdition, { kind: 'message' }>,
): Promise<Edition | null> {
  const { edition, poster, throttle, record, mayStillSend } = posting;
  const { channel, intentAt, lookups, attempts } = edition;
  // The first intent decides for how long a platform discards duplicates, and when to look.
  const since = { intentAt: intentAt ?? ports.now(), lookups, attempts: attempts + 1 };
  const intent = await record({ state: 'intent', ...since, covered, content });
  if (!intent) return null;
  const posted = await poster.post({ channel, message, key: postKey(edition), mayStillSend });
  throttle?.record(posted);
  return recordOutcome(ports, { ...posting, edition: { ...intent, intentAt } }, posted);
}
