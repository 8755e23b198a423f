import { createRandom } from '../fakes/trouble.ts';
import {
  createFaultWorld,
  type FaultWorld,
  type FaultWorldOptions,
  FIRST_DATE,
  pause,
  until,
} from './fault-world.ts';
import type { Verdict } from './history.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import { dueOn, type ScheduledDigest } from './scheduled-digests.ts';
import type { StartedProgram } from './started-program.ts';

/** How many kills, and the seed of their moments. */
export interface KillOptions extends FaultWorldOptions {
  readonly kills: number;
  readonly seed: number;
}

/** The result of kills, one for each edition. */
export interface KillReport extends Verdict {
  readonly editions: number;
  /** The edition's state in the ledger when the program was killed. */
  readonly killedIn: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

/** One edition, and a kill around its post. */
interface Round {
  readonly nth: number;
  readonly digest: ScheduledDigest;
  readonly slot: string;
  /** Whether earlier editions are settled first. */
  readonly waits: boolean;
}

const MARGIN = 50; // milliseconds before the claim and after the record

/**
 * Kills the program around the post of each edition, at moments spread evenly from before the claim until after
 * the record, and starts it again. The next edition often comes while the last is still in doubt.
 */
export async function killAroundPosts({ kills, seed, ...options }: KillOptions): Promise<KillReport> {
  const world = await createFaultWorld(options);
  const random = createRandom(seed);
  const killedIn: Record<string, number> = {};
  const rounds = roundsOf(world, kills, random);
  const { program, span } = await measureSpan(world, rounds[0]);
  let running: StartedProgram | null = program;
  for (const round of rounds.slice(1)) {
    const program = await begin(world, round, running);
    running = null;
    const state = await killOnce({ world, round, program }, random() * (span + 2 * MARGIN) - MARGIN);
    killedIn[state] = (killedIn[state] ?? 0) + 1;
  }
  const last = world.start();
  await world.settled(rounds.length);
  await last.kill();
  const expected = rounds.map(({ digest, slot }) => ({ ...digest, slot }));
  const violations = world.target.violations();
  const verdict = world.check(expected);
  await world.target.close();
  return { editions: rounds.length, ...verdict, killedIn, violations };
}

/** One more than there are kills: the first edition shows how long one takes. */
function roundsOf({ digests }: FaultWorld, kills: number, random: () => number): Round[] {
  return Array.from({ length: kills + 1 }, (_, nth) => {
    const digest = digests[nth % digests.length];
    if (!digest) throw new Error('No digest is scheduled.');
    const day = Math.floor(nth / digests.length);
    const slot = new Date(Date.parse(FIRST_DATE) + day * DAY).toISOString().slice(0, 10);
    // A day later the next edition would supersede this one.
    return { nth, digest, slot, waits: nth % digests.length === 0 || random() < 0.3 };
  });
}

const DAY = 86_400_000; // milliseconds

/** Milliseconds from claim to record, and the program that took them, still running. */
async function measureSpan(world: FaultWorld, round: Round | undefined) {
  if (!round) throw new Error('There is no round.');
  const program = await begin(world, round, null);
  const ledger = world.openLedger();
  await until(() => isClaimed(stateOf(ledger, round)), { every: EVERY });
  const began = Date.now();
  await until(() => stateOf(ledger, round) === 'sent', { every: EVERY });
  const span = Date.now() - began;
  ledger.close();
  return { program, span: Math.max(span, 2 * world.target.slowest) };
}

const EVERY = 2; // milliseconds between two reads of the ledger

/** Kills the program so many milliseconds after the claim; returns what the ledger then contained. */
async function killOnce(
  { world, round, program }: { world: FaultWorld; round: Round; program: StartedProgram },
  moment: number,
): Promise<string> {
  const ledger = world.openLedger();
  try {
    if (moment < 0) await pause(untilTick() + moment);
    else await until(() => isClaimed(stateOf(ledger, round)), { every: EVERY });
    await pause(Math.max(0, moment));
    await program.kill();
    return stateOf(ledger, round);
  } finally {
    await program.kill();
    ledger.close(); // before the next start, so that it finds what a kill leaves
    await pause(world.target.slowest); // what has left arrives, before the clock jumps
  }
}

/** Starts the program unless it runs, and sets the clock to the edition's time. */
async function begin(
  world: FaultWorld,
  { nth, digest, slot, waits }: Round,
  running: StartedProgram | null,
): Promise<StartedProgram> {
  world.addNews(nth);
  const program = running ?? world.start();
  await program.ready;
  if (waits) await world.settled(nth);
  world.jump(dueOn(digest, slot));
  return program;
}

/** Milliseconds until the program reads the clock again. */
function untilTick(): number {
  const left = 1000 - (Date.now() % 1000);
  return left < MARGIN ? left + 1000 : left;
}

function isClaimed(state: string): boolean {
  return state !== 'none' && state !== 'due';
}

function stateOf(ledger: Ledger, { digest, slot }: Round): LedgerRow['state'] | 'none' {
  return ledger.row({ ...digest, slot })?.state ?? 'none';
}
