import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { PROGRAM } from '../fakes/program.ts';

/** One of several processes of the built program; it can be killed, suspended and started again. */
export interface Instance {
  /** Starts it, and waits until it is ready. */
  start(): Promise<void>;
  /** Kills it, as a power cut would. */
  kill(): Promise<void>;
  /** Suspends it (SIGSTOP) until it is resumed. */
  pause(): void;
  wake(): void;
  /** Asks it to end; returns its exit code. */
  terminate(): Promise<number | null>;
  isRunning(): boolean;
  /** Whether `/healthz` responds within two seconds. */
  isHealthy(): Promise<boolean>;
  /** Its standard error so far. */
  complaints(): string;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

/** Creates an instance with settings and a port of its own, not yet started. */
export async function createInstance(settings: Readonly<Record<string, string>>): Promise<Instance> {
  const port = await freePort();
  const env = { PATH: process.env.PATH ?? '', ...settings, PORT: String(port) };
  let running: Running | null = null;
  let complaints = '';
  const hear = (chunk: unknown) => {
    complaints += String(chunk);
  };
  const end = async (signal: NodeJS.Signals) => {
    running?.child.kill(signal);
    return running ? running.ended : null;
  };
  return {
    async start() {
      const child = spawn(process.execPath, [PROGRAM, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      child.stderr.on('data', hear);
      running = { child, ended: new Promise((resolve) => child.once('close', resolve)) };
      await serving(child, () => complaints);
    },
    kill: async () => void (await end('SIGKILL')),
    terminate: () => end('SIGTERM'),
    pause: () => void running?.child.kill('SIGSTOP'),
    wake: () => void running?.child.kill('SIGCONT'),
    isRunning: () => running?.child.exitCode === null && running.child.signalCode === null,
    isHealthy: () =>
      fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
        ({ ok }) => ok,
        () => false,
      ),
    complaints: () => complaints,
  };
}

/** Waits until a program says that it is ready. */
function serving(child: ChildProcess, complaints: () => string): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('Indexed ')) resolve();
    });
    child.once('close', (code) => reject(new Error(`The program ended with ${code}: ${complaints()}`)));
  });
}

/** A free port. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  return address.port;
}
