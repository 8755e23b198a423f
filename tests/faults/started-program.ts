import { type ChildProcess, spawn } from 'node:child_process';
import { PROGRAM } from '../fakes/program.ts';

/** The built program running `dossier start`, its input held open. */
export interface StartedProgram {
  /** Resolves when it says that it is ready. */
  readonly ready: Promise<void>;
  /** Its standard error so far. */
  readonly complaints: () => string;
  /** Kills it, as a power cut would; resolves when it has ended. */
  kill(): Promise<void>;
  /** Asks it to end; returns its exit code. */
  terminate(): Promise<number | null>;
}

/** How a program is started. */
export interface StartOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Called with each line of standard output. */
  heard?(line: string): void;
}

/** Starts the built program. The caller ends it. */
export function startDossier({ env, heard = () => undefined }: StartOptions): StartedProgram {
  const child = spawn(process.execPath, [PROGRAM, 'start'], { env });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  child.stdin.on('error', () => undefined);
  const ready = new Promise<void>((resolve, reject) => {
    eachLine(child, (line) => {
      if (line.startsWith('Indexed ')) resolve();
      heard(line);
    });
    void ended.then((code) => reject(new Error(`The program ended with ${code}: ${complaints}`)));
  });
  ready.catch(() => undefined);
  const send = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    ...{ ready, complaints: () => complaints },
    kill: async () => void (await send('SIGKILL')),
    terminate: () => send('SIGTERM'),
  };
}

/** Passes on each line as it comes, and the last one even without a line break. */
function eachLine({ stdout }: ChildProcess, tell: (line: string) => void): void {
  let rest = '';
  stdout?.on('data', (chunk) => {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) tell(line);
  });
  stdout?.on('close', () => {
    if (rest !== '') tell(rest);
  });
}
