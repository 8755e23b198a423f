import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

// The share of a core that following a folder takes while nothing happens in it, and how soon a new file is found (Linux).
//   npm run build && node tests/bench/looking.ts 40000        (Node 22.18 or later; the number of files)
// A second argument names another build's dist/src/cli.js.
const FILES = Number(process.argv[2] ?? 40_000);
const PROGRAM = process.argv[3] ?? 'dist/src/cli.js';
const FOLDERS = 400;
const SECONDS = 60;
const TICK = 10; // milliseconds

const folder = mkdtempSync(join(tmpdir(), 'dossier-looking-'));
const corpus = join(folder, 'corpus');
for (let at = 0; at < FILES; at++) {
  const place = join(corpus, `c${at % 4}`, `f${at % FOLDERS}`);
  mkdirSync(place, { recursive: true });
  writeFileSync(
    join(place, `${at}.txt`),
    `Harbour ${at} was dredged. The keeper of lamp ${at} lit it at dusk.`,
  );
}
const env = { ...process.env, DOSSIER_CORPUS_DIR: corpus, DOSSIER_DATA_DIR: join(folder, 'data') };
const started = performance.now();
const child = spawn(process.execPath, [PROGRAM, 'chat', '--json'], {
  env,
  stdio: ['pipe', 'pipe', 'inherit'],
});
const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
const first = await ask('Which harbour was dredged?');
say(`first answer after ${inSeconds()}, over ${first.coverage.documents} documents`);
while ((await ask('status')).text.match(/read so far/)) await sleep(1000);
say(`everything read after ${inSeconds()}`);
await sleep(10_000);
const before = cpuTime();
await sleep(SECONDS * 1000);
const share = (cpuTime() - before) / (SECONDS * 1000);
say(`${FILES} files, nothing happens: ${(share * 100).toFixed(2)} % of a core, ${memory()} MB`);
const written = performance.now();
writeFileSync(join(corpus, 'c1', 'f1', 'new.txt'), 'A zeppelin crossed the bay at noon.');
while ((await ask('What did the zeppelin cross?')).kind !== 'answer') await sleep(50);
say(`a new file is found after ${((performance.now() - written) / 1000).toFixed(1)} s`);
child.stdin.end();

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function ask(line: string) {
  child.stdin.write(`${line}\n`);
  const { value } = await lines.next();
  return JSON.parse(value);
}

function inSeconds(): string {
  return `${((performance.now() - started) / 1000).toFixed(0)} s`;
}

/** Processor time of the program in milliseconds. */
function cpuTime(): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

function memory(): number {
  const [, pages] = readFileSync(`/proc/${child.pid}/statm`, 'latin1').split(' ');
  return Math.round((Number(pages) * 4096) / 1e6);
}
