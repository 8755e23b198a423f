import { startTimer } from '../fair-time.ts';
import { type Body, bodiesOf } from '../json.ts';
import type { Acknowledgement, PendingInteraction } from './pending.ts';
import type { Message, World } from './world.ts';

/** What a test sees of an interaction that it made. */
export interface Handle {
  readonly id: string;
  readonly token: string;
  /** The first answer; rejects when none came in time. */
  readonly acknowledged: Promise<Acknowledgement>;
  /** The message once it has its content: an answer at once, or a deferral that was filled or updated. */
  finished(within?: number): Promise<Message>;
  /** The next time that the message gets content, from now on. */
  nextEdit(within?: number): Promise<Message>;
  /** The choices that a completion was answered by. */
  choices(): Promise<readonly Body[]>;
  /** The modal that was opened: custom_id, title, components. */
  modal(): Promise<Body>;
  /** The follow-up messages so far. */
  followUps(): readonly Message[];
  /** Whether `@original` is still a deferral that nothing has filled. */
  loading(): boolean;
}

/** Makes the handle of an interaction. */
export function handleOf(world: World, pending: PendingInteraction): Handle {
  const acknowledged = first(world, pending);
  acknowledged.catch(() => {});
  let shown: Message | undefined;
  pending.heard.shown.push((message) => {
    shown = message;
  });
  const nextEdit = (within = PATIENCE) =>
    heard<Message>(world, pending.heard.shown, { within, what: `no content for ${pending.name}` });
  const dataOf = async (type: number) => {
    const acknowledgement = await acknowledged;
    if (acknowledgement.type === type) return acknowledgement.data;
    throw new Error(`${pending.name} was answered by type ${acknowledgement.type}, not ${type}`);
  };
  return {
    ...{ id: pending.id, token: pending.token, acknowledged, nextEdit },
    finished: async (within) => shown ?? nextEdit(within),
    choices: async () => bodiesOf((await dataOf(8)).choices),
    modal: () => dataOf(9),
    followUps: () => pending.followUps.flatMap((id) => world.messages.get(id)?.wire ?? []),
    loading: () => pending.loading,
  };
}

const PATIENCE = 20_000; // milliseconds that a test waits for content

function first(world: World, pending: PendingInteraction): Promise<Acknowledgement> {
  const within = world.options.acknowledgeWithin + 250;
  return heard(world, pending.heard.acknowledged, { within, what: `no answer to ${pending.name}` });
}

function heard<Thing>(
  world: World,
  listeners: ((thing: Thing) => void)[],
  { within, what }: { readonly within: number; readonly what: string },
): Promise<Thing> {
  return new Promise((resolve, reject) => {
    const stop = startTimer(world.timers, within, () => reject(new Error(silence(world, what, within))));
    listeners.push((thing) => {
      stop();
      resolve(thing);
    });
  });
}

function silence(world: World, what: string, within: number): string {
  const noted = world.violations.map((each) => `\n  ${each}`).join('');
  return `There was ${what} within ${within} ms${noted && `; violations:${noted}`}`;
}
