import { formatAddress } from '../schedule/channel-address.ts';
import type { Edition } from '../schedule/edition.ts';
import { GIVE_UP, isOlder, LATEST } from '../schedule/edition.ts';
import { retry } from '../text/retry.ts';
import type { ClaimedEdition } from './claimed-edition.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import type { Posted, Sent } from './poster.ts';
import { type RefusalPorts, recordRefusal } from './refusals.ts';
import { after, retryDelay } from './waits.ts';

/** What recording an outcome takes. */
export type OutcomePorts = RefusalPorts &
  Pick<DeliveryPorts, 'composer' | 'settle' | 'now' | 'wait' | 'random'>;

/** Records the outcome of a post. The edition's `intentAt` is that of an earlier, unconfirmed post. */
export function recordOutcome(
  ports: OutcomePorts,
  claimed: ClaimedEdition,
  posted: Posted,
): Promise<Edition | null> {
  switch (posted.kind) {
    case 'sent':
      return recordSent(ports, claimed, posted);
    case 'refused':
      return recordRefusal(ports, claimed, posted);
    case 'later':
      return postpone(ports, claimed, { seconds: posted.seconds, detail: posted.detail });
    case 'stopped':
      return recordStop(ports, claimed, posted.detail);
    case 'unknown':
      return recordDoubt(ports, claimed, posted.detail);
  }
}

const ATTEMPTS = 4;
const PAUSE = 500; // milliseconds

/** Records that an edition was sent; an outage of the store must not make Dossier forget it. */
export function recordSent(
  { composer, wait }: Pick<DeliveryPorts, 'composer' | 'wait'>,
  { edition, poster, record }: ClaimedEdition,
  { messageId }: Sent,
): Promise<Edition | null> {
  const conversation = poster.threadOf(edition.channel, messageId);
  const attempt = async () => {
    if (conversation !== null) await composer.posted(edition, conversation);
    return record({ state: 'sent', messageId, reason: null, retryAt: null });
  };
  const delay = (failures: number) => failures * PAUSE;
  return retry(attempt, { attempts: ATTEMPTS, delay, wait });
}

/** Records that an edition could not be composed: after an outage of the store, or in a later version, it may be. */
export function recordUncomposed(ports: OutcomePorts, claimed: ClaimedEdition): Promise<Edition | null> {
  const edition = { ...claimed.edition, attempts: claimed.edition.attempts + 1 };
  const detail = 'internal error';
  return postpone(ports, { ...claimed, edition }, { seconds: null, detail });
}

/** The edition waits for the next start, when the token may have been replaced. */
function recordStop(ports: OutcomePorts, claimed: ClaimedEdition, detail: string): Promise<Edition | null> {
  const { platform } = claimed.poster;
  ports.report(new Error(`Not posting digests on ${platform} until restart: ${detail}`));
  return postpone(ports, claimed, { seconds: null, detail });
}

/** It was not accepted this time. An earlier post that is unconfirmed stays so. */
function postpone(
  { now, random }: OutcomePorts,
  { edition, record }: ClaimedEdition,
  { seconds, detail }: { seconds: number | null; detail: string },
): Promise<Edition | null> {
  const { intentAt, attempts } = edition;
  if (isOlder(edition, LATEST, now()))
    return record({ state: 'failed', reason: `gave up after 24 hours: ${detail}`, retryAt: null });
  const wait = seconds === null ? retryDelay(attempts, random) : seconds * 1000;
  const state = intentAt === null ? 'due' : 'unknown';
  return record({ state, intentAt, attempts, retryAt: after(now(), wait), reason: detail });
}

/** It may have arrived. It is sent again while the platform would discard it, and searched for after that. */
function recordDoubt(ports: OutcomePorts, claimed: ClaimedEdition, detail: string): Promise<Edition | null> {
  const { settle, now, random } = ports;
  const { edition, poster, record } = claimed;
  const intentAt = edition.intentAt ?? now();
  const isOver = now().valueOf() - intentAt.valueOf() > GIVE_UP || isOlder(edition, LATEST, now());
  if (isOver) return leaveUnknown(ports, claimed, detail);
  const wait = poster.deduplicatesFor > 0 ? Math.min(settle, retryDelay(edition.attempts, random)) : settle;
  return record({ state: 'unknown', intentAt, retryAt: after(now(), wait), reason: detail });
}

/** Leaves an edition unknown: it was posted at most once, and people are told that it may not have arrived. */
export function leaveUnknown(
  { report }: Pick<DeliveryPorts, 'report'>,
  { edition, record }: ClaimedEdition,
  detail: string,
): Promise<Edition | null> {
  const { number, slot, channel } = edition;
  const what = `digest ${number} of ${formatAddress(channel)} was posted on ${slot}`;
  report(new Error(`Could not confirm that ${what}: ${detail}`));
  return record({ state: 'unknown', retryAt: null, reason: detail });
}
