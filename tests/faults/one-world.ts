import { afterEach } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { createFaultWorld, type FaultWorld, FIRST_DATE } from './fault-world.ts';
import { dueOn } from './scheduled-digests.ts';
import type { StartedProgram } from './started-program.ts';
import { createBothTarget, type Target } from './target.ts';

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Both platforms, as one target of a test. */
export type Both = Awaited<ReturnType<typeof createBothTarget>>;

/** Both platforms with so many channels each, and a digest due in every channel a minute past six. */
export async function openBoth(
  channels: number,
  { slowest = 0, settings = {} }: { slowest?: number; settings?: Readonly<Record<string, string>> } = {},
): Promise<FaultWorld<Both>> {
  const target = () => createBothTarget(channels, slowest);
  const world = await createFaultWorld({ folder: createFolder(), target, settings });
  closing.push(world.target.close);
  return world;
}

/** Starts the program, and kills it after the test; resolves when it is ready. */
export async function started<Its extends Target>(world: FaultWorld<Its>): Promise<StartedProgram> {
  const program = world.start();
  closing.push(program.kill);
  await program.ready;
  return program;
}

/** Makes the editions of a date due. */
export function jumpToDue<Its extends Target>(world: FaultWorld<Its>, date = FIRST_DATE): void {
  const [digest] = world.digests;
  if (digest) world.jump(dueOn(digest, date));
}

/** What is wrong if each digest was due once on each of these dates. */
export function wrongs<Its extends Target>(world: FaultWorld<Its>, dates: readonly string[] = [FIRST_DATE]) {
  const expected = dates.flatMap((slot) => world.digests.map((digest) => ({ ...digest, slot })));
  const { once, ...wrong } = world.check(expected);
  return { missing: expected.length - once, ...wrong, violations: world.target.violations() };
}

/** Nothing is wrong. */
export const NOTHING = { missing: 0, lost: [], doubled: [], unexpected: [], unknown: [], violations: [] };
