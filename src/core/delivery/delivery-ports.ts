import type { EditionComposer } from './composer.ts';
import type { EditionStore } from './edition-store.ts';
import type { Outbox } from './outbox.ts';
import type { Poster } from './poster.ts';
import type { SubscriptionStore } from './subscription-store.ts';

/** What delivery is made of. Each of its functions takes only the parts it uses. */
export interface DeliveryPorts {
  readonly editions: EditionStore;
  readonly outbox: Outbox;
  readonly subscriptions: SubscriptionStore;
  readonly composer: EditionComposer;
  /** One for each platform that this process posts to. */
  readonly posters: readonly Poster[];
  /** For how many milliseconds one process may work on an edition before another can claim it. */
  readonly lease: number;
  /** After how many milliseconds everything that a platform was sent can be seen there. */
  readonly settle: number;
  now(): Date;
  /** Milliseconds that only grow, whatever the clock does. */
  elapsed(): number;
  wait(milliseconds: number): Promise<void>;
  random(): number;
  /** Writes the commands that a text names as people type them on a platform. */
  spell(platform: string, text: string): string;
  /** Tells the operator. */
  report(error: Error): void;
}
