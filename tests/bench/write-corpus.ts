import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { askQuestions, readSentences, recombine } from './large-corpus.ts';

// Writes a folder of text files with so many passages, and 1,000 questions beside it, a line each:
//   node tests/bench/write-corpus.ts 1000000 /tmp/large/corpus     (Node 22.18 or later)
const FOLDERS = 26; // the collections; the last ones of a small corpus stay empty
const FILES = 500; // in a row that go into one folder

/** Writes the documents of a made-up corpus into a folder. */
export function writeCorpus(folder: string, passages: number, sentences = readSentences()): void {
  let written = 0;
  for (const { document } of recombine(sentences, passages)) {
    const collection = `desk-${Math.floor(written++ / FILES) % FOLDERS}`;
    const file = join(folder, collection, `${document.id.replaceAll('/', '-')}.txt`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, document.text);
  }
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const [passages, folder = 'corpus'] = process.argv.slice(2);
  const sentences = readSentences();
  writeCorpus(folder, Number(passages), sentences);
  writeFileSync(join(folder, '..', 'questions.txt'), `${askQuestions(sentences, 1000).join('\n')}\n`);
}
