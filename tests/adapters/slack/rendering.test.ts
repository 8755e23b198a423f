import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderPages } from '../../../src/adapters/slack/render.ts';
import { createReplies } from '../../../src/adapters/slack/replies.ts';
import { createActionSigner } from '../../../src/core/bot/action-signer.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { messages } from '../../fakes/messages.ts';
import { checkMessage } from '../../fakes/slack/message-limits.ts';
import { DEFAULT_OPTIONS } from '../../fakes/slack/options.ts';
import { createWorld, type Message } from '../../fakes/slack/world.ts';
import { startBot } from './bot.ts';

const place = { scope: { workspace: 'T1', channel: 'C1' }, shareable: true, threads: false };

describe('any message', () => {
  const actions = createActionSigner({ secret: 's', days: 90, longest: 1900, now: () => new Date() });
  const replies = createReplies(actions);

  test('has pages that each are taken by Slack, and ping nobody', () => {
    fc.assert(
      fc.property(messages, fc.boolean(), (message, forAsker) => {
        const world = createWorld({ ...DEFAULT_OPTIONS, links: [/./] });
        const request = { kind: 'line', text: 'x' } as const;
        for (let page = 1; page <= renderPages(message).length; page++) {
          const payload = replies.of(message, { ...place, request, page, forAsker, followsText: false });
          const body = JSON.parse(
            JSON.stringify({ ...payload, mrkdwn: false, unfurl_links: false, unfurl_media: false }),
          );
          expect(() => checkMessage(world, body, { name: 'it' })).not.toThrow();
        }
        expect(world.violations).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the text of a message', () => {
  test('says what was asked, also where that is above the answer, and on a later page only that page', async () => {
    const { slack } = await startBot();
    const asked = slack.say({ text: `<@${slack.ids.bot}> What does France think?` });
    expect((await asked.finished()).text).toMatch(/^Asked: “What does France think\?”\n5 documents.*Macron/s);
    const documents = Array.from({ length: 300 }, (_, at) =>
      createDocument(`harbour/report-${at}`, { text: `The ferry ${at} sank.` }),
    );
    const bot = await startBot({ contents: createContents(documents) });
    const first = await bot.slack.slash({ command: '/dossier', text: 'sources' }).finished();
    const second = await bot.press(first, 'More').finished();
    const named = bot.slack.textOf(second).match(/ferry \d+ sank/g) ?? [];
    expect(named.length).toBeGreaterThan(20);
    expect(second.text).toContain(named[0]);
    expect(second.text).not.toContain(first.text.match(/ferry \d+ sank/)?.[0]);
  });

  test('says too how to get a thread where there is none', async () => {
    const { slack } = await startBot();
    const brief = { command: '/brief', text: 'nato-asia', channel: slack.ids.other };
    expect((await slack.slash(brief).finished()).text).toMatch(
      /^NATO in the Asia-Pacific.*\/invite @Dossier/s,
    );
  });
});

test('one button stands out: what most do next, or what cannot be undone', async () => {
  const { slack } = await startBot();
  const styles = (message: Message) =>
    slack.buttonsOf(message).map(({ text, style }) => `${text} ${style}`.trim());
  const brief = await slack.slash({ command: '/brief', text: 'nato-asia' }).finished();
  expect(styles(brief)).toEqual(['More primary', 'Sources', 'Timeline', 'Ask', '👍', '👎']);
  await slack.slash({ command: '/digest', text: 'add nato-asia' }).finished();
  const question = await slack.slash({ command: '/digest', text: 'remove 1' }).finished();
  expect(styles(question)).toEqual(['Remove danger']);
});

test('sources are in small print, their numbers lead to them, and no title is read as markup', async () => {
  const title = 'The *ferry* of <!here> & “co”';
  const url = 'https://harbour.example/a?b=c&d=<e>|f';
  const text = 'The ferry to the island will cost ten crowns from May.';
  const { slack } = await startBot({
    contents: createContents([createDocument('harbour/a', { text, title, url })]),
    fake: { links: [/^https:\/\/harbour\.example/] },
  });
  const answer = await slack.slash({ command: '/ask', text: 'What will the ferry cost?' }).finished();
  const small = answer.blocks.filter(({ type }) => type === 'context').at(-1);
  expect(small?.elements).toEqual([
    {
      type: 'mrkdwn',
      text: expect.stringMatching(/^<https:\/\/harbour\.example\/[^<>|]*\|\[1\]>$/),
      verbatim: true,
    },
    { type: 'plain_text', text: expect.stringContaining(title), emoji: false },
  ]);
  expect(slack.violations).toEqual([]);
});
