import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder } from '../../fakes/folder.ts';
import { PROGRAM } from '../../fakes/program.ts';

const CANARIES = {
  DISCORD_TOKEN: `${'M'.repeat(24)}.Gcanry.${'discord-canary-'.repeat(2)}`,
  SLACK_BOT_TOKEN: 'xoxb-slack-canary-1234567890',
  SLACK_SIGNING_SECRET: 'signing0canary0signing0canary0',
  DOSSIER_SECRET: 'link-canary-0123456789',
  DOSSIER_METRICS_TOKEN: 'metrics-canary-0123456789',
};
const NOWHERE = 'http://127.0.0.1:9';

/** Runs the built program until it has said so many lines on standard error; everything it said. */
async function output(
  args: readonly string[],
  settings: Record<string, string>,
  { lines = 2, input = '' } = {},
) {
  const folder = createFolder();
  mkdirSync(join(folder, 'corpus', 'a'), { recursive: true });
  writeFileSync(
    join(folder, 'corpus', 'a', 'leak.txt'),
    'The leaked token is xoxb-document-canary-0987654321, they say.',
  );
  writeFileSync(join(folder, 'corpus', 'a', 'broken.pdf'), 'xoxb-document-canary-0987654321');
  const env = { PATH: process.env.PATH ?? '', PORT: '0', ...settings };
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
    if (stderr.split('\n').length > lines) child.kill('SIGTERM');
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  await new Promise((resolve) => child.once('close', resolve));
  return { stdout, stderr };
}

test('no secret of the settings, and none of a document, is logged by a service that can reach nothing (50)', async () => {
  const api = { DISCORD_API_URL: `${NOWHERE}/api`, SLACK_API_URL: `${NOWHERE}/api/` };
  const { stdout, stderr } = await output(['start'], { ...CANARIES, ...api, LOG_LEVEL: 'debug' });
  expect(stdout + stderr).not.toMatch(/canary/i);
  const logged = stderr.split('\n').filter((line) => line !== '');
  expect(logged.length).toBeGreaterThan(1);
  for (const line of logged)
    expect(JSON.parse(line)).toMatchObject({ time: expect.any(String), msg: expect.any(String) });
}, 60_000);

test('the password of a database that cannot be reached is not told', async () => {
  const { stdout, stderr } = await output(['topics'], {
    DATABASE_URL: 'postgres://ada:canary-pass-123@127.0.0.1:9/x',
  });
  expect(stderr).not.toBe('');
  expect(stdout + stderr).not.toContain('canary');
}, 60_000);

test('what is asked is not logged, and standard output stays pure JSON', async () => {
  const input = 'What of Xanadu?\n/brief xanadu\n/xanadu\n';
  const { stdout, stderr } = await output(['chat', '--json'], { LOG_LEVEL: 'debug' }, { lines: 99, input });
  expect(stderr).not.toMatch(/xanadu|canary/i);
  for (const line of stdout.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ version: 1 });
}, 60_000);
