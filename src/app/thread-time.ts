import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';

const TASKS = '/proc/self/task'; // of Linux: a folder for each thread of the process
const TICK = 10; // milliseconds, in which Linux tells processor time (proc(5), stat)

/** The ids of the process's threads; none where the system doesn't list them. */
export function listThreads(): readonly string[] {
  try {
    return readdirSync(TASKS);
  } catch {
    return [];
  }
}

/**
 * Creates a meter of a worker thread's time in milliseconds: what it spends on a processor, and what it idles. What
 * it waits for a processor, as threads do on a busy machine, isn't counted. `before` lists the threads of the process
 * before it was started.
 *
 * Where the system doesn't tell a thread's processor time, it is that of the process without the main thread's, as
 * told from Node.js 22.19 on, before that by its event loop.
 */
export function createThreadMeter(worker: Worker, before: readonly string[]): () => number {
  let own: readonly string[] = [];
  const spentBy = new Map<string, number>(); // also by threads that have ended
  const timeOf = (id: string) => {
    const spent = Math.max(readTime(id), spentBy.get(id) ?? 0);
    spentBy.set(id, spent);
    return spent;
  };
  return () => {
    if (own.length === 0) own = before.length > 0 ? listThreads().filter((id) => !before.includes(id)) : [];
    const spent =
      own.length > 0 ? own.reduce((sum, id) => sum + timeOf(id), 0) : timeOfProcess() - timeOfMain();
    return spent + worker.performance.eventLoopUtilization().idle;
  };
}

/** Reads the processor time of a thread; 0 once it has ended. */
function readTime(id: string): number {
  try {
    const written = readFileSync(`${TASKS}/${id}/stat`, 'latin1');
    const fields = written.slice(written.lastIndexOf(')') + 2).split(' '); // the name before may hold anything
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return 0;
  }
}

function timeOfProcess(): number {
  return milliseconds(process.cpuUsage());
}

function timeOfMain(): number {
  const { threadCpuUsage }: NodeJS.Process & { threadCpuUsage?(): NodeJS.CpuUsage } = process;
  return threadCpuUsage ? milliseconds(threadCpuUsage()) : performance.eventLoopUtilization().active;
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
