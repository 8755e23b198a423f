import { beforeEach, describe, expect, test } from 'vitest';
import type { Chat } from '../../../src/core/bot/chat-adapter.ts';
import type { Invocation } from '../../../src/core/bot/invocation.ts';
import type { Audience } from '../../../src/core/library/audience.ts';
import { createTestDossier, LOCAL, loadOwnCorpus, type TestDossier } from '../../fakes/local-chat.ts';

let dossier: TestDossier;
let chat: Chat;

beforeEach(async () => {
  dossier = await createTestDossier(await loadOwnCorpus());
  chat = dossier.chatFor(false);
  await say('/digest add nato-asia');
  await say('/digest remove 1');
});

interface Who {
  readonly conversation?: string;
  readonly user?: string;
  readonly manager?: boolean;
}

const line = (
  text: string,
  { conversation = 'c', user = LOCAL.user, manager = true }: Who = {},
): Invocation => ({
  request: { kind: 'line', text },
  ...{ conversation, audience: { ...LOCAL, user }, manager },
});
const say = async (text: string, who?: Who) => (await chat.handle(line(text, who))).text;
const isLeft = async () => (await dossier.store.subscriptions.list(LOCAL as Audience)).length === 1;

describe('after a question for confirmation', () => {
  test.each(['yes', ' Yes! ', 'y', 'oui', 'はい'])('%j does what its button does', async (word) => {
    expect(await say(word)).toContain('Removed digest 1.');
    expect(await isLeft()).toBe(false);
  });

  test('“yes” does it once', async () => {
    await say('yes');
    expect(await say('yes')).not.toContain('digest');
  });

  test.each(['no', 'No, thanks.', 'nein'])(
    '%j changes nothing, and a later “yes” nothing either',
    async (word) => {
      expect(await say(word)).toBe('Nothing was changed.');
      expect(await say('yes')).not.toContain('digest');
      expect(await isLeft()).toBe(true);
    },
  );

  test.each<[string, Who]>([
    ['another person', { user: 'tom' }],
    ['another conversation', { conversation: 'd' }],
  ])('“yes” in or by %s confirms nothing', async (_, who) => {
    await say('yes', who);
    expect(await isLeft()).toBe(true);
  });

  test('“yes” from somebody who is a manager no longer is refused', async () => {
    expect(await say('yes', { manager: false })).toContain('Only managers');
    expect(await isLeft()).toBe(true);
  });

  test('“yes” after anything else was said confirms nothing', async () => {
    await say('/help');
    await say('yes');
    expect(await isLeft()).toBe(true);
  });

  test('a sentence with “yes” is a question as ever', async () => {
    await say('yes, but what does France think?');
    expect(await isLeft()).toBe(true);
  });

  test('the word is heard in a thread, where it is otherwise left to people', async () => {
    expect(await chat.heeds(line('yes'), 'its-thread')).toBe(true);
    expect(await chat.heeds(line('yes', { user: 'tom' }), 'its-thread')).toBe(false);
  });
});

test('“yes” does not do what was only offered', async () => {
  await say('/digest add nato-asia at:09:00');
  expect(await say('yes')).not.toContain('Preview');
});
