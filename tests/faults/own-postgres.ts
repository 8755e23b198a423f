import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './instance.ts';

/** A PostgreSQL server of the test's own, which may be killed. */
export interface OwnPostgres {
  readonly url: string;
  /** Ends it at once, as a power cut does. */
  kill(): void;
  /** Suspends it and all its processes (SIGSTOP) until it is resumed: it accepts connections, and says nothing. */
  pause(): void;
  wake(): void;
  /** Starts it again after it was killed. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  close(): Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0; // which PostgreSQL refuses to run as
const ATTEMPTS = 50;
const PAUSE = 200; // milliseconds; the processes of a server that was killed take a while to notice

/** Why there can be none; null where there can. */
export function whyNoOwnPostgres(): string | null {
  if (binaries() === null) return `needs PostgreSQL's programs in ${INSTALLED}`;
  return !isRoot || hasUser() ? null : 'needs a user postgres';
}

/** Makes a server on a free port, and starts it. */
export function startOwnPostgres(): Promise<OwnPostgres> {
  return startIn((data) => `initdb -D ${data} -U postgres -A trust --no-sync`);
}

/** Makes a read replica of such a server, and starts it. */
export function startReplicaOf({ url }: OwnPostgres): Promise<OwnPostgres> {
  const { hostname, port } = new URL(url);
  return startIn((data) => `pg_basebackup -D ${data} -R -c fast -h ${hostname} -p ${port} -U postgres`);
}

async function startIn(makes: (data: string) => string): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-postgres-'));
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  const data = join(folder, 'data');
  const port = await freePort();
  await run(makes(data));
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  const begin = () => run(`pg_ctl -D ${data} -l ${folder}/log -w -o '${options}' start`);
  await begin();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    kill: () => void process.kill(serverOf(data), 'SIGKILL'),
    pause: () => signal(processesOf(data), 'SIGSTOP'),
    wake: () => signal(processesOf(data), 'SIGCONT'),
    start: () => patiently(begin),
    async close() {
      await run(`pg_ctl -D ${data} -m immediate stop`).catch(() => undefined); // it may be down already
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serverOf(data: string): number {
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The server, and the processes of its connections. */
function processesOf(data: string): readonly number[] {
  const server = serverOf(data);
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8');
  return [server, ...children.split(' ').filter(Boolean).map(Number)];
}

function signal(processes: readonly number[], name: NodeJS.Signals): void {
  for (const each of processes) process.kill(each, name);
}

async function patiently(begin: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await begin();
    } catch (cause) {
      if (tried === ATTEMPTS) throw cause;
      await sleep(PAUSE);
    }
  }
}

async function run(command: string): Promise<void> {
  const line = `${binaries()}/${command} </dev/null >/dev/null 2>&1`;
  const [program, args] = isRoot ? ['su', ['postgres', '-c', line]] : ['sh', ['-c', line]];
  await promisify(execFile)(program, args, { cwd: tmpdir() });
}

function binaries(): string | null {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort() : [];
  const found = versions.map((version) => join(INSTALLED, version, 'bin'));
  return found.filter((folder) => existsSync(join(folder, 'initdb'))).at(-1) ?? null;
}

function hasUser(): boolean {
  return readFileSync('/etc/passwd', 'utf8').includes('\npostgres:');
}
