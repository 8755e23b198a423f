import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { createThreadMeter, listThreads } from '../../src/app/thread-time.ts';

let worker: Worker | null = null;

afterEach(async () => {
  await worker?.terminate();
  worker = null;
});

/** Starts a thread that runs code, tells it, and stays: the time of one that has ended can't be read. */
async function start(code: string): Promise<() => number> {
  const before = listThreads();
  const script = `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', () => { ${code}; parentPort.postMessage('done'); });
    parentPort.postMessage('ready');`;
  worker = new Worker(script, { eval: true });
  await said(worker);
  return createThreadMeter(worker, before);
}

async function said(thread: Worker): Promise<void> {
  await new Promise((resolve) => thread.once('message', resolve));
}

test('counts what a thread computes, whatever else the machine does', async () => {
  const meter = await start('let sum = 0; for (let at = 0; at < 1e8; at++) sum = (sum + at) % 1_000_003;');
  const before = meter();
  const done = said(worker as Worker);
  worker?.postMessage('go');
  await done;
  expect(meter() - before).toBeGreaterThan(100);
});

test('counts what a thread idles', async () => {
  const meter = await start('');
  const before = meter();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(meter() - before).toBeGreaterThan(100);
});

test('does not count what the main thread computes', async () => {
  const meter = await start('for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)');
  worker?.postMessage('go');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const before = meter();
  const { user } = process.cpuUsage();
  while (process.cpuUsage().user - user < 500_000);
  expect(meter() - before).toBeLessThan(250);
});
