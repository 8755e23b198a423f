import { beforeEach, describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../../commands/index.ts';
import { type Rating, rateAnswer, ratingReasons } from '../../../../src/core/bot/interaction/rate-answer.ts';
import { createScriptedChat, type ScriptedChat } from '../../../contracts/scripted-chat.ts';

const UP: Rating = {
  action: { kind: 'up', answer: 'abcdefgh2345' },
  reason: null,
  user: 'ada',
  workspace: { platform: 'p', workspace: 'w' },
};

let chat: ScriptedChat;
beforeEach(() => {
  chat = createScriptedChat();
});

/** What the person is shown: a request to run, or a notice. */
function rate(rating: Partial<Rating> = {}): Promise<unknown> {
  return rateAnswer<unknown>(
    chat,
    { ...UP, ...rating },
    { reply: async ({ request, forAsker }) => ({ request, forAsker }), notice: (text) => text },
  );
}

describe('a rating', () => {
  test('is stored by /feedback, and only its author sees the thanks', async () => {
    const options = { rating: 'up', answer: 'abcdefgh2345' };
    const request = { kind: 'command', command: 'feedback', options };
    expect(await rate()).toEqual({ request, forAsker: true });
  });

  test('counts once, however often its button is pressed', async () => {
    await rate();
    expect(await rate()).toMatch(/already/);
  });

  test('counts for each person, each answer and each workspace', async () => {
    await rate();
    for (const other of [
      { user: 'tom' },
      { action: { kind: 'up', answer: 'zyxwvuts6543' } } as const,
      { workspace: { platform: 'p', workspace: 'v' } },
    ])
      expect(await rate(other)).toMatchObject({ forAsker: true });
  });

  test('down and its reason are stored one after the other', async () => {
    const { answer } = UP.action;
    expect(await rate({ action: { kind: 'down', answer } })).toMatchObject({
      request: { options: { rating: 'down', answer } },
    });
    expect(await rate({ action: { kind: 'reason', answer }, reason: 'outdated' })).toMatchObject({
      request: { options: { rating: 'down', answer, reason: 'outdated' } },
    });
  });
});

test('the reasons are those of /feedback', () => {
  expect(ratingReasons(DECLARATIONS)).toContain('outdated');
  expect(ratingReasons([])).toEqual([]);
});
