import { expect, test } from 'vitest';
import type { Handle } from '../../fakes/slack/handle.ts';
import { type Bot, startBot, until } from './bot.ts';

const SILENCE = { kind: 'silence', applied: false } as const;
const BRIEF = { command: '/brief', text: 'nato-asia' };

/** A channel with a digest whose next post will hang. Returns what posts it: an extra edition. */
async function openHangingPost({ slack }: Bot): Promise<() => Handle> {
  const user = slack.addUser('boss', { isAdmin: true });
  const channel = slack.addChannel('desk');
  slack.invite(channel, user);
  await slack.slash({ command: '/digest', text: 'add nato-asia', channel, user }).finished();
  slack.fault({ method: 'chat.postMessage', channel, trouble: SILENCE });
  return () => slack.slash({ command: '/digest', text: 'run', channel, user });
}

test('ten posts that hang hold up none of fifty people who ask', { timeout: 60_000 }, async () => {
  const bot = await startBot({ posts: true });
  const { slack } = bot;
  const runs: (() => Handle)[] = [];
  for (let at = 0; at < 10; at++) runs.push(await openHangingPost(bot));
  for (const run of runs) run();
  await until(() => slack.requests.filter(({ method }) => method === 'chat.postMessage').length === 10);
  const ended = () =>
    [...slack.world.messages.values()].filter(({ wire }) => /unconfirmed/.test(slack.textOf(wire))).length;
  const people = Array.from({ length: 50 }, (_, at) => slack.addUser(`reader-${at}`));
  for (const person of people) slack.invite(slack.ids.channel, person);
  const isAnswered = (user: string) =>
    slack.ephemerals(user).some((message) => slack.textOf(message).includes('France'));
  for (const user of people) slack.slash({ command: '/dossier', text: 'What does France think?', user });
  await until(() => people.every(isAnswered) || ended() > 0, 20_000);
  expect([people.filter(isAnswered).length, ended()]).toEqual([50, 0]);
  await until(() => ended() === 10, 20_000);
});

test('what hangs is told within five seconds, each as what it is', { timeout: 20_000 }, async () => {
  const bot = await startBot({ posts: true });
  const { slack } = bot;
  const { ids } = slack;
  const brief = await slack.slash(BRIEF).finished();
  const run = await openHangingPost(bot);
  slack.fault({ method: 'chat.postMessage', channel: ids.channel, trouble: SILENCE });
  slack.fault({ method: 'views.open', trouble: SILENCE });
  slack.fault({ method: 'response_url', channel: ids.private, trouble: SILENCE });
  const told = [
    slack.slash(BRIEF),
    slack.slash({ command: '/dossier', text: 'status', channel: ids.private }),
    bot.press(brief, 'Ask'),
    run(),
  ].map(async (each) => slack.textOf(await each.finished(8000)));
  expect(await Promise.all(told)).toEqual([
    expect.stringMatching(/did not confirm the answer/),
    expect.stringMatching(/did not confirm the answer/),
    expect.stringMatching(/did not open the form. Press Ask again/),
    expect.stringMatching(/is still working on it/),
  ]);
  expect(bot.told).toEqual(['Could not open a form in Slack.']); // nothing else was given up yet, after five or ten seconds
});

test('mentions and threads in a channel wait for no answer that hangs there', async () => {
  const { slack } = await startBot();
  const brief = await slack.slash(BRIEF).finished();
  slack.fault({ method: 'chat.postMessage', trouble: SILENCE });
  slack.slash({ ...BRIEF, user: slack.ids.admin });
  const posts = () => slack.requests.filter(({ method }) => method === 'chat.postMessage');
  await until(() => posts().length === 2);
  await slack.say({ text: 'more', thread_ts: brief.ts }).finished();
  await slack.say({ text: `<@${slack.ids.bot}> What does France think?` }).finished();
  expect(slack.messages().filter(({ user }) => user === slack.ids.bot)).toHaveLength(3);
});
