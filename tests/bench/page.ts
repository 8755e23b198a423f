import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// How long the chat page takes at 50 requests a second for a minute, every fifth a line to answer:
//   npm run build && node tests/bench/page.ts        (Node 22.18 or later)
const RATE = Number(process.env.RATE ?? 50); // requests a second
const SECONDS = Number(process.env.SECONDS ?? 60);
const BROWSERS = 20;
const PORT = Number(process.env.PORT ?? 3456);
const address = `http://127.0.0.1:${PORT}`;
const PATHS: Readonly<Record<string, string>> = {
  page: '/',
  completion: '/complete?line=/brief%20',
  inbox: '/inbox',
};
const LINES = [
  '/brief nato-asia',
  'What does France think?',
  'And China?',
  'Who pays for the office?',
  'more',
  '/help',
];

const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
const env = { PATH: process.env.PATH, PORT: String(PORT), DOSSIER_CORPUS_DIR: resolve('corpus') };
const child = spawn(process.execPath, [resolve('dist/src/cli.js'), 'start'], {
  ...{ stdio: ['ignore', 'ignore', 'inherit'], cwd: folder, env },
});
process.once('exit', () => child.kill());
await serving();

const cookies = await Promise.all(Array.from({ length: BROWSERS }, begin));
const spentBefore = spent();
const taken: Record<string, number[]> = {};
const [begun, all]: [number, Promise<void>[]] = [performance.now(), []];
for (let nth = 0; nth < RATE * SECONDS; nth++) {
  await sleep(begun + (nth * 1000) / RATE - performance.now());
  all.push(time(nth));
}
await Promise.all(all);
process.stdout.write(`${((spent() - spentBefore) / all.length).toFixed(1)} ms of CPU time a request\n`);
const everything = Object.values(taken).flat();
for (const [what, times] of Object.entries({ ...taken, all: everything })) {
  const at = (share: number) =>
    times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1]?.toFixed(1);
  const line = `${what}: ${times.length} requests, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms`;
  process.stdout.write(`${line}\n`);
}

child.kill();
rmSync(folder, { recursive: true, force: true });

/** The program's CPU time in milliseconds, where the system tells it (Linux). */
function spent(): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function serving(): Promise<void> {
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(100);
  }
}

/** A browser's cookie. */
async function begin(): Promise<string> {
  const response = await send('/help', '');
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Every fifth request is a line to answer; the others load the page, complete a command, or look into the inbox. */
async function time(nth: number): Promise<void> {
  const cookie = cookies[nth % BROWSERS] ?? '';
  const asked = performance.now();
  const what = ['answer', 'page', 'completion', 'inbox', 'completion'][nth % 5] ?? '';
  const response = await (what === 'answer'
    ? send(LINES[Math.floor(nth / 5) % LINES.length] ?? '', cookie)
    : fetch(`${address}${PATHS[what]}`, { headers: { cookie } }));
  await response.text();
  if (response.status !== 200) throw new Error(`${what}: ${response.status}`);
  taken[what] = [...(taken[what] ?? []), performance.now() - asked];
}

function send(line: string, cookie: string): Promise<Response> {
  const headers = { origin: address, cookie, 'x-in-place': '1' };
  return fetch(`${address}/say`, { method: 'POST', headers, body: new URLSearchParams({ line }) });
}
