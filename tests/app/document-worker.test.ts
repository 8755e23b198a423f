import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OcrOptions } from '../../src/app/document-limits.ts';
import { createDocumentWorker, type DocumentWorker, readingThreads } from '../../src/app/document-worker.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import type { DocumentFile } from '../../src/core/library/reading/read-document.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFolder } from '../fakes/folder.ts';

const BUILT = new URL('../../dist/src/worker.js', import.meta.url);
const LAMP = 'The keeper lit the lamp at dusk.';

let worker: DocumentWorker | null = null;

afterEach(async () => {
  await worker?.stop();
  worker = null;
});

function start(script: URL, seconds = 20, idle = 5): DocumentWorker {
  worker = createDocumentWorker({ seconds, megabytes: 64, resident: 200, idle, script });
  return worker;
}

/** One that reads scans, of which each page has a limit of its own. */
function startWithOcr(ocr: Partial<OcrOptions>): DocumentWorker {
  const limits = { seconds: 1, megabytes: 64, resident: 200, script: roughThread() };
  worker = createDocumentWorker({ ...limits, ocr: { languages: 'eng', seconds: 20, resident: 200, ...ocr } });
  return worker;
}

function golden(path: string): Uint8Array {
  return readFileSync(new URL(`../golden/readers/${path}`, import.meta.url));
}

