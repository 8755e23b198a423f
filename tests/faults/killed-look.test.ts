import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../fakes/eventually.ts';
import { article, rss } from '../fakes/feeds.ts';
import { createFolder } from '../fakes/folder.ts';
import { environmentFor, PROGRAM } from '../fakes/program.ts';
import { startWebServer } from '../fakes/web-server.ts';

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 5);
const ITEMS = 200;
const HOUR = 3_600_000; // milliseconds

let running: ChildProcess | null = null;

afterEach(() => {
  running?.kill('SIGKILL');
});

test(`a look that is killed ${ROUNDS} times at any moment loses nothing and doubles nothing`, async () => {
  const items = Array.from({ length: ITEMS }, (_, n) => ({
    ...{ id: `n${n}`, title: `Number ${n}`, content: article(`It is number ${n} that counts.`) },
    date: `${(n % 28) + 1} May 2024 10:00:00 GMT`,
  }));
  const server = await startWebServer({ '/feed': rss(items) });
  const corpus = createFolder({
    'news/feeds.yaml': `- { url: ${server.origin}/feed, full: no }\n`,
    'news/about.txt': 'About.',
  });
  const [data, clock] = [join(createFolder(), 'data'), join(createFolder(), 'clock')];
  const settings = environmentFor({ corpus, data, fetchAllow: server.host });
  const env = { ...settings, PORT: 'off', DOSSIER_CLOCK_FILE: clock, DOSSIER_TICK_SECONDS: '1' };
  let now = Date.parse('2024-06-01T08:00:00Z');
  const start = () => {
    now += HOUR; // the lease of whoever was killed has ended
    writeFileSync(clock, new Date(now).toISOString());
    running = spawn(process.execPath, [PROGRAM, 'start'], { env, stdio: ['pipe', 'ignore', 'ignore'] });
    return running;
  };
  const documents = () =>
    readdirSync(join(corpus, 'news'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
      .map(({ parentPath, name }) => join(parentPath, name));

  const seen: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const asked = server.askedFor('/feed').length;
    const program = start();
    await eventually(() => expect(server.askedFor('/feed').length).toBeGreaterThan(asked));
    await sleep(Math.random() * 600);
    program.kill('SIGKILL');
    await new Promise((resolve) => program.once('close', resolve));
    seen.push(documents().length);
  }
  const program = start();
  await eventually(() => expect(documents().length).toBe(ITEMS));
  const described = () =>
    readFileSync(documents()[0]?.replace(/[^/]+$/, 'sources.yaml') ?? '', 'utf8').match(/^\S.*:$/gm);
  await eventually(() => expect(described()).toHaveLength(ITEMS));
  program.stdin?.end();
  const texts = new Set(documents().map((file) => /It is number \d+/.exec(readFileSync(file, 'utf8'))?.[0]));
  expect(texts.size, `documents after each kill: ${seen.join(', ')}`).toBe(ITEMS);
}, 600_000);
