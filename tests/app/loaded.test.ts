import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { dossier, PROGRAM } from '../fakes/program.ts';

const FOLDER = join(PROGRAM, '..');

/** The files that a command loads, as Node itself notes them: the program's own below its folder, others by their package. */
async function loadedBy(args: readonly string[], data: string): Promise<string[]> {
  const notes = createFolder();
  await dossier(args, { data, more: { NODE_V8_COVERAGE: notes } });
  const urls = readdirSync(notes).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(notes, name), 'utf8'));
    return result.map(({ url }: { url: string }) => url) as string[];
  });
  const files = urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
  return files.map((file) => {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
    return name ?? relative(FOLDER, file);
  });
}

test('a single command loads the program in few files, and no package but the database’s', async () => {
  const data = join(createFolder(), 'data');
  await dossier(['brief', 'nato-asia'], { data }); // reads the documents
  const loaded = await loadedBy(['brief', 'nato-asia'], data);
  expect(loaded).toEqual(expect.arrayContaining(['cli.js', 'program.js']));
  const packages = loaded.filter((name) => !name.endsWith('.js'));
  expect(packages.filter((name) => !/^(?:libsql|@libsql\/|@neon-rs\/)/.test(name))).toEqual([]);
  expect(loaded.filter((name) => /^chunk-/.test(name)).length).toBeLessThan(25);
});

test('what a command loads in any case is in one file', () => {
  for (const name of ['cli.js', 'program.js']) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    expect(text).not.toMatch(/from\s*"\.\/chunk-/);
    expect(text).not.toMatch(/from"(?:undici|imapflow|nodemailer|feedsmith|@aws-sdk\/client-s3|hono|pino)"/);
  }
});
