import { describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { SCOPES } from '../../../src/adapters/slack/manifest.ts';
import {
  createReadShared,
  requestWithFile,
  requestWithList,
} from '../../../src/adapters/slack/shared-file.ts';
import { startBot } from './bot.ts';

const FILE = { name: 'report.md', text: '# Report\n\nThe lamp of the pier will be replaced in March.' };

async function send({
  reads = true,
  scopes = [...SCOPES, 'files:read'],
  by = 'admin' as 'admin' | 'member',
  text = 'add',
  file = FILE,
} = {}) {
  const given: (string | undefined)[] = [];
  const asked: unknown[] = [];
  const bot = await startBot({
    fake: { scopes },
    settings: { readsFiles: reads },
    chat: {
      async handle(invocation) {
        asked.push(invocation.request);
        const file = await invocation.readFile?.('').catch((error: Error) => error.message);
        given.push(typeof file === 'string' ? file : file && `${file.name}: ${Buffer.from(file.bytes)}`);
        return bot.dossier.chatFor(false).handle(invocation);
      },
    },
  });
  const { slack } = bot;
  const direct = slack.direct(slack.ids[by]);
  const reply = await slack.say({ user: slack.ids[by], channel: direct, text, file }).finished();
  return { asked, given, text: slack.textOf(reply), violations: slack.violations };
}

describe('a file that is sent to Dossier', () => {
  test('is what “add” is about', async () => {
    const { asked, given, violations } = await send();
    expect(asked).toEqual([{ kind: 'line', text: '/add file:"report.md"' }]);
    expect(given).toEqual([`report.md: ${FILE.text}`]);
    expect(violations).toEqual([]);
  });

  test('is not read unless the operator wants that', async () => {
    const { asked, given } = await send({ reads: false });
    expect(asked).toEqual([{ kind: 'line', text: 'add' }]);
    expect(given).toEqual([undefined]);
  });

  test('that Slack does not hand over is named, with the scope that is needed', async () => {
    const { given } = await send({ scopes: SCOPES });
    expect(given).toEqual([
      'Slack did not hand over report.md. Does the app have the scope files:read? See docs/slack.md.',
    ]);
  });

  test('is refused to people who are no managers', async () => {
    expect((await send({ by: 'member' })).text).toContain('Only managers');
  });
});

const NAMES = { name: 'names.csv', text: 'name,country\nMacron,France\nXanadu Quux,Nowhere\n' };

describe('a list of names that is sent to Dossier', () => {
  test('is searched for by everybody with the word “search”, and what it finds comes as a file', async () => {
    const { asked, text, violations } = await send({ by: 'member', text: 'search format:html', file: NAMES });
    expect(asked).toEqual([{ kind: 'line', text: '/search format:html' }]);
    expect(text).toContain('1 of 2');
    expect(violations).toEqual([]);
  });

  test('is not read with other words', async () => {
    const { asked } = await send({ text: 'search for Macron', file: NAMES });
    expect(asked).toEqual([{ kind: 'line', text: 'search for Macron' }]);
  });

  test('that is none is refused in a sentence', async () => {
    const file = { name: 'names.bin', text: 'a\0b' };
    const { text } = await send({ text: 'search', file });
    expect(text).toContain('names.bin is no text. Save it as .csv or .txt.');
  });
});

test.each([
  'https://evil.example/F1/report.md',
  'http://files.slack.com/F1/report.md',
  'https://files.slack.com.evil.example/F1',
  'file:///etc/passwd',
  '',
])('no token goes to %j', async (url_private_download) => {
  const read = createReadShared({ botToken: 'xoxb-1', api: null });
  await expect(read.document({ name: 'a.pdf', size: 1, url_private_download })).rejects.toThrow(
    'did not hand over',
  );
});

test('a file that is too large is not asked for', async () => {
  const read = createReadShared({ botToken: 'xoxb-1', api: null });
  await expect(read.document({ name: 'a.pdf', size: 10_000_001 })).rejects.toThrow('is larger than 10 MB');
  await expect(read.list({ name: 'a.csv', size: 1_000_001 })).rejects.toThrow('is larger than 1 MB');
});

test.each([
  ['', '/add file:"a b.pdf"'],
  ['add', '/add file:"a b.pdf"'],
  ['/add collection:news', '/add file:"a b.pdf" collection:news'],
  ['addendum?', null],
  ['What does France think?', null],
])('%j with a file asks %j', (text, line) => {
  expect(requestWithFile(text, { name: 'a "b.pdf' })).toEqual(line && { kind: 'line', text: line });
});

test.each([
  ['search', '/search'],
  ['/Search format:html from:"The Herald"', '/search format:html from:"The Herald"'],
  ['search format:html Macron', null],
  ['search colour:red', null],
  ['searching', null],
])('%j with a file asks %j', (text, line) => {
  expect(requestWithList(text, DECLARATIONS)).toEqual(line && { kind: 'line', text: line });
});
