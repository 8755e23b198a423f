import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach } from 'vitest';
import { environmentFor, PROGRAM, type Reply, type Settings } from './program.ts';

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** The built program while it runs, a line at a time. */
export interface RunningProgram {
  /** Types a line and waits for its reply. */
  say(line: string): Promise<Reply>;
  /** The line that the program prints next. */
  line(): Promise<string>;
  kill(): Promise<void>;
  end(): Promise<number | null>;
}

/** Starts the built program and keeps its input open; it is killed after the test. */
export function startProgram(args: readonly string[], settings: Settings): RunningProgram {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: environmentFor(settings) });
  running.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.on('error', () => {});
  const line = async () => {
    const next = await lines.next();
    if (next.done) throw new Error('The program has ended.');
    return next.value;
  };
  return {
    line,
    async say(text) {
      child.stdin.write(`${text}\n`);
      return JSON.parse(await line());
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async end() {
      child.stdin.end();
      return ended;
    },
  };
}
