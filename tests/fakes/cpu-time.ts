/** Returns the milliseconds of CPU time that a function takes, however busy the machine is. */
export function cpuTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Returns the milliseconds of CPU time that the process spends until a promise is kept. */
export async function cpuTimeUntil(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Returns how many times longer a function takes for eight times the size: about 8 if its time grows in proportion. */
export function growth(run: (size: number) => unknown, size: number): number {
  run(size); // compiles it
  return cpuTime(() => run(8 * size)) / cpuTime(() => run(size));
}
