import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgresStore } from '../../src/stores/sql/postgres.ts';
import { openSqliteStore } from '../../src/stores/sql/sqlite.ts';
import { createSubscription } from '../fakes/subscriptions.ts';
import { standInForDiscord, standInForSlack } from './stand-ins.ts';

// Many digests due in one minute: how long they take, what it costs, and how quick all else is meanwhile.
//   npm run build && node tests/bench/digests.ts discord 10000        (Node 22.18 or later; or slack)
//   DATABASE_URL=postgres://… takes an empty database in place of SQLite; PROFILE=folder writes a CPU profile there
const [platform = 'discord', given = '10000'] = process.argv.slice(2);
const COUNT = Number(given);
const PORT = 38_000 + (process.pid % 1000);
const TICKS = 100; // of CPU time in a second, on Linux
const GIVE_UP = 1_800_000; // milliseconds
const say = (line: string) => void process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
const dataDir = join(folder, 'data');
const clock = join(folder, 'clock');
const delays = join(folder, 'delays');
mkdirSync(dataDir);
const taken = new Map<string, number>();
let [first, last, looks] = [0, 0, 0];
const witness = {
  posted(key: string) {
    taken.set(key, (taken.get(key) ?? 0) + 1);
    last = performance.now();
    first ||= last;
  },
  looked: () => void looks++,
};
const standIn = await (platform === 'slack' ? standInForSlack : standInForDiscord)(witness);

await order();
writeFileSync(clock, '2026-11-24T07:59:00.000Z');
const child = start();
await serving(child);
await sleep(5000);
say(`idle: ${memory('VmRSS')} MB`);
const before = { cpu: cpu(), at: performance.now() };
writeFileSync(clock, '2026-11-24T08:00:00.000Z');
const quick = await watch();
const used = cpu() - before.cpu;
const twice = [...taken.values()].filter((times) => times > 1).length;
say(`${taken.size} of ${COUNT} posted, ${twice} of them twice; ${looks} looks at channels`);
say(`first after ${sec(first - before.at)}, last after ${sec(last - before.at)}; ${perSecond()} a second`);
say(`CPU ${sec(used)}, ${(used / COUNT).toFixed(1)} ms each; memory at most ${memory('VmHWM')} MB`);
say(
  `/healthz ${spread(quick.health)}; a brief acknowledged ${spread(quick.acks)}, there ${spread(quick.answers)}`,
);
const asked = performance.now();
child.kill('SIGTERM');
await new Promise((done) => child.once('close', done));
say(`event loop late by ${readFileSync(delays, 'utf8')}; ended after ${sec(performance.now() - asked)}`);
await standIn.close();
rmSync(folder, { recursive: true, force: true });

/** All of them at 08:00, and none before. */
async function order(): Promise<void> {
  const url = process.env.DATABASE_URL ?? '';
  const { store } = await (url === '' ? openSqliteStore(dataDir, new Date()) : openPostgresStore(url));
  const since = new Date('2026-11-24T07:00:00Z');
  for (let nth = 0; nth < COUNT; nth++) {
    const { number: _, ...subscription } = createSubscription({
      channel: standIn.channel(nth),
      since,
      owner: '',
    });
    await store.subscriptions.add({ ...subscription, topic: 'nato-asia' });
  }
  await store.upkeep.close();
}

function start(): ChildProcess {
  const watcher = `import { monitorEventLoopDelay } from 'node:perf_hooks';
    import { writeFileSync } from 'node:fs';
    const late = monitorEventLoopDelay({ resolution: 10 });
    setTimeout(() => late.enable(), 6000).unref();
    const ms = (nanoseconds) => Math.round(nanoseconds / 1e6) + ' ms';
    process.on('SIGTERM', () => late.disable());
    process.on('exit', () => writeFileSync(${JSON.stringify(delays)},
      'p50 ' + ms(late.percentile(50)) + ', p99 ' + ms(late.percentile(99)) + ', at most ' + ms(late.max)));`;
  const profile = process.env.PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${resolve(process.env.PROFILE)}`] : [];
  const args = ['--import', `data:text/javascript,${encodeURIComponent(watcher)}`, ...profile];
  return spawn(process.execPath, [...args, resolve('dist/src/cli.js'), 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...{ PATH: process.env.PATH, DATABASE_URL: process.env.DATABASE_URL ?? '', PORT: String(PORT) },
      ...{ DOSSIER_CORPUS_DIR: resolve('corpus'), DOSSIER_DATA_DIR: dataDir, ...standIn.settings },
      ...{ DOSSIER_CLOCK_FILE: clock, DOSSIER_TICK_SECONDS: '1' },
    },
  });
}

function serving({ stdout }: ChildProcess): Promise<void> {
  return new Promise((done) => stdout?.on('data', (chunk) => String(chunk).includes('serves') && done()));
}

/** Asks for other things until all is posted, and says how many milliseconds each took. */
async function watch() {
  const [health, acks, answers]: number[][] = [[], [], []];
  const end = performance.now() + GIVE_UP;
  while (taken.size < COUNT && performance.now() < end && existsSync(`/proc/${child.pid}`)) {
    health?.push(await timed(() => fetch(`http://127.0.0.1:${PORT}/healthz`)));
    const asked = standIn.ask();
    const begun = performance.now();
    asked.acknowledged.then(
      () => acks?.push(performance.now() - begun),
      () => acks?.push(Number.POSITIVE_INFINITY),
    );
    answers?.push(await timed(() => asked.finished(60_000)));
    await sleep(6000); // more would be too many for one person
  }
  await sleep(2000);
  return { health: health ?? [], acks: acks ?? [], answers: answers ?? [] };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

/** Milliseconds of CPU time that the program has used. */
function cpu(): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
}

function memory(what: 'VmRSS' | 'VmHWM'): number {
  const [, kilobytes = ''] =
    new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return `p50 ${at(0.5)} ms, at most ${at(1)} ms (${times.length})`;
}

function sec(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function perSecond(): string {
  return (COUNT / ((last - first) / 1000)).toFixed(1);
}
