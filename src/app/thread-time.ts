import { performance } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';

/**
 * Creates a meter of a worker thread's time in milliseconds: what it spends on a processor, and what it idles. What
 * it waits for a processor, as threads do on a busy machine, isn't counted.
 *
 * Node.js tells the processor time of the whole process, so that of the main thread is taken off: as it is told from
 * Node.js 22.19 on, before that by its event loop (which counts waiting too, so that a document is never refused for it).
 */
export function createThreadMeter(worker: Worker): () => number {
  return () =>
    milliseconds(process.cpuUsage()) - mainThread() + worker.performance.eventLoopUtilization().idle;
}

function mainThread(): number {
  const { threadCpuUsage }: NodeJS.Process & { threadCpuUsage?(): NodeJS.CpuUsage } = process;
  return threadCpuUsage ? milliseconds(threadCpuUsage()) : performance.eventLoopUtilization().active;
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
