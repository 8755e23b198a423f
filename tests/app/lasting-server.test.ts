import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLastingServer } from '../../src/app/lasting-server.ts';
import { OWN_CORPUS } from '../fakes/corpus-folder.ts';
import { createFolder } from '../fakes/folder.ts';
import { connectOverHttp } from '../fakes/mcp-client.ts';
import { dossier, environmentFor, PROGRAM } from '../fakes/program.ts';

test('a server lasts until it is stopped', async () => {
  const server = createLastingServer('https://dossier.example');
  let hasEnded = false;
  const running = server.start({} as Parameters<typeof server.start>[0]).then(() => {
    hasEnded = true;
  });
  await Promise.resolve();
  expect(hasEnded).toBe(false);
  await server.stop();
  await running;
});

test('with PUBLIC_URL and no chat platform, assistants are served after the input has ended', async () => {
  const data = join(createFolder(), 'data');
  const port = 20_000 + Math.floor(process.hrtime()[1] % 20_000);
  const env = {
    ...environmentFor({ corpus: OWN_CORPUS, data }),
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  const child = spawn(process.execPath, [PROGRAM, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  try {
    while ((await fetch(`${env.PUBLIC_URL}/readyz`).catch(() => null))?.status !== 200) await sleep(100);
    const made = await dossier(['mcp', 'token', 'add', '--audience', 'slack:T1/C1'], { data });
    const { call } = await connectOverHttp(`${env.PUBLIC_URL}/mcp`, made.stdout.trim());
    const { results } = await call('search', { query: 'Who pays for the office?', limit: 1 });
    expect(results[0].text).toBe('It remains unclear who will pay for the office.');
    const page = await fetch(results[0].url);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('<mark id="quote">It remains unclear'),
    ]);
  } finally {
    child.kill('SIGTERM');
  }
  expect(await ended).toBe(0);
}, 60_000);
