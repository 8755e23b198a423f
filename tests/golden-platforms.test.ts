import { beforeEach, describe, expect, test } from 'vitest';
import { createReplies as forDiscord } from '../src/adapters/discord/replies.ts';
import { createReplies as forSlack } from '../src/adapters/slack/replies.ts';
import { localInvocation } from '../src/adapters/terminal/local-invocation.ts';
import { createReplies as forWeb } from '../src/adapters/web/replies.ts';
import { createActionSigner } from '../src/core/bot/action-signer.ts';
import { packAction } from '../src/core/bot/button-action.ts';
import type { ReplySetting } from '../src/core/bot/interaction/reply-layout.ts';
import type { Message } from '../src/core/replies/message.ts';
import { ADMIN_PAGE, createTestDossier, loadOwnCorpus, type TestDossier } from './fakes/local-chat.ts';

// The same as tests/golden/replies has for the terminal, a conversation each.
const CONVERSATIONS: Readonly<Record<string, readonly string[]>> = {
  brief: ['/brief nato-asia', 'What does France think?', 'more', '/sources all'],
  voices: ['/brief nato-asia style:voices'],
  timeline: ['/brief nato-asia style:timeline'],
  nothing: ['What is NATO’s hypersonic missile plan?'],
  lists: ['/help', '/topics', '/sources', '/search liaison office limit:2'],
  digests: ['/digest add nato-asia at:08:00', '/digest run 1', '/digest remove 1'],
  managing: [
    ...['/ask Where is the zeppelin?', '/digest add nato-asia at:08:00', '/feedback it was never opened'],
    ...['/status', '/status unread', '/status digests', '/status questions', '/feedback list'],
    '/topics try liaison office Tokyo',
  ],
  mistakes: ['/brief nato-asa', '/ask'],
};

let dossier: TestDossier;

beforeEach(async () => {
  dossier = await createTestDossier(await loadOwnCorpus(), { adminPage: ADMIN_PAGE });
});

const now = () => new Date();
const actions = createActionSigner({ secret: 's', days: 90, longest: 100, now });
const setting: ReplySetting = {
  ...{ request: { kind: 'line', text: '' }, page: 1, scope: { workspace: 'W', channel: 'C' } },
  ...{ forAsker: false, followsText: false, shareable: true, threads: true },
};

const PLATFORMS: Readonly<Record<string, (message: Message) => unknown>> = {
  discord: (message) => forDiscord(actions).of(message, setting).components,
  slack: (message) => forSlack(actions).of(message, { ...setting, threads: false }),
  web: (message) => forWeb({ sign: packAction, spell: String }).of(message, setting).markup,
};

describe.each(Object.keys(PLATFORMS))('replies on %s', (platform) => {
  test.each(Object.keys(CONVERSATIONS))('read as kept: %s', async (name) => {
    const shown: string[] = [];
    for (const text of CONVERSATIONS[name] ?? []) {
      const message = await dossier.dispatch(localInvocation({ kind: 'line', text }));
      shown.push(`› ${text}\n\n${plain(PLATFORMS[platform]?.(message))}`);
    }
    await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot(`golden/${platform}/${name}.txt`);
  });
});

/** What is sent, without the signed part of buttons, which changes from day to day. */
function plain(sent: unknown): string {
  if (typeof sent === 'string') return sent;
  const json = JSON.stringify(
    sent,
    (key, value) => (key === 'custom_id' || key === 'value' ? undefined : value),
    1,
  );
  return json.replaceAll('\\n', '\n');
}
