import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SlackOptions } from './slack/options.ts';
import { type FakeSlack, startSlack } from './slack/slack.ts';
import { boltApp } from './slack-app.ts';

let slack: FakeSlack;
let app: App;

beforeEach(() => start());

afterEach(end);

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const MORE = {
  type: 'actions' as const,
  elements: [{ type: 'button' as const, text: plain('More'), action_id: 'more', value: 'opaque' }],
};
const FEEDBACK = {
  type: 'context_actions' as const,
  elements: [
    {
      ...{ type: 'feedback_buttons' as const, action_id: 'feedback' },
      positive_button: { text: plain('Good'), value: 'good' },
      negative_button: { text: plain('Bad'), value: 'bad' },
    },
  ],
};
const ASK = {
  ...{ type: 'modal' as const, callback_id: 'ask', title: plain('Ask'), submit: plain('Send') },
  blocks: [
    {
      ...{ type: 'input' as const, block_id: 'q', label: plain('Question') },
      element: { type: 'plain_text_input' as const, action_id: 'question' },
    },
  ],
};

describe('Socket Mode', () => {
  test('connects the app, which learns who it is', async () => {
    await app.start();
    const who = await app.client.auth.test();
    expect(who).toMatchObject({ user_id: slack.ids.bot, team_id: slack.ids.team });
    expect(who.response_metadata?.scopes).toContain('chat:write');
    expect(slack.sockets.open).toBe(1);
  });

  test('is connected again after a drop, a goodbye or a disconnect message', async () => {
    await app.start();
    slack.sockets.drop();
    await expect.poll(() => [slack.sockets.open, slack.sockets.opened]).toEqual([1, 2]);
    slack.sockets.close();
    await expect.poll(() => [slack.sockets.open, slack.sockets.opened]).toEqual([1, 3]);
    slack.sockets.disconnect('refresh_requested');
    await expect.poll(() => [slack.sockets.open, slack.sockets.opened]).toEqual([1, 4]);
  });

  test('is left by a client that gets no pongs', async () => {
    await app.start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    slack.sockets.freeze();
    await expect.poll(() => slack.sockets.opened).toBe(2);
  });

  test('takes a ticket once', async () => {
    const url = await ticket();
    expect(await opens(url)).toBe(true);
    expect(await opens(url)).toBe(false);
  });

  test('sends to one of several connections, each in turn', async () => {
    const heard: number[] = [];
    for (const at of [0, 1]) {
      const socket = await listening(await ticket());
      socket.addEventListener('message', ({ data }) => {
        const { envelope_id } = JSON.parse(String(data)) as { envelope_id?: string };
        if (envelope_id === undefined) return;
        heard.push(at);
        socket.send(JSON.stringify({ envelope_id, payload: {} }));
      });
    }
    await Promise.all([1, 2].map(() => slack.slash({ command: '/x' }).acknowledged));
    expect(heard.toSorted()).toEqual([0, 1]);
  });

  test('notes what isn’t acknowledged in time, what comes too late and what was never sent', async () => {
    await start({ acknowledgeWithin: 50, retriesAfter: [] });
    const acks: (() => Promise<void>)[] = [];
    app.command('/slow', async ({ ack }) => {
      acks.push(() => ack());
    });
    await app.start();
    await expect(slack.slash({ command: '/slow' }).acknowledged).rejects.toThrow('timeout');
    expect(slack.violations).toEqual(['/slow: not acknowledged in time']);
    await acks[0]?.();
    const socket = await listening(await ticket());
    socket.send(JSON.stringify({ envelope_id: 'unknown' }));
    await expect
      .poll(() => slack.violations)
      .toEqual([expect.any(String), expect.stringContaining('unknown')]);
  });

  test('sends an event again that wasn’t acknowledged', async () => {
    await start({ retriesAfter: [20, 20] });
    const socket = await listening(await ticket());
    const attempts: unknown[] = [];
    const heard = new Promise<void>((resolve) => {
      socket.addEventListener('message', ({ data }) => {
        const packet = JSON.parse(String(data)) as { retry_attempt?: number; retry_reason?: string };
        attempts.push([packet.retry_attempt, packet.retry_reason]);
        if (packet.retry_attempt === 0) socket.close();
        resolve();
      });
    });
    slack.say({ text: 'hello' });
    await heard;
    const second = await listening(await ticket());
    second.addEventListener('message', ({ data }) => {
      const packet = JSON.parse(String(data)) as { retry_attempt?: number; retry_reason?: string };
      attempts.push([packet.retry_attempt, packet.retry_reason]);
    });
    await expect.poll(() => attempts.length).toBe(2);
    expect(attempts[1]).toEqual([expect.any(Number), 'timeout']);
  });

  test('repeats an envelope, a retry or the event of another id', async () => {
    const seen: unknown[] = [];
    app.event('app_mention', async ({ body, context }) => {
      seen.push([body.event_id, context.retryNum]);
    });
    await app.start();
    await slack.say({ text: `<@${slack.ids.bot}> hello` }).acknowledged;
    for (const as of ['same', 'retry', 'anew'] as const) slack.repeat({ type: 'app_mention', as });
    await expect.poll(() => seen.length).toBe(4);
    const [[first], [same], [retried, attempt], [anew]] = seen as [
      [string],
      [string],
      [string, number],
      [string],
    ];
    expect([same, retried, attempt]).toEqual([first, first, 1]);
    expect(anew).not.toBe(first);
    expect(slack.violations).toEqual([]);
  });
});

