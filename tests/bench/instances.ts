import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryOf, openChat, PROGRAM, quantile, spentBy } from './chat-process.ts';
import { askQuestions, readSentences } from './large-corpus.ts';
import { writeCorpus } from './write-corpus.ts';

// How long whole answers take when several instances share an index in PostgreSQL, and which CPU time they cost:
//   npm run build && node tests/bench/instances.ts postgres://… 10000     (Node 22.18 or later; an empty database, passages)
// RATE: questions a second of all instances together; SECONDS; INSTANCES. They wait for one another at each instance.
const [database = '', passages = '10000'] = process.argv.slice(2);
const RATE = Number(process.env.RATE ?? 50);
const SECONDS = Number(process.env.SECONDS ?? 20);
const INSTANCES = Number(process.env.INSTANCES ?? 3);
const WARM = 10; // questions to each instance before it is measured

const sentences = readSentences();
const folder = mkdtempSync(join(tmpdir(), 'dossier-instances-'));
const corpus = join(folder, 'corpus');
writeCorpus(corpus, Number(passages), sentences);
execFileSync(process.execPath, [PROGRAM, 'index'], {
  env: settingsFor(0),
  stdio: ['ignore', 'inherit', 'inherit'],
});

const instances = Array.from({ length: INSTANCES }, (_, at) => openChat(settingsFor(at)));
const questions = askQuestions(sentences, RATE * SECONDS + WARM * INSTANCES);
for (const [at, { ask }] of instances.entries())
  for (const question of questions.slice(at * WARM, (at + 1) * WARM)) await ask(question);

const spentBefore = instances.map(({ child }) => spentBy(child));
const [begun, taken]: [number, Promise<number>[]] = [performance.now(), []];
for (const [at, question] of questions.slice(WARM * INSTANCES).entries()) {
  await sleep(begun + (at * 1000) / RATE - performance.now());
  const asked = performance.now();
  const { ask } = instances[at % INSTANCES] as (typeof instances)[number];
  taken.push(ask(question).then(() => performance.now() - asked));
}
const times = (await Promise.all(taken)).sort((a, b) => a - b);
const seconds = (performance.now() - begun) / 1000;
const cpu = instances.reduce((sum, { child }, at) => sum + spentBy(child) - (spentBefore[at] ?? 0), 0);
const at = (share: number) => quantile(times, share).toFixed(0);
report(
  `${times.length} answers in ${seconds.toFixed(1)} s: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms`,
);
report(
  `${(cpu / times.length).toFixed(1)} ms of the instances' CPU time an answer; load ${loadavg()[0]?.toFixed(1)}`,
);
report(`memory of each: ${instances.map(({ child }) => memoryOf(child)).join(', ')} MB`);
for (const { child } of instances) child.kill();
rmSync(folder, { recursive: true, force: true });

function settingsFor(instance: number) {
  const own = { DOSSIER_CORPUS_DIR: corpus, DOSSIER_DATA_DIR: join(folder, `data-${instance}`) };
  return { PATH: process.env.PATH, ...own, DATABASE_URL: database, DOSSIER_INDEX: 'postgres', PORT: 'off' };
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
