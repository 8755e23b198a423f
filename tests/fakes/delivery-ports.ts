import { DECLARATIONS } from '../../commands/index.ts';
import { createSpell, TYPED } from '../../src/core/bot/spelling.ts';
import { type ClaimedEdition, claimEdition } from '../../src/core/delivery/claimed-edition.ts';
import type { ComposedEdition } from '../../src/core/delivery/composer.ts';
import type { DeliveryPorts } from '../../src/core/delivery/delivery-ports.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import type { Edition, EditionKey } from '../../src/core/schedule/edition.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { quoted } from '../contracts/scripted-chat.ts';
import { createRecordingPoster, type RecordingPoster } from './poster.ts';
import { openMemoryStore } from './store.ts';
import { createSubscription } from './subscriptions.ts';

/** Delivery's ports: a store in memory, a scripted platform and composer, and a clock that moves only when told to. */
export interface TestDelivery {
  readonly ports: DeliveryPorts;
  readonly poster: RecordingPoster;
  readonly reports: readonly string[];
  /** The conversations of editions known to be posted. */
  readonly conversations: readonly string[];
  /** Every wait, in milliseconds. */
  readonly waits: readonly number[];
  /** Composes the next editions; at first, a message. */
  compose(edition: Edition, subscription: Subscription): Promise<ComposedEdition>;
  /** When what an alert waits for came; at first, it did not. */
  waiting(subscription: Subscription): Promise<Date | null>;
  /** Time passes, for people and machines alike. */
  pass(milliseconds: number): void;
  subscribe(given?: Partial<Subscription>): Promise<Subscription>;
  /** Stores an edition of digest 1 as due, now unless another moment is given. */
  makeDue(slot: string, due?: Date): Promise<EditionKey>;
  /** Claims an edition; `known`: what is recorded of it first. */
  claim(key: EditionKey, known?: Partial<Edition>): Promise<ClaimedEdition>;
  edition(key: EditionKey): Promise<Edition | null>;
}

/** The channel of every edition. */
export const CHANNEL: ChannelAddress = { platform: 'chat', workspace: 'W1', channel: 'C1' };

/** The moment at which every test begins. */
export const NOW = new Date('2026-11-24T08:00:00Z');

/** The lease and the settle time. */
export const MINUTE = 60_000; // milliseconds

/** A message as every edition is composed. */
export const MESSAGE: ComposedEdition = {
  ...{ kind: 'message', message: quoted(['The ferry to the island will cost ten crowns.']) },
  ...{ covered: NOW, content: { documents: [], shown: [] } },
};

/** Opens delivery ports on an empty store. */
export async function openDelivery({ deduplicatesFor = 0 } = {}): Promise<TestDelivery> {
  const { editions, outbox, subscriptions } = await openMemoryStore();
  const time = { clock: NOW.valueOf(), elapsed: 0 };
  const now = () => new Date(time.clock);
  const poster = createRecordingPoster({ platform: CHANNEL.platform, deduplicatesFor, now });
  const [reports, conversations, waits]: [string[], string[], number[]] = [[], [], []];
  const pass = (milliseconds: number) => {
    time.clock += milliseconds;
    time.elapsed += milliseconds;
  };
  const ports: DeliveryPorts = {
    ...{ editions, outbox, subscriptions, posters: [poster], lease: MINUTE, settle: MINUTE, now },
    composer: {
      compose: (edition, subscription) => delivery.compose(edition, subscription),
      waiting: (subscription) => delivery.waiting(subscription),
      posted: async (_edition, conversation) => void conversations.push(conversation),
    },
    elapsed: () => time.elapsed,
    async wait(milliseconds) {
      waits.push(milliseconds);
      pass(milliseconds);
    },
    random: () => 1,
    spell: (_platform, text) => createSpell(DECLARATIONS, TYPED)(text),
    report: (error) => void reports.push(error.message),
  };
  const delivery: TestDelivery = {
    ...{ ports, poster, reports, conversations, waits, pass },
    compose: async () => MESSAGE,
    waiting: async () => null,
    subscribe: (given = {}) => subscriptions.add(createSubscription({ channel: CHANNEL, ...given })),
    async makeDue(slot, due = now()) {
      const [subscription = await delivery.subscribe()] = await subscriptions.list(CHANNEL);
      const plan = { due: [{ slot, due }], skipped: [], next: new Date('2027-01-01T00:00:00Z') };
      await outbox.plan([{ subscription, plan }], now());
      return { channel: CHANNEL, number: subscription.number, slot };
    },
    async claim(key, known = {}) {
      const claimed = await claimEdition(ports, key, { poster, throttle: null });
      if (!claimed) throw new Error(`Could not claim ${key.slot}`);
      return { ...claimed, edition: { ...claimed.edition, ...known } };
    },
    edition: (key) => editions.get(key),
  };
  return delivery;
}
