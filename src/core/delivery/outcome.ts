import type { Core } from '../bot/core.ts';
import { formatAddress } from '../schedule/channel-address.ts';
import type { Edition } from '../schedule/edition.ts';
import { GIVE_UP, isOlder, LATEST } from '../schedule/lateness.ts';
import { backoff } from '../text/backoff.ts';
import { editionAnswerId } from './post-key.ts';
import type { Posted, Sent } from './poster.ts';
import type { ClaimedEdition } from './posting.ts';
import { noteRefusal } from './refusals.ts';

/** Writes down what came of a post. `intentAt` of the edition is that of an earlier post in doubt. */
export function noteOutcome(claimed: ClaimedEdition, posted: Posted): Promise<Edition | null> {
  switch (posted.kind) {
    case 'sent':
      return noteSent(claimed, posted);
    case 'refused':
      return noteRefusal(claimed, posted);
    case 'later':
      return postpone(claimed, posted.seconds, posted.detail);
    case 'stopped': {
      const { core, poster } = claimed;
      core.report(
        new Error(`No digest is posted on ${poster.platform} until the next start: ${posted.detail}`),
      );
      return postpone(claimed, null, posted.detail);
    }
    case 'unknown':
      return doubt(claimed, posted.detail);
  }
}

const TRIES = 4;
const PAUSE = 500; // milliseconds

/** That it was sent must not be forgotten because the store was away for a moment. */
export async function noteSent(
  { core, edition, poster, record }: ClaimedEdition,
  { messageId }: Sent,
): Promise<Edition | null> {
  const thread = poster.threadOf(edition.channel, messageId);
  for (let tried = 1; ; tried++) {
    try {
      if (thread !== null) await openThread(core, edition, thread);
      return await record({ state: 'sent', messageId, reason: null, retryAt: null });
    } catch (cause) {
      if (tried === TRIES) throw cause;
      await core.digests.wait(tried * PAUSE);
    }
  }
}

/** In the thread under a digest it is what was said before. */
async function openThread({ store, now }: Core, edition: Edition, thread: string): Promise<void> {
  const answer = await store.answers.get(edition.channel, editionAnswerId(edition));
  if (answer?.said) await store.conversations.set(answer.audience, thread, answer.said, now());
}

/** The store was away for a moment, or it is a defect, which a newer Dossier may not have: it is tried again, less and less often. */
export function noteUncomposed(claimed: ClaimedEdition): Promise<Edition | null> {
  const { edition } = claimed;
  const tried = { ...edition, tries: edition.attempts + 1 };
  return postpone({ ...claimed, edition: tried }, null, 'something went wrong in Dossier itself');
}

/** It was not taken this time. Where an earlier post is in doubt, it stays so. */
function postpone(claimed: ClaimedEdition, seconds: number | null, detail: string): Promise<Edition | null> {
  const { core, edition, record } = claimed;
  if (isOlder(edition, LATEST, core.now()))
    return record({ state: 'failed', reason: `given up after a day: ${detail}`, retryAt: null });
  const wait = seconds === null ? backoff(edition.attempts, core.digests.random) : seconds * 1000;
  const { intentAt, attempts } = edition;
  const state = intentAt === null ? 'due' : 'unknown';
  return record({ state, intentAt, attempts, retryAt: inFuture(claimed, wait), reason: detail });
}

/** Nobody knows whether it was taken. While the platform would know it again it is sent again, and looked for after that. */
function doubt(claimed: ClaimedEdition, detail: string): Promise<Edition | null> {
  const { core, edition, poster, record } = claimed;
  const { settle, random } = core.digests;
  if (isOlder(edition, GIVE_UP, core.now())) return leaveUnknown(claimed, detail);
  const since = edition.intentAt ?? core.now();
  const wait = poster.deduplicatesFor > 0 ? Math.min(settle, backoff(edition.attempts, random)) : settle;
  return record({ state: 'unknown', intentAt: since, retryAt: inFuture(claimed, wait), reason: detail });
}

/** Leaves it at that: it was posted once at most, and people are told so. */
export async function leaveUnknown(
  { core, edition, record }: ClaimedEdition,
  detail: string,
): Promise<Edition | null> {
  const { number, slot, channel } = edition;
  core.report(
    new Error(
      `It is not known whether digest ${number} of ${formatAddress(channel)} was posted on ${slot}: ${detail}`,
    ),
  );
  return record({ state: 'unknown', retryAt: null, reason: detail });
}

function inFuture({ core }: ClaimedEdition, wait: number): Date {
  return new Date(core.now().valueOf() + wait);
}