/** A thread that does to a file what its name says. */
function roughThread(): URL {
  const script = `import { parentPort, workerData } from 'node:worker_threads';
    const hog = [];
    let count = 0;
    parentPort.on('message', ({ path, scans }) => {
      if (path.startsWith('slow') && !scans) return parentPort.postMessage({ kind: 'postponed' });
      if (path.startsWith('slow')) return setTimeout(() => parentPort.postMessage({ kind: 'refused', reason: 'read ' + path }), 500);
      if (path.includes('scan')) parentPort.postMessage({ kind: 'page', number: 2, of: 3 });
      if (path === 'scan that hangs') for (;;);
      const reason = 'read in ' + workerData.ocr;
      if (path === 'scan') return setTimeout(() => parentPort.postMessage({ kind: 'refused', reason }), 1500);
      if (path === 'hang') for (;;);
      if (path === 'wait') return;
      if (path === 'hog') for (;;) hog.push(new Array(1000).fill(path));
      if (path === 'buffers') for (;;) hog.push(new Uint8Array(1_000_000).fill(1));
      if (path === 'throw') throw new Error('torn');
      if (path === 'leave') process.exit(0);
      if (path === 'poison') setTimeout(() => { throw new Error('too late'); }, 20);
      if (path === 'count') return parentPort.postMessage({ kind: 'refused', reason: 'read ' + ++count });
      if (path === 'chat') for (let line = 0; line < 5000; line++) console.log('x'.repeat(200));
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
    'docx/harbour-rules.docx',
    'odt/harbour-rules.odt',
    'odp/harbour-rules.odp',
    'pptx/harbour-rules.pptx',
    'epub/harbour-rules.epub',
    'rtf/harbour-rules.rtf',
  ])('reads %s', async (name) => {
    const path = `harbour/${name.replace(/^.*\//, '')}`;
    const root = createFolder({ [path]: golden(name) });
    expect((await start(BUILT).read(file(path, root))).kind).toBe('document');
  });

  test.each([
    ['hang', 1, 'takes longer than 1 seconds to read'],
    ['wait', 1, 'takes longer than 1 seconds to read'],
    ['hog', 20, 'needs too much memory to read'],
    ['buffers', 20, 'needs too much memory to read'],
    ['throw', 20, 'could not be read (torn)'],
    ['leave', 20, 'crashed the worker thread'],
  ])('is replaced when a document makes it %s, and the rest is read', async (what, seconds, reason) => {
    const { read } = start(roughThread(), seconds);
    const outcomes = await Promise.all(['one', what, 'two'].map((path) => read(file(path))));
    expect(outcomes).toEqual(
      ['read one', reason, 'read two'].map((why) => ({ kind: 'refused', reason: why })),
    );
  });

  test('does not blame a document for what the one before left behind', async () => {
    const { read } = start(roughThread(), 1);
    const outcomes = await Promise.all(['poison', 'hang', 'one'].map((path) => read(file(path))));
    expect(outcomes).toEqual(
      ['read poison', 'takes longer than 1 seconds to read', 'read one'].map((reason) => ({
        kind: 'refused',
        reason,
      })),
    );
  });

  test('ends a document that hangs although it gets no time of a processor', async () => {
    const limits = { seconds: 0.5, megabytes: 64, resident: 200, script: roughThread() };
    worker = createDocumentWorker({ ...limits, meter: () => () => 0 });
    expect(await worker.read(file('hang'))).toEqual({
      kind: 'refused',
      reason: 'takes longer than 0.5 seconds to read',
    });
  });

  test('reads one document after another', async () => {
    const { read } = start(roughThread());
    expect(await Promise.all([read(file('count')), read(file('count'))])).toEqual([COUNTED(1), COUNTED(2)]);
  });

  test('ends when there is nothing to read, and another starts when there is', async () => {
    const { read } = start(roughThread(), 20, 0);
    expect(await read(file('count'))).toEqual(COUNTED(1));
    await eventually(async () => expect(await read(file('count'))).toEqual(COUNTED(1)));
  });

  test('has time for each page of a scan, and tells of it', async () => {
    const page = vi.fn();
    const { read } = startWithOcr({ page });
    expect(await read(file('scan'))).toEqual({ kind: 'refused', reason: 'read in eng' });
    expect(page.mock.calls).toEqual([['scan', { kind: 'page', number: 2, of: 3 }]]);
  });

  test('is replaced when a page of a scan takes too long, or too much memory', async () => {
    const late = startWithOcr({ seconds: 2 });
    expect(await late.read(file('scan that hangs'))).toEqual({
      kind: 'refused',
      reason: 'takes longer than 2 seconds to read',
    });
    await late.stop();
    const large = startWithOcr({ resident: -1000 });
    expect(await large.read(file('scan that hangs'))).toEqual({
      kind: 'refused',
      reason: 'needs too much memory to read',
    });
  });

  test('keeps to itself what packages print', async () => {
    const { read } = start(roughThread());
    expect(await read(file('chat'))).toEqual({ kind: 'refused', reason: 'read chat' });
  });

  test('stops at once; what is in hand is then neither read nor refused', async () => {
    const { read, stop } = start(roughThread(), 60);
    const settled = Promise.allSettled(['hang', 'one'].map((path) => read(file(path))));
    await stop();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('says so when its script cannot be run', async () => {
    const { read } = start(new URL('../nowhere.mjs', import.meta.url));
    for (let time = 0; time < 2; time++)
      await expect(read(file('one'))).rejects.toThrow(
        'Could not start the worker thread that reads documents.',
      );
  });
});

describe('several reading threads', () => {
  const startSeveral = (threads: number) => {
    worker = createDocumentWorker({
      seconds: 20,
      megabytes: 64,
      resident: 200,
      threads,
      script: roughThread(),
    });
    return worker;
  };

  test('read files at the same time', async () => {
    const { read } = startSeveral(2);
    const outcomes = await Promise.all(['count', 'count', 'count', 'count'].map((path) => read(file(path))));
    expect(outcomes.filter((outcome) => JSON.stringify(outcome) === JSON.stringify(COUNTED(1)))).toHaveLength(
      2,
    );
  });

  test.each([
    ['hog', 'needs too much memory to read'],
    ['buffers', 'needs too much memory to read'],
    ['throw', 'could not be read (torn)'],
    ['leave', 'crashed the worker thread'],
  ])('lose only the file that makes one %s', async (what, reason) => {
    const { read } = startSeveral(2);
    const paths = ['one', what, 'two', 'three', 'four'];
    const outcomes = await Promise.all(paths.map((path) => read(file(path))));
    expect(outcomes).toEqual([
      READ('one'),
      { kind: 'refused', reason },
      ...['two', 'three', 'four'].map(READ),
    ]);
  });

  test('read one scan at a time, and other files meanwhile', async () => {
    const { read } = startSeveral(2);
    const done: string[] = [];
    const paths = ['slow 1', 'slow 2', 'slow 3', 'one', 'two', 'three'];
    const all = paths.map((path) => read(file(path)).then(() => done.push(path)));
    await Promise.all(all);
    expect(done).toEqual(['one', 'two', 'three', 'slow 1', 'slow 2', 'slow 3']);
  });

  test('read before all others what cannot wait', async () => {
    const { read, readNext } = startSeveral(1);
    const done: string[] = [];
    const later = ['one', 'two'].map((path) => read(file(path)).then(() => done.push(path)));
    await Promise.all([...later, readNext(file('draft')).then(() => done.push('draft'))]);
    expect(done).toEqual(['one', 'draft', 'two']);
  });

  test('stop at once', async () => {
    const { read, stop } = startSeveral(2);
    const settled = Promise.allSettled(['hang', 'hang', 'one'].map((path) => read(file(path))));
    await stop();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});

test('a core is left to the main thread where there are more than two, and threads have an end', () => {
  expect([1, 2, 3, 4, 64].map(readingThreads)).toEqual([1, 2, 2, 3, 8]);
});

const READ = (path: string) => ({ kind: 'refused', reason: `read ${path}` });
const COUNTED = (count: number) => ({ kind: 'refused', reason: `read ${count}` });
