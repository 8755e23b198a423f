import { startTimer } from '../fair-time.ts';
import type { Acknowledgement, Pending } from './pending.ts';
import type { Message, View, World } from './world.ts';

/** What a test sees of what it did. */
export interface Handle {
  /** The first acknowledgement; rejects when none came in time. */
  readonly acknowledged: Promise<Acknowledgement>;
  /** What the user wrote, where that is what was done. */
  readonly ts: string | undefined;
  /** The answers so far, each as it is now: in the channel, the thread, or for the user alone. */
  replies(): readonly Message[];
  /** The first answer, as soon as there is one. */
  finished(within?: number): Promise<Message>;
  /** The next answer, or change of one, from now on. */
  nextReply(within?: number): Promise<Message>;
  /** The view that was opened or published. */
  view(within?: number): Promise<View>;
  /** The next view that is opened or changed, from now on. */
  nextView(within?: number): Promise<View>;
}

/** Makes the handle of what was done. */
export function handleOf(world: World, pending: Pending): Handle {
  const { heard, replies } = pending;
  const acknowledged = first(world, pending);
  acknowledged.catch(() => {});
  const nextReply = (most = PATIENCE) =>
    hear<Message>(world, heard.replied, { pending, most, what: 'answer' });
  const nextView = (most = PATIENCE) => hear<View>(world, heard.viewed, { pending, most, what: 'view' });
  return {
    ...{ acknowledged, nextReply, nextView },
    get ts() {
      return pending.messageTs;
    },
    replies: () => [...replies],
    finished: async (most) => replies[0] ?? nextReply(most),
    view: async (most) => pending.view ?? nextView(most),
  };
}

const PATIENCE = 20_000; // milliseconds that a test waits for an answer

function first(world: World, pending: Pending): Promise<Acknowledgement> {
  if (pending.acknowledgement) return Promise.resolve(pending.acknowledgement);
  const most = world.options.acknowledgeWithin + 1000;
  const answered = hear<Acknowledgement>(world, pending.heard.acknowledged, {
    ...{ pending, most, what: 'acknowledgement' },
  });
  const failed = new Promise<never>((_, reject) => {
    pending.heard.failed.push((reason) => reject(new Error(`${pending.name} failed: ${reason}`)));
  });
  return Promise.race([answered, failed]);
}

interface Wanted {
  readonly pending: Pending;
  readonly most: number;
  readonly what: string;
}

function hear<Thing>(world: World, listeners: ((thing: Thing) => void)[], wanted: Wanted): Promise<Thing> {
  return new Promise((resolve, reject) => {
    const stop = startTimer(world.timers, wanted.most, () => reject(new Error(silence(world, wanted))));
    listeners.push((thing) => {
      stop();
      resolve(thing);
    });
  });
}

function silence(world: World, { pending, most, what }: Wanted): string {
  const noted = world.violations.map((each) => `\n  ${each}`).join('');
  return `There was no ${what} to ${pending.name} within ${most} ms${noted && `; violations:${noted}`}`;
}
