import type { Chat, ChatAdapter } from '../core/bot/chat-adapter.ts';
import { report } from './operator.ts';

/** What runs the platforms. */
export interface RunOptions {
  /** What an adapter is started with. */
  chatFor(adapter: ChatAdapter): Chat;
  /** A signal to the process stops the platforms; without it the process ends at once. */
  readonly onSignals: boolean;
  /** Stops what runs alongside the platforms. */
  stopAlongside(): Promise<void>;
}

/**
 * Runs platforms until each has ended, or the process is asked to end. One that can't run doesn't stop the others; if all
 * fail, the last failure is thrown.
 */
export async function runPlatforms(adapters: readonly ChatAdapter[], options: RunOptions): Promise<void> {
  const failures: unknown[] = [];
  let running = adapters.length;
  const runOne = async (adapter: ChatAdapter) => {
    try {
      await adapter.start(options.chatFor(adapter));
    } catch (cause) {
      failures.push(cause);
      if (running > 1) report(cause);
    }
    running--;
  };
  let stopped: Promise<unknown> | undefined;
  const stop = () => {
    stopped ??= Promise.all([options.stopAlongside(), ...adapters.map((adapter) => adapter.stop())]);
    return stopped;
  };
  const release = options.onSignals ? onSignal(() => stop().catch(report)) : () => {};
  await Promise.all(adapters.map(runOne));
  await stop();
  release();
  if (failures.length > 0 && failures.length === adapters.length) throw failures.at(-1);
}

const GRACE = 9000; // milliseconds; a supervisor kills the process ten seconds after asking it to end

/** Calls back when the process is asked to end; asked a second time it ends at once. */
function onSignal(callback: () => void): () => void {
  const end = () => {
    release();
    setTimeout(() => process.exit(1), GRACE).unref();
    callback();
  };
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return release;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
