import { beforeAll, describe, expect, test } from 'vitest';
import { earlierWordings } from '../commands/sources/earlier-wordings.ts';
import { createReplies as forDiscord } from '../src/adapters/discord/replies.ts';
import { createReplies as forSlack } from '../src/adapters/slack/replies.ts';
import { createReplies as forWeb } from '../src/adapters/web/replies.ts';
import { createActionSigner } from '../src/core/bot/action-signer.ts';
import { packAction } from '../src/core/bot/button-action.ts';
import type { ReplySetting } from '../src/core/bot/interaction/reply-layout.ts';
import { composeMessage } from '../src/core/replies/compose-message.ts';
import { composeList } from '../src/core/replies/compose-reply.ts';
import type { Message } from '../src/core/replies/message.ts';
import { openDigestWorld } from './fakes/digest-world.ts';

const now = () => new Date('2026-11-24T14:00:00Z');
const actions = createActionSigner({ secret: 's', days: 90, longest: 100, now });
const setting: ReplySetting = {
  ...{ request: { kind: 'line', text: '' }, page: 1, scope: { workspace: 'W', channel: 'C' } },
  ...{ forAsker: false, followsText: false, shareable: true, threads: false },
};
const PLATFORMS: Readonly<Record<string, (message: Message) => unknown>> = {
  replies: ({ text }) => text,
  discord: (message) => forDiscord(actions).of(message, setting).components,
  slack: (message) => forSlack(actions).of(message, setting),
  web: (message) => forWeb({ sign: packAction, spell: String }).of(message, setting).markup,
};
const VOTED = 'The *harbour* council approved the new ferry to the island, <@all>, after a long debate.';

let messages: readonly Message[];

beforeAll(async () => {
  const world = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents: { 'news/vote': VOTED } });
  await world.say('/digest add ferries zone:UTC days:daily');
  await world.tickUntil('2026-11-23T08:05:00Z');
  await world.arrive('news/vote', VOTED.replace('approved', 'rejected'));
  await world.tickUntil('2026-11-24T08:05:00Z');
  const message = world.platform.posts[1]?.message;
  if (message?.reply.kind !== 'digest') throw new Error('there is no digest');
  const { reply } = message;
  const { conversation, command, coverage } = reply;
  const items = earlierWordings(reply);
  messages = [message, composeMessage(composeList({ conversation, command, coverage }, { items }))];
});

describe('a correction in a digest, and the earlier wording', () => {
  test.each(Object.keys(PLATFORMS))('look as kept: %s', async (platform) => {
    const shown = messages.map((message) => plain(PLATFORMS[platform]?.(message)));
    await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot(`golden/${platform}/corrections.txt`);
  });
});

/** What is sent, without the signed part of buttons, which changes from day to day. */
function plain(sent: unknown): string {
  if (typeof sent === 'string') return sent;
  const isSigned = (key: string) => key === 'custom_id' || key === 'value';
  const json = JSON.stringify(sent, (key, value) => (isSigned(key) ? undefined : value), 1);
  return json.replaceAll('\\n', '\n');
}
