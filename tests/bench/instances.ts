import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { askQuestions, readSentences, recombine } from './large-corpus.ts';

// How long whole answers take when several instances share an index in PostgreSQL, and which CPU time they cost:
//   npm run build && node tests/bench/instances.ts postgres://… 10000     (Node 22.18 or later; an empty database, passages)
// RATE: questions a second of all instances together; SECONDS; INSTANCES. They wait for one another at each instance.
const [database = '', passages = '10000'] = process.argv.slice(2);
const RATE = Number(process.env.RATE ?? 50);
const SECONDS = Number(process.env.SECONDS ?? 20);
const INSTANCES = Number(process.env.INSTANCES ?? 3);
const WARM = 10; // questions to each instance before it is measured
const PROGRAM = resolve('dist/src/cli.js');

const sentences = readSentences();
const folder = mkdtempSync(join(tmpdir(), 'dossier-instances-'));
const corpus = join(folder, 'corpus');
writeCorpus();
execFileSync(process.execPath, [PROGRAM, 'index'], {
  env: settingsFor(0),
  stdio: ['ignore', 'inherit', 'inherit'],
});

const instances = Array.from({ length: INSTANCES }, (_, at) => open(at));
const questions = askQuestions(sentences, RATE * SECONDS + WARM * INSTANCES);
for (const [at, { ask }] of instances.entries())
  for (const question of questions.slice(at * WARM, (at + 1) * WARM)) await ask(question);

const spentBefore = instances.map(({ child }) => spent(child));
const [begun, taken]: [number, Promise<number>[]] = [performance.now(), []];
for (const [at, question] of questions.slice(WARM * INSTANCES).entries()) {
  await sleep(begun + (at * 1000) / RATE - performance.now());
  const asked = performance.now();
  const { ask } = instances[at % INSTANCES] as (typeof instances)[number];
  taken.push(ask(question).then(() => performance.now() - asked));
}
const times = (await Promise.all(taken)).sort((a, b) => a - b);
const seconds = (performance.now() - begun) / 1000;
const cpu = instances.reduce((sum, { child }, at) => sum + spent(child) - (spentBefore[at] ?? 0), 0);
const at = (share: number) => times[Math.ceil(times.length * share) - 1]?.toFixed(0);
report(
  `${times.length} answers in ${seconds.toFixed(1)} s: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms`,
);
report(
  `${(cpu / times.length).toFixed(1)} ms of the instances' CPU time an answer; load ${loadavg()[0]?.toFixed(1)}`,
);
report(`memory of each: ${instances.map(({ child }) => memory(child)).join(', ')} MB`);
for (const { child } of instances) child.kill();
rmSync(folder, { recursive: true, force: true });

function writeCorpus(): void {
  for (const { document } of recombine(sentences, Number(passages))) {
    const file = join(corpus, `${document.id}.txt`);
    if (!existsSync(join(file, '..'))) mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, document.text);
  }
}

function settingsFor(instance: number) {
  const own = { DOSSIER_CORPUS_DIR: corpus, DOSSIER_DATA_DIR: join(folder, `data-${instance}`) };
  return { PATH: process.env.PATH, ...own, DATABASE_URL: database, DOSSIER_INDEX: 'postgres', PORT: 'off' };
}

/** Starts an instance that answers line by line. */
function open(instance: number) {
  const child = spawn(process.execPath, [PROGRAM, 'chat', '--json'], {
    ...{ env: settingsFor(instance), stdio: ['pipe', 'pipe', 'inherit'] },
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
function spent({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function memory({ pid }: ChildProcess): string {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  return (Number(kilobytes) / 1000).toFixed(0);
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
