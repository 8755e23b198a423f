import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { dossier, environmentFor, PROGRAM } from '../fakes/program.ts';

const FILES = 2500;
const PARAGRAPHS = 40;

test('a first reading that is killed is taken up where it was saved last', async () => {
  const text = Array.from({ length: PARAGRAPHS }, (_, at) => `Harbour ${at} was dredged in May.`).join(
    '\n\n',
  );
  const corpus = createFolder(
    Object.fromEntries(
      Array.from({ length: FILES }, (_, at) => [`harbour/${at}.txt`, `Pier ${at}.\n\n${text}`]),
    ),
  );
  const data = createFolder();
  const saved = join(data, 'index.jsonl');
  const env = environmentFor({ corpus, data });
  const child = spawn(process.execPath, [PROGRAM, 'index'], { env, stdio: 'ignore' });
  while (!existsSync(saved) && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGKILL');
  const read = readEntries(saved);
  expect(read.length).toBeGreaterThan(0);
  expect(read.length).toBeLessThan(FILES);
  const { stdout, code } = await dossier(['index'], { corpus, data });
  expect([code, stdout]).toEqual([0, expect.stringContaining(`${FILES} documents`)]);
  const after = new Set(readEntries(saved));
  expect(after.size).toBe(FILES);
  expect(read.every((entry) => after.has(entry))).toBe(true);
}, 300_000);

/** The lines of the files that were read. */
function readEntries(saved: string): string[] {
  return readFileSync(saved, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"file":'));
}
