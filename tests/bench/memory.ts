import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { askQuestions, readSentences, recombine } from './large-corpus.ts';

// The memory of one process over time, while it is asked and its folder changes (Linux):
//   npm run build && node tests/bench/memory.ts 60 10000       (Node 22.18 or later; minutes, passages)
// PROGRAM names another build's dist/src/cli.js; DOSSIER_INDEX another place than sqlite.
const [minutes = '60', passages = '10000'] = process.argv.slice(2);
const PROGRAM = resolve(process.env.PROGRAM ?? 'dist/src/cli.js');
const EVERY = { question: 1500, change: 3000, line: 60_000 }; // milliseconds

const sentences = readSentences();
const folder = mkdtempSync(join(tmpdir(), 'dossier-memory-'));
const corpus = join(folder, 'corpus');
const files = writeCorpus();
const env = {
  ...{ PATH: process.env.PATH, DOSSIER_CORPUS_DIR: corpus, DOSSIER_DATA_DIR: join(folder, 'data') },
  ...{ DOSSIER_INDEX: process.env.DOSSIER_INDEX ?? 'sqlite' },
};
execFileSync(process.execPath, [PROGRAM, 'index'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
const child = spawn(process.execPath, [PROGRAM, 'chat', '--json'], {
  env,
  stdio: ['pipe', 'pipe', 'inherit'],
});
process.once('exit', () => {
  child.kill();
  rmSync(folder, { recursive: true, force: true });
});
const questions = askQuestions(sentences, 5000);
let asked = 0;
let answers = 0;
let changes = 0;
createInterface({ input: child.stdout }).on('line', (line) => {
  if (JSON.parse(line).kind === 'error') throw new Error(line);
  answers++;
});

const begun = performance.now();
const timers = [
  setInterval(ask, EVERY.question),
  setInterval(change, EVERY.change),
  setInterval(print, EVERY.line),
];
await sleep(Number(minutes) * 60_000);
print();
for (const timer of timers) clearInterval(timer);
child.kill();

function writeCorpus(): readonly string[] {
  return [...recombine(sentences, Number(passages))].map(({ document }) => {
    const file = join(corpus, `${document.id}.txt`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, document.text);
    return file;
  });
}

/** A question, or now and then what else people ask for. */
function ask(): void {
  const question = questions[asked % questions.length] ?? '';
  const line = asked % 20 === 19 ? '/new' : `/ask ${question.replace(/\s+/g, ' ')}`;
  child.stdin.write(`${line}\n`);
  asked++;
}

/** Writes a file anew: another sentence at its end, or its first text with a new beginning. */
function change(): void {
  const file = files[(changes * 7919) % files.length] ?? '';
  const [sentence = ''] = sentences.slice((changes * 31) % sentences.length);
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.length > 20_000 ? `${sentence}\n\n${text.slice(0, 4000)}` : `${text}\n\n${sentence}`,
  );
  changes++;
}

function print(): void {
  const status = readFileSync(`/proc/${child.pid}/status`, 'latin1');
  const megabytes = (name: string) =>
    (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1000).toFixed(0);
  const at = ((performance.now() - begun) / 60_000).toFixed(1);
  process.stdout.write(
    `${at} min: ${megabytes('VmRSS')} MB (at most ${megabytes('VmHWM')}), ${answers} answers, ${changes} changes\n`,
  );
}
