import { createRandom } from '../fakes/trouble.ts';
import { lostOn, type Shown, shownOn } from './alerts-shown.ts';
import { createFaultWorld, type FaultWorld, pause, until } from './fault-world.ts';
import type { Ledger } from './ledger.ts';
import type { StartedProgram } from './started-program.ts';
import type { Target } from './target.ts';

/** Kills while alerts are posted. */
export interface AlertRounds {
  readonly folder: string;
  readonly target: (dataDir: string) => Target | Promise<Target>;
  readonly kills: number;
  readonly seed: number;
}

/** What the platform shows in the end, and the states of the open editions when the program was killed. */
export interface AlertReport extends Shown {
  readonly violations: readonly string[];
  readonly killedIn: Readonly<Record<string, number>>;
}

const SPAN = 700; // milliseconds from before a claim until after its record, on a slow platform
const MINUTE = 60_000; // milliseconds

/**
 * Adds a document to each round and kills the program at a random moment around the post of the alerts that it sets off.
 * Half of the time, the next document comes while what was posted last is still in doubt.
 */
export async function killAroundAlerts({ kills, seed, ...options }: AlertRounds): Promise<AlertReport> {
  const world = await createFaultWorld({ ...options, alerts: true });
  const random = createRandom(seed);
  const killedIn: Record<string, number> = {};
  for (let nth = 1; nth <= kills; nth++) {
    const program = world.start();
    await program.ready;
    const waits = random() < 0.5;
    pass(world, 11);
    if (waits) await allPosted(world, nth - 1);
    if (waits) pass(world, 11);
    world.addNews(nth);
    const states = await killOnce(world, program, random() < 0.2 ? null : random() * SPAN);
    for (const state of states) killedIn[state] = (killedIn[state] ?? 0) + 1;
  }
  await settle(world, kills);
  const violations = world.target.violations();
  const report = shownOn(world.target, kills);
  await world.target.close();
  return { ...report, violations, killedIn };
}

/** Kills the program so many milliseconds after a claim, or at some moment before; returns what was open. */
async function killOnce(
  world: FaultWorld,
  program: StartedProgram,
  moment: number | null,
): Promise<readonly string[]> {
  const ledger = world.openLedger();
  try {
    if (moment === null) await pause(1500);
    else await until(() => statesIn(ledger).some((state) => state !== 'due'), { every: 2 });
    await pause(moment ?? 0);
    await program.kill();
    return statesIn(ledger);
  } finally {
    await program.kill();
    ledger.close();
    await pause(world.target.slowest); // what has left arrives, before the clock jumps
  }
}

/** Lets everything be posted that is left, and then some time pass in which nothing may be. */
async function settle(world: FaultWorld, documents: number): Promise<void> {
  const program = world.start();
  await program.ready;
  for (let more = 0; more < 3; more++) {
    pass(world, 11);
    await allPosted(world, documents);
    await pause(1500);
  }
  await program.kill();
}

const EVERY = 4000; // milliseconds after which a waiting alert gets another ten minutes

/** Waits until each of so many documents is posted, and says what the ledger holds if that does not come. */
async function allPosted(world: FaultWorld, documents: number): Promise<void> {
  let since = Date.now();
  const isPosted = () => {
    if (Date.now() - since > EVERY) {
      since = Date.now();
      pass(world, 11);
    }
    return lostOn(world.target, documents).length === 0 && openIn(world) === 0;
  };
  await until(isPosted).catch((cause) => {
    const ledger = world
      .rows()
      .map(({ channel, slot, state, reason }) => [channel.channel, slot, state, reason]);
    throw new Error(`Not posted: ${lostOn(world.target, documents)}. ${JSON.stringify(ledger)}`, { cause });
  });
}

function pass({ clock, jump }: FaultWorld, minutes: number): void {
  jump(new Date(clock.now().valueOf() + minutes * MINUTE));
}

function statesIn(ledger: Ledger): string[] {
  return ledger.rows().flatMap(({ state, isFinal }) => (isFinal ? [] : [state]));
}

function openIn(world: FaultWorld): number {
  return world.rows().filter(({ isFinal }) => !isFinal).length;
}
