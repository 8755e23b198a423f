import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import { type FakeDiscord, startDiscord } from '../fakes/discord/discord.ts';
import { createFolder } from '../fakes/folder.ts';
import { environmentFor, PROGRAM } from '../fakes/program.ts';
import { type FakeSlack, startSlack } from '../fakes/slack/slack.ts';

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  said(): string;
}

function run(args: readonly string[], settings: Readonly<Record<string, string>>): Running {
  const env = { ...environmentFor({ data: createFolder() }), PORT: 'off', ...settings };
  const child = spawn(process.execPath, [PROGRAM, ...args], { env });
  open.push(() => child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  return { child, ended: new Promise((resolve) => child.once('close', resolve)), said: () => said };
}

async function fakes(): Promise<{ discord: FakeDiscord; slack: FakeSlack; both: Record<string, string> }> {
  const [discord, slack] = [await startDiscord(), await startSlack()];
  open.push(
    () => discord.close(),
    () => slack.close(),
  );
  const both = {
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api },
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.api },
  };
  return { discord, slack, both };
}

describe('the program', () => {
  test('runs two platforms, and ends when it is asked to', async () => {
    const { discord, slack, both } = await fakes();
    const { child, ended, said } = run(['start'], both);
    await expect.poll(() => discord.commands().length > 0 && slack.sockets.open === 1).toBe(true);
    const brief = discord.slash({ command: 'brief', options: { topic: 'nato-asia' } }).finished();
    const message = slack.slash({ command: '/brief', text: 'nato-asia' }).finished();
    expect(discord.textOf(await brief)).toContain('NATO is embarking');
    expect(slack.textOf(await message)).toContain('NATO is embarking');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said()).toContain('Starting on Discord and Slack.');
  });

  test('goes on with one platform where the other refuses it', async () => {
    const { slack, both } = await fakes();
    const { said } = run(['start'], { ...both, DISCORD_TOKEN: 'MTA.wrong.token' });
    await expect
      .poll(() => slack.sockets.open === 1 && said().includes('Discord rejected the token'))
      .toBe(true);
    const message = slack.slash({ command: '/brief', text: 'nato-asia' }).finished();
    expect(slack.textOf(await message)).toContain('NATO is embarking');
  });

  test('ends with 78 where no platform takes it, and shows no token', async () => {
    const { both } = await fakes();
    const wrong = { ...both, DISCORD_TOKEN: 'MTA.wrong.token', SLACK_BOT_TOKEN: 'xoxb-wrong-secret' };
    const { ended, said } = run(['start'], wrong);
    expect(await ended).toBe(78);
    expect(said()).toMatch(/Discord rejected the token/);
    expect(said()).toMatch(/Slack rejected the token/);
    expect(said()).not.toMatch(/wrong/);
  });

  test('goes on trying where a platform cannot be reached, and ends when it is asked to', async () => {
    const { child, ended, said } = run(['start'], {
      DISCORD_TOKEN: 'MTA.a.token',
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
    });
    await expect.poll(said).toContain('Could not connect to Discord; retrying.');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('dossier doctor', () => {
  test('says what the platforms know, and how to invite the bot with the least permissions', async () => {
    const { both } = await fakes();
    const { ended, said } = run(['doctor'], both);
    expect(await ended).toBe(2); // Slack lacks a scope by default there
    expect(said()).toMatch(/5 documents/);
    expect(said()).toMatch(
      /oauth2\/authorize\?client_id=\d+&scope=bot\+applications\.commands&permissions=309237763072/,
    );
    expect(said()).toMatch(/Slack accepts the token/);
  });

  test('says which token is wrong', async () => {
    const { both } = await fakes();
    const { ended, said } = run(['doctor'], { ...both, DISCORD_TOKEN: 'MTA.wrong.token' });
    expect(await ended).toBe(2);
    expect(said()).toMatch(/Discord rejected the token/);
  });
});
