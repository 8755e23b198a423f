import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const [sample = '', commands = ''] = [...readme.matchAll(/^```(?:sh)?\n(.*?)^```$/gms)].map(
  ([, block = '']) => block,
);

describe('what the README shows', () => {
  test('is the reply that its first line gets, to the letter', () => {
    const [line = '', ...reply] = sample.split('\n');
    const { stdout } = run('node', ['dist/src/cli.js', 'chat'], {
      cwd: ROOT,
      input: line.replace(/^› /, ''),
    });
    expect(stdout.trim()).toBe(reply.join('\n').trim());
  });

  test('are exactly two commands, the second of which continuous integration runs as it stands', () => {
    expect(commands.trim().split('\n')).toEqual(['npm install && npm start', 'npm install && npm test']);
    expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toContain(
      `grep -m 1 -x '${commands.trim().split('\n')[1]}' README.md`,
    );
  });
});

describe('the README’s first command in a copy of what is committed', () => {
  let copy = '';

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'dossier-readme-'));
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    for (const file of files.trim().split('\n')) cpSync(join(ROOT, file), join(copy, file));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test('installs, starts, and answers the line to type', { timeout: 240_000 }, () => {
    const [start = ''] = commands.trim().split('\n');
    const { stdout, status } = run('sh', ['-c', start], { cwd: copy, input: '/brief nato-asia\n' });
    expect(status).toBe(0);
    expect(stdout).toContain(sample.split('\n').slice(2).join('\n').trim());
  });
});

function run(command: string, words: readonly string[], options: { cwd: string; input?: string }) {
  return spawnSync(command, [...words], { encoding: 'utf8', ...options });
}
