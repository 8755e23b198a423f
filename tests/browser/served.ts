import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { environmentFor, PROGRAM } from '../fakes/program.ts';

/** The built program, which serves its page and nothing else: nobody can type. */
export interface Served {
  readonly address: string;
  /** Sets its clock, which runs on. */
  setClock(instant: string): void;
  /** Kills it, and starts it again on the same data. */
  restart(): Promise<void>;
}

const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the program on a port of its own; it is killed after the tests. */
export async function serveDossier(corpus?: string): Promise<Served> {
  const [folder, port] = [createFolder(), await freePort()];
  const address = `http://127.0.0.1:${port}`;
  const clock = join(folder, 'clock');
  const settings = { data: join(folder, 'data'), ...(corpus !== undefined && { corpus }) };
  const timing = { DOSSIER_CLOCK_FILE: clock, DOSSIER_TICK_SECONDS: '1', DOSSIER_TIMEZONE: 'UTC' };
  const env = { ...environmentFor(settings), ...timing, PORT: `${port}` };
  const setClock = (instant: string) => writeFileSync(clock, instant);
  setClock('2026-11-24T14:00:00Z');
  let child: ChildProcess | null = null;
  const start = async () => {
    child = spawn(process.execPath, [PROGRAM, 'start'], {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    running.add(child);
    await vi.waitFor(() => mustAnswer(address), { timeout: 60_000, interval: 100 });
  };
  await start();
  return {
    address,
    setClock,
    async restart() {
      const ended = new Promise((resolve) => child?.once('close', resolve));
      child?.kill('SIGKILL');
      await ended;
      await start();
    },
  };
}

async function mustAnswer(address: string): Promise<void> {
  const { status } = await fetch(address);
  if (status !== 200) throw new Error(`The page is not there: ${status}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
