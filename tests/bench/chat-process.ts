import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

/** The built program. */
export const PROGRAM = resolve('dist/src/cli.js');

/** A program that answers line by line. */
export interface ChatProcess {
  readonly child: ChildProcess;
  /** Ends when the question is answered. */
  ask(question: string): Promise<void>;
}

/** Starts `dossier chat`. */
export function openChat(env: NodeJS.ProcessEnv): ChatProcess {
  const child = spawn(process.execPath, [PROGRAM, 'chat', '--json'], {
    ...{ env, stdio: ['pipe', 'pipe', 'inherit'] },
  });
  process.once('exit', () => child.kill());
  const waiting: (() => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (JSON.parse(line).kind === 'error') throw new Error(line);
    waiting.shift()?.();
  });
  const ask = (question: string) =>
    new Promise<void>((answered) => {
      waiting.push(answered);
      child.stdin.write(`/ask ${question.replace(/\s+/g, ' ')}\n`);
    });
  return { child, ask };
}

/** A process's CPU time in milliseconds (Linux). */
export function spentBy({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** A process's memory in megabytes (Linux). */
export function memoryOf({ pid }: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  return Math.round(Number(kilobytes) / 1000);
}

/** The value that a share of sorted values does not exceed. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
