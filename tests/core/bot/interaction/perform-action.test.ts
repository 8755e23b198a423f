import { describe, expect, test } from 'vitest';
import type { ButtonAction } from '../../../../src/core/bot/button-action.ts';
import type { AnswerRequest } from '../../../../src/core/bot/interaction/answer-request.ts';
import { performAction } from '../../../../src/core/bot/interaction/perform-action.ts';

const answer = 'abcdefgh2345';

/** What a platform is asked to do for a button. */
async function done(action: ButtonAction, forAsker = false): Promise<readonly unknown[]> {
  const calls: unknown[] = [];
  const record = (name: string) => async (given?: unknown) => void calls.push(name, given);
  await performAction(
    action,
    { forAsker },
    {
      openForm: record('form'),
      openThread: record('thread'),
      rate: record('rate'),
      keep: record('keep'),
      answer: record('answer'),
    },
  );
  return calls;
}

describe('a button', () => {
  test('for a question opens the form', async () => {
    expect(await done({ kind: 'ask', answer })).toEqual(['form', undefined]);
  });

  test('for a thread opens it under its answer', async () => {
    expect(await done({ kind: 'thread', answer })).toEqual(['thread', answer]);
  });

  test.each(['up', 'down', 'reason'] as const)('for an opinion rates: %s', async (kind) => {
    expect(await done({ kind, answer })).toEqual(['rate', { kind, answer }]);
  });

  test('that keeps a private answer is for its asker only', async () => {
    expect(await done({ kind: 'keep', answer })).toEqual([
      'keep',
      expect.objectContaining({ forAsker: true }),
    ]);
  });

  test.each([true, false])(
    'shows its reply to those who see its message: only the asker %s',
    async (forAsker) => {
      const [name, request] = await done({ kind: 'timeline', topic: 'nato-asia' }, forAsker);
      const options = { topic: 'nato-asia', style: 'timeline' };
      expect([name, request]).toEqual([
        'answer',
        { forAsker, request: { kind: 'command', command: 'brief', options } },
      ]);
    },
  );

  test('shares what only its asker saw with everyone', async () => {
    const [, request] = await done({ kind: 'share', answer }, true);
    expect((request as AnswerRequest).forAsker).toBe(false);
  });
});
