import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SlackOptions } from './slack/options.ts';
import { type FakeSlack, startSlack } from './slack/slack.ts';

let slack: FakeSlack;

beforeEach(async () => {
  slack = await startSlack({ links: [/^https:\/\/allowed\.example\//] });
});

afterEach(() => slack.close());

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const button = (given: object = {}) => ({ type: 'button', text: plain('More'), action_id: 'more', ...given });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const rich = (...elements: object[]) => ({ type: 'rich_text', elements });
const quote = (...elements: object[]) => ({ type: 'rich_text_quote', elements });
const text = (value: string, style?: object) => ({ type: 'text', text: value, ...(style ? { style } : {}) });
const option = (at: number) => ({ text: plain(`${at}`), value: `${at}` });
const select = (count: number) => ({ type: 'static_select', action_id: 's', options: many(count, option) });
const side = (given: object = {}) => ({ text: plain('Good'), value: 'good', ...given });
const feedback = (given: object = {}) => ({
  type: 'context_actions',
  elements: [
    { type: 'feedback_buttons', action_id: 'f', positive_button: side(), negative_button: side(), ...given },
  ],
});
const buttons = (count: number) => actions(...many(count, (at) => button({ action_id: `b${at}` })));
const table = (rows: number, cells: number) => ({
  type: 'table',
  rows: many(rows, () => many(cells, () => ({ type: 'raw_text', text: 'x' }))),
});
const markdown = (length: number) => ({ type: 'markdown', text: 'x'.repeat(length) });
const fields = (count: number, length: number) => ({
  type: 'section',
  fields: many(count, () => plain('x'.repeat(length))),
});

describe('a message', () => {
  test.each([
    ['50 blocks', many(50, () => ({ type: 'divider' }))],
    ['a section of 3,000 characters', [section('\u{1f600}'.repeat(3000))]],
    ['ten fields', [fields(10, 100)]],
    ['a field of 2,000 characters', [fields(1, 2000)]],
    ['a header of 150 characters', [{ type: 'header', text: plain('x'.repeat(150)) }]],
    ['ten elements of context', [{ type: 'context', elements: many(10, () => mrkdwn('x')) }]],
    ['25 buttons', [buttons(25)]],
    [
      'a button at its limits',
      [actions(button({ text: plain('x'.repeat(75)), value: 'x'.repeat(2000), action_id: 'x'.repeat(255) }))],
    ],
    ['the same action in two rows', [actions(button()), actions(button())]],
    ['a menu of 100 options', [actions(select(100))]],
    [
      'quotations, lists and links',
      [
        rich(
          quote(text('as it stands', { italic: true }), {
            type: 'link',
            url: 'https://allowed.example/1',
            text: '1',
          }),
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [{ type: 'rich_text_section', elements: [text('x')] }],
          },
          { type: 'rich_text_preformatted', elements: [text('x')] },
        ),
      ],
    ],
    ['buttons of feedback', [feedback()]],
    ['a table', [table(100, 20)]],
    ['10,000 characters', [rich(quote(text('x'.repeat(10_000))))]],
  ])('may have %s', async (_, blocks) => {
    const unfurl = { unfurl_links: false, unfurl_media: false };
    expect(await post({ text: 'x', blocks, ...unfurl })).toMatchObject({ ok: true });
    expect(slack.violations).toEqual([]);
  });

  test.each([
    ['51 blocks', many(51, () => ({ type: 'divider' })), 'no more than 50 items'],
    ['a section of 3,001 characters', [section('x'.repeat(3001))], 'less than 3001'],
    ['a section of nothing', [{ type: 'section' }], 'text or fields'],
    ['an empty text', [section('')], 'more than 0'],
    ['eleven fields', [fields(11, 1)], 'no more than 10'],
    ['a field of 2,001 characters', [fields(1, 2001)], 'less than 2001'],
    ['a header of 151 characters', [{ type: 'header', text: plain('x'.repeat(151)) }], 'less than 151'],
    ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('x') }], 'must be one of: plain_text'],
    ['eleven elements of context', [{ type: 'context', elements: many(11, () => mrkdwn('x')) }], 'than 10'],
    ['26 buttons', [buttons(26)], 'no more than 25'],
    ['a button of 76 characters', [actions(button({ text: plain('x'.repeat(76)) }))], 'less than 76'],
    ['a value of 2,001 characters', [actions(button({ value: 'x'.repeat(2001) }))], 'less than 2001'],
    [
      'a url of 3,001 characters',
      [actions(button({ url: `https://e.org/${'x'.repeat(2987)}` }))],
      'than 3001',
    ],
    ['a url that is none', [actions(button({ url: 'nowhere' }))], 'valid URL'],
    ['a style that is none', [actions(button({ style: 'blue' }))], 'primary, danger'],
    ['an action_id of 256 characters', [actions(button({ action_id: 'x'.repeat(256) }))], 'less than 256'],
    ['an action_id twice in a row', [actions(button(), button())], 'already exists'],
    ['a block_id of 256 characters', [{ type: 'divider', block_id: 'x'.repeat(256) }], 'less than 256'],
    ['a block_id twice', many(2, () => ({ type: 'divider', block_id: 'x' })), 'already exists'],
    ['a menu of 101 options', [actions(select(101))], 'no more than 100'],
    ['a field unknown to Slack', [{ type: 'divider', colour: 'red' }], 'invalid additional property: colour'],
    ['a block unknown to Slack', [{ type: 'dividers' }], 'unsupported type'],
    ['rich text in a section', [{ type: 'section', text: rich() }], 'must be one of'],
    ['bare text in rich text', [rich(text('x'))], 'unsupported type: text'],
    ['an empty piece of rich text', [rich(quote(text('')))], 'more than 0'],
    ['a style of rich text that is none', [rich(quote(text('x', { loud: true })))], 'invalid style'],
    [
      'a user in preformatted text',
      [rich({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] })],
      'unsupported type: user',
    ],
    [
      'a list in a quotation',
      [rich(quote({ type: 'rich_text_list', style: 'bullet', elements: [] }))],
      'unsupported',
    ],
    ['feedback in a row of actions', [actions({ type: 'feedback_buttons' })], 'unsupported type'],
    ['feedback of one kind', [feedback({ negative_button: undefined })], 'missing required field'],
    ['a button among feedback', [{ type: 'context_actions', elements: [button()] }], 'unsupported type'],
    ['markdown of 12,001 characters', [markdown(6000), markdown(6001)], 'less than 12001'],
    ['a table of 101 rows', [table(101, 1)], 'no more than 100'],
    ['two tables', [table(1, 1), table(1, 1)], 'only_one_table_allowed'],
  ])('may not have %s', async (_, blocks, message) => {
    const answer = await post({ text: 'x', blocks });
    expect(answer).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(answer.response_metadata?.messages?.join()).toContain(message);
    expect(slack.violations).toHaveLength(1);
  });

  test.each([
    ['11,001 characters', { text: 'x', blocks: [rich(quote(text('x'.repeat(11_001))))] }, 'msg_too_long'],
    ['a text of 40,001 characters', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['nothing', {}, 'no_text'],
    ['half a surrogate pair', { text: 'x\ud83d' }, 'invalid_arguments'],
    ['half a surrogate pair in a block', { text: 'x', blocks: [section('\ude00')] }, 'invalid_arguments'],
    ['a thread that isn’t there', { text: 'x', thread_ts: '1.000001' }, 'thread_not_found'],
    ['metadata of another form', { text: 'x', metadata: { event_type: 'x' } }, 'invalid_metadata_format'],
  ])('may not have %s', async (_, body, error) => {
    expect(await post(body)).toMatchObject({ ok: false, error });
    expect(slack.violations).toHaveLength(1);
  });

  test.each([
    ['no text beside blocks', { blocks: [section('x')] }, 'without a text'],
    ['a text of 4,001 characters', { text: 'x'.repeat(4001) }, 'text of 4001'],
    ['10,001 characters', { text: 'x', blocks: [rich(quote(text('x'.repeat(10_001))))] }, '10001 characters'],
    ['<!here>', { text: '<!here>' }, 'pings by <!here>'],
    ['a user', { text: 'x', blocks: [section('hello <@U123>')] }, 'pings by <@U123>'],
    ['a group', { text: 'x', blocks: [section('<!subteam^S1|x>')] }, 'pings by <!subteam^S1|x>'],
    ['a channel', { text: 'x', blocks: [section('<#C1|x>')] }, 'pings by <#C1|x>'],
    ['<!channel> in markdown', { text: 'x', blocks: [{ type: 'markdown', text: '<!channel>' }] }, 'pings by'],
    [
      'a user in rich text',
      { text: 'x', blocks: [rich(quote({ type: 'user', user_id: 'U1' }))] },
      'pings by',
    ],
    ['another link', quiet({ text: '<https://evil.example/|x>' }), 'links to https://evil.example/'],
    ['another bare link', quiet({ text: 'https://evil.example/' }), 'links to https://evil.example/'],
    [
      'another link in rich text',
      quiet({
        ...{ text: 'x', blocks: [rich(quote({ type: 'link', url: 'https://evil.example/' }))] },
      }),
      'links to https://evil.example/',
    ],
  ])('with %s is noted', async (_, body, note) => {
    expect(await post(body)).toMatchObject({ ok: true });
    expect(slack.violations).toEqual([expect.stringContaining(note)]);
  });

  test('with links is to unfurl none', async () => {
    const body = { text: '<https://allowed.example/|x>' };
    await post(body);
    expect(slack.violations).toHaveLength(2);
    await post(quiet(body));
    expect(slack.violations).toHaveLength(2);
  });

  test('may show what looks like a ping in rich text and plain text', async () => {
    const blocks = [
      rich(quote(text('<!here> https://evil.example/'))),
      { type: 'header', text: plain('<!here>') },
    ];
    expect(await post({ text: 'x', blocks })).toMatchObject({ ok: true });
    expect(slack.violations).toEqual([]);
  });
});

