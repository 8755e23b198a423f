import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { CollectionId } from '../src/core/corpus/document.ts';
import type { DocumentFile } from '../src/core/corpus/read-document.ts';
import { createDocumentWorker, type DocumentWorker } from '../src/document-worker.ts';
import { createFolder } from './fakes/folder.ts';

const BUILT = new URL('../dist/src/worker.js', import.meta.url);
const LAMP = 'The keeper lit the lamp at dusk.';

let worker: DocumentWorker | null = null;

afterEach(async () => {
  await worker?.stop();
  worker = null;
});

function start(script: URL, seconds = 20): DocumentWorker {
  worker = createDocumentWorker({ seconds, megabytes: 64, script });
  return worker;
}

function golden(path: string): Uint8Array {
  return readFileSync(new URL(`golden/readers/${path}`, import.meta.url));
}

/** A thread that does to a file what its name says. */
function roughThread(): URL {
  const script = `import { parentPort } from 'node:worker_threads';
    const hog = [];
    parentPort.on('message', ({ path }) => {
      if (path === 'hang') for (;;);
      if (path === 'hog') for (;;) hog.push(new Array(1000).fill(path));
      if (path === 'throw') throw new Error('torn');
      if (path === 'leave') process.exit(0);
      parentPort.postMessage({ kind: 'refused', reason: 'read ' + path });
    });
    parentPort.postMessage('ready');`;
  return pathToFileURL(join(createFolder({ 'rough.mjs': script }), 'rough.mjs'));
}

function file(path: string, root = '/nowhere'): DocumentFile {
  return { root, file: join(root, path), path, collection: 'harbour' as CollectionId, known: null };
}

describe('the reading thread', () => {
  test('reads documents of every kind it knows', async () => {
    const root = createFolder({
      'harbour/a.txt': LAMP,
      'harbour/b.md': `# Dusk\n\n${LAMP}`,
      'harbour/c.html': `<title>Dusk</title><article><p>${LAMP.repeat(20)}</p></article>`,
      'harbour/d.bin': 'x',
      'harbour/e.pdf': golden('pdf/lighthouse.pdf'),
      'harbour/f.docx': golden('docx/lighthouse.docx'),
      'harbour/g.txt': Uint8Array.from(
        Buffer.from('La lumi\xe8re fut allum\xe9e \xe0 la tomb\xe9e du jour.', 'latin1'),
      ),
    });
    const { read } = start(BUILT);
    const outcomes = await Promise.all(
      ['a.txt', 'b.md', 'c.html', 'd.bin', 'e.pdf', 'f.docx', 'g.txt'].map((n) =>
        read(file(`harbour/${n}`, root)),
      ),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      ...['document', 'document', 'document', 'refused'],
      ...['document', 'document', 'document'],
    ]);
    const [first] = outcomes;
    expect(first?.kind === 'document' && [first.document.text, first.passages.length]).toEqual([LAMP, 1]);
  });

  test.each([
    ['hang', 'takes longer than 1 seconds to read'],
    ['hog', 'needs too much memory to read'],
    ['throw', 'breaks its reader (torn)'],
    ['leave', 'ends its reader'],
  ])('is replaced when a document makes it %s, and the rest is read', async (what, reason) => {
    const { read } = start(roughThread(), 1);
    const outcomes = await Promise.all(['one', what, 'two'].map((path) => read(file(path))));
    expect(outcomes).toEqual(
      ['read one', reason, 'read two'].map((why) => ({ kind: 'refused', reason: why })),
    );
  });

  test('stops after what is in hand', async () => {
    const thread = start(roughThread());
    const reading = thread.read(file('one'));
    await thread.stop();
    expect(await reading).toEqual({ kind: 'refused', reason: 'read one' });
  });
});
