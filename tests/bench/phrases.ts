import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import { findPhrases } from '../../src/core/library/documents/find-phrases.ts';
import { findSentences } from '../../src/core/library/documents/find-sentences.ts';
import type { Scope } from '../../src/core/library/library.ts';
import { openStoredLibrary } from '../../src/core/library/stored/stored-library.ts';
import { phrasesIn } from '../../src/core/text/phrases.ts';
import { openCorpusFile } from '../../src/stores/sql/corpus/open-corpus.ts';
import { readSentences, recombine } from './large-corpus.ts';

// How long a search by phrase takes, and by a list of phrases, over documents in SQLite:
//   node tests/bench/phrases.ts 40000           (Node 22.18 or later; passages)
const [passages = '40000'] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), 'dossier-phrases-'));
const corpus = await openCorpusFile(folder);
await corpus.lease.hold();
const sentences = readSentences();
const all = [...recombine(sentences, Number(passages))];
for (let at = 0; at < all.length; at += 200)
  await corpus.documents.put(
    all.slice(at, at + 200).map((indexed) => {
      const path = `${indexed.document.id}.txt`;
      return { indexed, origin: { file: path, path } };
    }),
  );
const library = await openStoredLibrary(corpus.reader);
const scope: Scope = {
  collections: ['all' as CollectionId],
  coverage: { documents: all.length, newest: null, undated: 0 },
  languages: ['en'],
  version: '1',
};
const words = (sentence: string) => sentence.split(/\s+/).slice(2, 5).join(' ');
const phrase = words(sentences[4711] ?? '');
const list = Array.from({ length: 200 }, (_, at) => words(sentences[at * 97] ?? ''));

await measure(`one phrase ("${phrase}")`, async () => {
  const inSentence = (text: string) => phrasesIn(text)(phrase);
  const found = await findSentences(library, scope, {
    having: [[phrase]],
    inDocument: ({ text }) => inSentence(text),
    inSentence,
  });
  return found.length;
});
await measure('a name that none has', async () => {
  const found = await findPhrases(library, scope, { phrases: ['Zanzibar Quay'], most: 5 });
  return found[0]?.documents ?? 0;
});
await measure('a list of 200', async () => {
  const found = await findPhrases(library, scope, { phrases: list, most: 5 });
  return found.reduce((sum, { documents }) => sum + documents, 0);
});
await corpus.close();
rmSync(folder, { recursive: true, force: true });

async function measure(what: string, run: () => Promise<number>): Promise<void> {
  const [cpu, begun] = [process.cpuUsage(), performance.now()];
  const hits = await run();
  const { user, system } = process.cpuUsage(cpu);
  const memory = process.memoryUsage.rss() / 1e6;
  process.stdout.write(
    `${what}: ${hits} hits in ${all.length} documents, ${((user + system) / 1e6).toFixed(2)} s CPU, ${((performance.now() - begun) / 1000).toFixed(2)} s; ${memory.toFixed(0)} MB\n`,
  );
}
