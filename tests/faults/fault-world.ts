import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFor } from '../fakes/program.ts';
import { checkHistory, type Verdict } from './history.ts';
import { type Ledger, type LedgerRow, openLedger } from './ledger.ts';
import {
  nameOf,
  namePosts,
  type ScheduledDigest,
  scheduleAtOnce,
  scheduleDigests,
} from './scheduled-digests.ts';
import { createShiftedClock, type ShiftedClock } from './shifted-clock.ts';
import { type StartedProgram, startDossier } from './started-program.ts';
import type { Target } from './target.ts';

/** The date on which the clock of every such world begins, at six o'clock. */
export const FIRST_DATE = '2027-03-01';

/** A program, the platform it posts to, and a clock that can be set. */
export interface FaultWorld<Its extends Target = Target> {
  readonly target: Its;
  readonly clock: ShiftedClock;
  readonly digests: readonly ScheduledDigest[];
  start(): StartedProgram;
  /** Sets the clock, for the program and for the platform. */
  jump(to: Date): void;
  /** Adds a document on the topic to the corpus. */
  addNews(nth: number): void;
  rows(): readonly LedgerRow[];
  /** For tests that read it often; close it before the program starts again. */
  openLedger(): Ledger;
  /** Resolves when so many editions are final; throws if they are not within so many milliseconds. */
  settled(editions: number, within?: number): Promise<void>;
  check(expected: readonly Pick<LedgerRow, 'channel' | 'number' | 'slot'>[]): Verdict;
}

/** What a world is made of. */
export interface FaultWorldOptions<Its extends Target = Target> {
  readonly folder: string;
  readonly target: (dataDir: string) => Its | Promise<Its>;
  /** Digests in each channel, scheduled on the command line; if absent, one in each, written to the store. */
  readonly each?: number;
  /** Those written to the store are alerts. */
  readonly alerts?: true;
  readonly settings?: Readonly<Record<string, string>>;
}

const QUICK = {
  ...{ DOSSIER_TICK_SECONDS: '1', DOSSIER_SETTLE_SECONDS: '1', DOSSIER_LEASE_SECONDS: '10' },
  ...{ PORT: 'off', NO_COLOR: '1' },
};

/** Makes a corpus, a clock and a platform, and schedules digests there. */
export async function createFaultWorld<Its extends Target>(
  options: FaultWorldOptions<Its>,
): Promise<FaultWorld<Its>> {
  const { folder, each, alerts = false, settings = {} } = options;
  const [corpus, data] = [join(folder, 'corpus'), join(folder, 'data')];
  for (const path of [join(corpus, 'harbour'), data]) mkdirSync(path, { recursive: true });
  writeFileSync(join(corpus, 'topics.yaml'), TOPIC);
  const addNews = (nth: number) =>
    writeFileSync(join(corpus, `harbour/${nth}.txt`), `Ferry ${nth} sails to island ${nth} from May.\n`);
  addNews(0);
  const target = await options.target(data);
  const clock = createShiftedClock(join(folder, 'clock'), new Date(`${FIRST_DATE}T06:00:00Z`));
  target.elapse(clock.now().valueOf() - Date.now());
  const env = {
    ...{ ...environmentFor({ corpus, data }), ...QUICK, DOSSIER_CLOCK_FILE: clock.file },
    ...{ ...target.settings, ...settings },
  };
  const digests = each
    ? await scheduleDigests(target.channels, { env, each })
    : await scheduleAtOnce(target.channels, { dataDir: data, since: clock.now(), alerts });
  const rows = () => readRows(data);
  return {
    ...{ target, clock, digests, addNews, rows, openLedger: () => openLedger(data) },
    start() {
      clock.write();
      return startDossier({ env, heard: (line) => target.hear(line, clock.now()) });
    },
    jump: (to) => target.elapse(clock.set(to)),
    async settled(editions, within) {
      await until(() => rows().filter(({ isFinal }) => isFinal).length >= editions, { within });
    },
    check: (expected) => verdictOn(target, rows(), expected),
  };
}

const TOPIC = 'ferries:\n  title: Ferries\n  query: ferry sails island\n';

function readRows(data: string): readonly LedgerRow[] {
  const ledger = openLedger(data);
  try {
    return ledger.rows();
  } finally {
    ledger.close();
  }
}

function verdictOn(
  target: Target,
  rows: readonly LedgerRow[],
  expected: readonly Pick<LedgerRow, 'channel' | 'number' | 'slot'>[],
): Verdict {
  const of = (wanted: LedgerRow['state']) => rows.filter(({ state }) => state === wanted).map(nameOf);
  return checkHistory({
    accepted: namePosts(target.posts(), [...expected, ...rows]),
    ...{ expected: expected.map(nameOf), unknown: of('unknown'), sent: of('sent') },
  });
}

const PATIENCE = 60_000; // milliseconds, of a busy machine
const EVERY = 50; // milliseconds

/** Waits until a condition holds; throws if it does not within a minute, or so many milliseconds. */
export async function until(
  isSo: () => boolean,
  { every = EVERY, within = PATIENCE }: { every?: number; within?: number | undefined } = {},
): Promise<void> {
  for (const began = Date.now(); !isSo(); await pause(every))
    if (Date.now() - began > within)
      throw new Error(`Still not so after ${within / 1000} seconds: ${String(isSo)}`);
}

/** Waits so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