describe('a channel', () => {
  test.each([
    ['that isn’t there', () => 'C0', 'channel_not_found'],
    ['that the bot isn’t in', () => slack.ids.other, 'not_in_channel'],
    ['that is hidden from it', () => slack.ids.hidden, 'channel_not_found'],
  ])('%s can’t be posted in', async (_, channel, error) => {
    expect(await post({ text: 'x', channel: channel() })).toMatchObject({ ok: false, error });
  });

  test('can’t be posted in once it is archived or left', async () => {
    slack.archive(slack.ids.channel);
    expect(await post({ text: 'x' })).toMatchObject({ error: 'is_archived' });
    slack.kick(slack.ids.private);
    expect(await post({ text: 'x', channel: slack.ids.private })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  test('shows a message for one user only to its members', async () => {
    const body = { text: 'x', channel: slack.ids.channel, user: slack.ids.external };
    expect(await call('chat.postEphemeral', body)).toMatchObject({ error: 'user_not_in_channel' });
  });
});

describe('a token', () => {
  test('is needed, and the right one', async () => {
    expect(await call('auth.test', {}, '')).toMatchObject({ error: 'not_authed' });
    expect(await call('auth.test', {}, 'xoxb-wrong')).toMatchObject({ error: 'invalid_auth' });
    expect(await call('auth.test', {}, slack.appToken)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call('apps.connections.open', {})).toMatchObject({ error: 'not_allowed_token_type' });
    slack.revoke('account_inactive');
    expect(await call('auth.test', {})).toMatchObject({ error: 'account_inactive' });
  });

  test('needs the scope of the method, which depends on the channel', async () => {
    await restart({ scopes: ['channels:history'] });
    const { channel, direct } = slack.ids;
    expect(await call('conversations.history', { channel })).toMatchObject({ ok: true });
    expect(await call('conversations.history', { channel: direct })).toMatchObject({ needed: 'im:history' });
    expect(await post({ text: 'x' })).toMatchObject({
      ...{ error: 'missing_scope', needed: 'chat:write', provided: 'channels:history' },
    });
  });

  test('gives its scopes with every answer', async () => {
    const response = await request('auth.test', {});
    expect(response.headers.get('x-oauth-scopes')).toContain('chat:write,app_mentions:read');
  });
});

describe('a conversation', () => {
  test('is read from its end, page by page, threads apart', async () => {
    const first = await post({ text: '1', metadata: { event_type: 'brief', event_payload: { id: 'a' } } });
    await post({ text: 'in the thread', thread_ts: first.ts });
    await post({ text: '2' });
    const { channel } = slack.ids;
    const page = await call('conversations.history', { channel, limit: 1, include_all_metadata: true });
    expect(page).toMatchObject({ messages: [{ text: '2' }], has_more: true });
    const cursor = page.response_metadata?.next_cursor;
    const next = await call('conversations.history', { channel, cursor, include_all_metadata: true });
    expect(next).toMatchObject({ messages: [{ text: '1', metadata: { event_type: 'brief' } }] });
    const replies = await call('conversations.replies', { channel, ts: first.ts });
    expect(replies.messages?.map((one) => one.text)).toEqual(['1', 'in the thread']);
  });

  test('is changed only by who wrote in it', async () => {
    const { channel } = slack.ids;
    const { ts } = slack.say({ text: 'mine' });
    const change = { channel, ts, text: 'x' };
    expect(await call('chat.update', change)).toMatchObject({ error: 'cant_update_message' });
    expect(await call('chat.delete', change)).toMatchObject({ error: 'cant_delete_message' });
    expect(await call('chat.update', { ...change, ts: '1.0' })).toMatchObject({ error: 'message_not_found' });
  });
});

describe('a view', () => {
  const modal = (given: object = {}) => ({
    ...{ type: 'modal', title: plain('Ask'), callback_id: 'ask', blocks: [section('x')], ...given },
  });
  test.each([
    ['a title of 25 characters', modal({ title: plain('x'.repeat(25)) }), 'less than 25'],
    ['no title', modal({ title: undefined }), 'missing required field: title'],
    ['metadata of 3,001 characters', modal({ private_metadata: 'x'.repeat(3001) }), 'less than 3001'],
    ['101 blocks', modal({ blocks: many(101, () => ({ type: 'divider' })) }), 'no more than 100'],
    ['markdown', modal({ blocks: [markdown(1)] }), 'unsupported type'],
    [
      'an input without a submit button',
      modal({
        blocks: [{ type: 'input', label: plain('x'), element: { type: 'plain_text_input' } }],
      }),
      'missing required field: submit',
    ],
  ])('may not have %s', async (_, view, message) => {
    const answer = await call('views.open', { trigger_id: 'x', view });
    expect(answer).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(answer.response_metadata?.messages?.join()).toContain(message);
  });

  test('needs a trigger', async () => {
    expect(await call('views.open', { trigger_id: 'x', view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  test('of the home tab is published, with the hash of the one before', async () => {
    const view = { type: 'home', blocks: [section('x')] };
    const first = await call('views.publish', { user_id: slack.ids.member, view });
    expect(slack.home()).toMatchObject({ type: 'home' });
    const again = { user_id: slack.ids.member, view, hash: first.view?.hash };
    expect(await call('views.publish', again)).toMatchObject({ ok: true });
    expect(await call('views.publish', again)).toMatchObject({ error: 'hash_conflict' });
  });
});

describe('prompts of the agent', () => {
  test.each([
    ['five of them', many(5, () => ({ title: 'x', message: 'x' })), false],
    ['one without a message', [{ title: 'x' }], false],
    ['four of them', many(4, () => ({ title: 'x', message: 'x' })), true],
  ])('%s', async (_, prompts, ok) => {
    const body = { channel_id: slack.ids.direct, prompts };
    expect(await call('assistant.threads.setSuggestedPrompts', body)).toMatchObject({ ok });
  });
});

interface Answer {
  readonly ok: boolean;
  readonly error?: string;
  readonly ts?: string;
  readonly view?: { readonly hash: string };
  readonly messages?: readonly { readonly text: string }[];
  readonly response_metadata?: { readonly messages?: readonly string[]; readonly next_cursor?: string };
}

async function restart(options: Partial<SlackOptions>): Promise<void> {
  await slack.close();
  slack = await startSlack(options);
}

function request(method: string, body: object, token = slack.botToken): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return fetch(`${slack.api}${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function call(method: string, body: object, token?: string): Promise<Answer> {
  return (await (await request(method, body, token)).json()) as Answer;
}

function post(body: object): Promise<Answer> {
  return call('chat.postMessage', { channel: slack.ids.channel, ...body });
}

function quiet(body: object): object {
  return { ...body, unfurl_links: false, unfurl_media: false };
}

function many<Thing>(count: number, make: (at: number) => Thing): Thing[] {
  return Array.from({ length: count }, (_, at) => make(at));
}
