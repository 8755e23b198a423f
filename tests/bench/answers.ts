import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import process from 'node:process';
import { memoryOf, openChat, quantile, spentBy } from './chat-process.ts';

// What whole answers cost on a corpus that is indexed, one after the other in one conversation:
//   npm run build
//   DOSSIER_CORPUS_DIR=/tmp/large/corpus DOSSIER_DATA_DIR=/tmp/large/data node dist/src/cli.js index
//   DOSSIER_CORPUS_DIR=/tmp/large/corpus DOSSIER_DATA_DIR=/tmp/large/data node tests/bench/answers.ts /tmp/large/questions.txt 200
// (Node 22.18 or later; a question on each line; the first 50 warm up)
const WARM = 50;

const [file = 'questions.txt', count = '200'] = process.argv.slice(2);
const questions = readFileSync(file, 'utf8').trim().split('\n');
const { child, ask } = openChat({ ...process.env, PORT: 'off' });

const began = performance.now();
await ask(questions[0] ?? '');
report(`first answer after ${(performance.now() - began).toFixed(0)} ms, ${spentBy(child)} ms of CPU time`);
for (const question of questions.slice(1, WARM)) await ask(question);

const [spentBefore, times]: [number, number[]] = [spentBy(child), []];
for (const question of questions.slice(WARM, WARM + Number(count))) {
  const asked = performance.now();
  await ask(question);
  times.push(performance.now() - asked);
}
const cpu = (spentBy(child) - spentBefore) / times.length;
times.sort((a, b) => a - b);
const at = (share: number) => quantile(times, share).toFixed(0);
report(
  `${times.length} answers: ${cpu.toFixed(1)} ms of CPU time each; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms`,
);
report(`memory ${memoryOf(child)} MB; load ${loadavg()[0]?.toFixed(1)}`);
child.kill();

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
