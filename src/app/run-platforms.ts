import { createChat } from '../core/bot/chat.ts';
import type { ChatAdapter } from '../core/bot/chat-adapter.ts';
import type { Core } from '../core/bot/core.ts';
import { createRateLimits } from '../core/bot/rate-limits.ts';

/**
 * Runs platforms until each has ended, or the process is asked to end. One that can't run does not hinder the others;
 * when none is left, the failure of the last is everybody's. What runs beside them is stopped when they are.
 */
export async function runPlatforms(
  adapters: readonly ChatAdapter[],
  core: Core,
  stopBeside: () => Promise<void> = async () => {},
): Promise<void> {
  const limits = createRateLimits();
  let running = adapters.length;
  const failures: unknown[] = [];
  const runOne = async (adapter: ChatAdapter) => {
    try {
      await adapter.start(createChat(core, isLocal(adapter) ? null : limits));
    } catch (cause) {
      failures.push(cause);
      if (running > 1) core.report(cause instanceof Error ? cause : new Error(String(cause)));
    }
    running--;
  };
  let stopped: Promise<unknown> | undefined;
  const stop = () => {
    stopped ??= Promise.all([stopBeside(), ...adapters.map((adapter) => adapter.stop())]);
    return stopped;
  };
  const release = adapters.every(isLocal) ? () => {} : onSignal(() => stop().catch(core.report));
  await Promise.all(adapters.map(runOne));
  await stop();
  release();
  if (failures.length > 0 && failures.length === adapters.length) throw failures.at(-1);
}

/** The chat at this machine: nobody is in anybody's way, and the end of the process ends it. */
function isLocal({ platform }: ChatAdapter): boolean {
  return platform === 'terminal';
}

const PATIENCE_AT_END = 9000; // milliseconds; whoever asked a process to end kills it after ten seconds

/** Calls back when the process is asked to end; a second time it ends at once. */
function onSignal(callback: () => void): () => void {
  const end = () => {
    release();
    setTimeout(() => process.exit(1), PATIENCE_AT_END).unref();
    callback();
  };
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return release;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