describe('what users do', () => {
  test('a command is answered through its response_url, five times', async () => {
    const answered: unknown[] = [];
    app.command('/brief', async ({ ack, respond, command }) => {
      await ack();
      for (let at = 0; at < 6; at += 1)
        await respond({ text: `${at} on ${command.text}` }).catch((error: Error) =>
          answered.push(error.message),
        );
    });
    await app.start();
    const handle = slack.slash({ command: '/brief', text: 'tides' });
    expect((await handle.acknowledged).ms).toBeLessThan(1000);
    expect((await handle.finished()).text).toBe('0 on tides');
    await expect.poll(() => answered).toEqual([expect.stringContaining('404')]);
    expect(slack.ephemerals()).toHaveLength(5);
    expect(slack.messages()).toEqual([]);
  });

  test('a response_url lives half an hour', async () => {
    let late = '';
    app.command('/brief', async ({ ack, respond }) => {
      await ack();
      slack.elapse(31 * 60_000);
      await respond('x').catch((error: Error) => {
        late = error.message;
      });
    });
    await app.start();
    slack.slash({ command: '/brief' });
    await expect.poll(() => late).toContain('404');
  });

  test('a command may be answered by its acknowledgement', async () => {
    app.command('/brief', ({ ack }) => ack({ text: 'at once', response_type: 'in_channel' }));
    await app.start();
    await slack.slash({ command: '/brief' }).acknowledged;
    expect(slack.messages().map(slack.textOf)).toEqual(['at once']);
  });

  test('a mention is two events, and answered in its thread', async () => {
    const kinds: string[] = [];
    app.message(async () => {
      kinds.push('message');
    });
    app.event('app_mention', async ({ event, client }) => {
      kinds.push('app_mention');
      await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'yes' });
    });
    await app.start();
    const handle = slack.say({ text: `<@${slack.ids.bot}> hello` });
    const reply = await handle.finished();
    expect(reply).toMatchObject({ text: 'yes', thread_ts: handle.ts });
    await expect.poll(() => kinds.toSorted()).toEqual(['app_mention', 'message']);
    expect(slack.violations).toEqual([]);
  });

  test('messages are heard only where the scope and the bot are', async () => {
    await start({ scopes: ['chat:write', 'channels:history'] });
    const heard: unknown[] = [];
    app.event('message', async ({ event }) => {
      heard.push([event.channel, event.channel_type]);
    });
    await app.start();
    for (const channel of [slack.ids.private, slack.ids.other, slack.ids.direct, slack.ids.channel])
      slack.say({ text: 'x', channel });
    await expect.poll(() => heard).toEqual([[slack.ids.channel, 'channel']]);
  });

  test('a user of another workspace is told by its team', async () => {
    const seen: unknown[] = [];
    app.message(async ({ body, event }) => {
      seen.push(body.is_ext_shared_channel, 'user_team' in event && event.user_team);
    });
    app.action('more', async ({ ack, body }) => {
      await ack();
      seen.push(body.user.team_id);
    });
    await app.start();
    const { external, shared } = slack.ids;
    await slack.say({ text: 'x', channel: shared, user: external }).acknowledged;
    await app.client.chat.postMessage({ channel: shared, text: 'x', blocks: [MORE] });
    const message = last(shared);
    await slack.click({ message, actionId: 'more', user: external }).acknowledged;
    await expect.poll(() => seen).toEqual([true, slack.ids.otherTeam, slack.ids.otherTeam]);
  });

  test('a click carries what the button holds, and may replace its message', async () => {
    app.action('more', async ({ ack, action, respond }) => {
      await ack();
      await respond({ replace_original: true, text: 'value' in action ? String(action.value) : '' });
    });
    await app.start();
    await app.client.chat.postMessage({ channel: slack.ids.channel, text: 'x', blocks: [MORE] });
    expect(slack.buttonsOf(last())).toMatchObject([{ actionId: 'more', text: 'More', value: 'opaque' }]);
    await slack.click({ message: last(), actionId: 'more' }).acknowledged;
    await expect.poll(() => slack.textOf(last())).toBe('opaque');
    expect(slack.messages()).toHaveLength(1);
    expect(() => slack.click({ message: last(), actionId: 'more' })).toThrow('no element');
  });

  test('feedback is one of two', async () => {
    const values: unknown[] = [];
    app.action('feedback', async ({ ack, payload }) => {
      await ack();
      values.push(payload);
    });
    await app.start();
    await app.client.chat.postMessage({ channel: slack.ids.channel, text: 'x', blocks: [FEEDBACK] });
    await slack.click({ message: last(), actionId: 'feedback', feedback: 'negative' }).acknowledged;
    expect(values).toMatchObject([{ type: 'feedback_buttons', value: 'bad' }]);
  });

  test('a choice is one of the options', async () => {
    const options = [{ text: plain('One'), value: '1' }];
    const element = { type: 'static_select' as const, action_id: 'choose', options };
    app.action('choose', async ({ ack, payload, respond }) => {
      await ack();
      await respond(JSON.stringify(payload));
    });
    await app.start();
    const blocks = [{ type: 'actions' as const, elements: [element] }];
    await app.client.chat.postMessage({ channel: slack.ids.channel, text: 'x', blocks });
    const message = last();
    expect(() => slack.select({ message, actionId: 'choose', values: ['2'] })).toThrow('no option 2');
    const reply = await slack.select({ message, actionId: 'choose', values: ['1'] }).finished();
    expect(JSON.parse(reply.text)).toMatchObject({ selected_option: { value: '1' } });
  });

  test('a modal is opened, refused, and sent', async () => {
    app.shortcut('brief_this', async ({ ack, client, shortcut }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: ASK });
    });
    app.view('ask', async ({ ack, view, client }) => {
      const text = view.state.values.q?.question?.value ?? '';
      if (text === 'no') {
        await ack({ response_action: 'errors', errors: { q: 'Ask something.' } });
        return;
      }
      await ack();
      await client.chat.postMessage({ channel: slack.ids.channel, text });
    });
    await app.start();
    slack.say({ text: 'something' });
    const opened = await slack.shortcut({ callbackId: 'brief_this', message: last() }).view();
    expect(opened).toMatchObject({ type: 'modal', callback_id: 'ask' });
    expect(() => slack.submitView({ callbackId: 'ask' })).toThrow('must be filled in');
    const refused = slack.submitView({ callbackId: 'ask', values: { question: 'no' } });
    expect((await refused.acknowledged).payload).toMatchObject({ response_action: 'errors' });
    const sent = slack.submitView({ callbackId: 'ask', values: { question: 'why?' } });
    expect((await sent.finished()).text).toBe('why?');
    expect(() => slack.submitView({ callbackId: 'ask' })).toThrow('no modal');
    expect(slack.violations).toEqual([]);
  });

  test('a trigger works once and for three seconds', async () => {
    const errors: unknown[] = [];
    app.command('/ask', async ({ ack, client, command }) => {
      await ack();
      const open = () => client.views.open({ trigger_id: command.trigger_id, view: ASK });
      if (command.text === 'late') slack.elapse(3001);
      else await open();
      await open().catch((error: Error) => errors.push(error.message));
    });
    await app.start();
    slack.slash({ command: '/ask' });
    await expect.poll(() => errors).toEqual([expect.stringContaining('exchanged_trigger_id')]);
    slack.slash({ command: '/ask', text: 'late' });
    await expect.poll(() => errors[1]).toContain('expired_trigger_id');
  });

  test('the home tab and the agent are opened', async () => {
    app.event('app_home_opened', async ({ event, client }) => {
      const { tab, user, channel } = event;
      const prompts: [{ title: string; message: string }] = [{ title: 'x', message: 'x' }];
      if (tab === 'home')
        await client.views.publish({ user_id: user, view: { type: 'home', blocks: [MORE] } });
      else await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts });
    });
    await app.start();
    expect(await slack.openHome().view()).toMatchObject({ type: 'home' });
    expect(slack.home()).toMatchObject({ blocks: [{ type: 'actions' }] });
    slack.openAgent();
    const prompted = () => slack.requests.find(({ method }) => method.endsWith('setSuggestedPrompts'));
    await expect.poll(() => prompted()?.status).toBe(200);
    expect(slack.violations).toEqual([]);
  });

  test('the assistant’s own event comes to an app without the agent view', async () => {
    await start({ agentView: false });
    app.event('assistant_thread_started', async ({ event, client }) => {
      const { channel_id, thread_ts } = event.assistant_thread;
      await client.assistant.threads.setStatus({ channel_id, thread_ts, status: 'is reading' });
      await client.chat.postMessage({ channel: channel_id, thread_ts, text: 'Ask away.' });
    });
    await app.start();
    expect((await slack.openAgent().finished()).text).toBe('Ask away.');
  });
});

/** The last message of a channel. */
function last(channel?: string) {
  const message = slack.messages(channel).at(-1);
  if (!message) throw new Error('There is no message');
  return message;
}

async function start(options: Partial<SlackOptions> = {}): Promise<void> {
  if (app) await end();
  slack = await startSlack(options);
  app = await boltApp(slack);
}

async function end(): Promise<void> {
  await app.stop();
  await slack.close();
}

async function ticket(): Promise<string> {
  const headers = { authorization: `Bearer ${slack.appToken}` };
  const response = await fetch(`${slack.api}apps.connections.open`, { method: 'POST', headers });
  return ((await response.json()) as { url: string }).url;
}

/** Connects by hand, up to the hello. */
function listening(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.once('message', () => resolve(socket));
    socket.once('error', reject);
  });
}

function opens(url: string): Promise<boolean> {
  return listening(url).then(
    () => true,
    () => false,
  );
}
