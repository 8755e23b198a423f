import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDiscord, startDiscord } from '../fakes/discord/discord.ts';
import type { DiscordOptions } from '../fakes/discord/options.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFolder } from '../fakes/folder.ts';
import { environmentFor, PROGRAM } from '../fakes/program.ts';

let discord: FakeDiscord;
let running: ChildProcess[] = [];

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
  await discord.close();
});

/** The built program with a bot's settings, as an operator starts it. */
function run(command: string, settings: Readonly<Record<string, string>> = {}, data = createFolder()) {
  const env = {
    ...{
      ...environmentFor({ data }),
      PORT: 'off',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.api,
    },
    ...settings,
  };
  const child = spawn(process.execPath, [PROGRAM, command], { env, cwd: createFolder() });
  running.push(child);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, ...said })),
  );
  return { child, ended, data };
}

const restart = async (options: Partial<DiscordOptions>) => {
  await discord.close();
  discord = await startDiscord(options);
};

const isReady = () => eventually(() => expect(discord.commands().length).toBeGreaterThan(0));

describe('dossier start', () => {
  test('answers buttons of before, and registers nothing again, after it was killed', async () => {
    const { child, ended, data } = run('start');
    await isReady();
    const message = await discord.slash({ command: 'brief', options: { topic: 'nato-asia' } }).finished();
    child.kill('SIGKILL');
    await ended;
    run('start', {}, data);
    await eventually(() => expect(discord.identifies).toBe(2));
    const [more] = discord.buttonsOf(message);
    const shown = await discord.click({ message, customId: more?.customId ?? '' }).finished(9000);
    expect(discord.textOf(shown)).toMatch(/^> “|^> \*\*/m);
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('ends with 78 and the cure where an intent is off', async () => {
    await restart({ messageContent: false });
    const { code, stderr } = await run('start', { DISCORD_MESSAGE_CONTENT: 'true' }).ended;
    expect(code).toBe(78);
    expect(stderr).toMatch(/Message Content Intent/);
  });
});

describe('dossier doctor', () => {
  test('says of an intent that is off where to turn it on, and exits with 2', async () => {
    await restart({ messageContent: false });
    const { code, stdout } = await run('doctor', { DISCORD_MESSAGE_CONTENT: 'true' }).ended;
    expect([code, stdout]).toEqual([2, expect.stringMatching(/Turn on Message Content Intent/)]);
  });

  test('says that Discord cannot be asked, and exits with 2', async () => {
    const { code, stdout } = await run('doctor', { DISCORD_API_URL: 'http://127.0.0.1:9/api' }).ended;
    expect([code, stdout]).toEqual([2, expect.stringMatching(/Could not check Discord/)]);
  });
});
