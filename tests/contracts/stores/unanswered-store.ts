import { beforeEach, describe, expect, test } from 'vitest';
import type { Audience } from '../../../src/core/library/audience.ts';
import type { NothingReply } from '../../../src/core/replies/reply.ts';
import type { Store } from '../../../src/stores/sql/store.ts';
import { ADA, answer, at, OTHERS, TOM } from '../store-samples.ts';

/** What every UnansweredStore does with the answers beside it; `current` is an empty store for each test. */
export function unansweredStoreContract(current: () => Store): void {
  describe('questions that found nothing', () => {
    const ask = (
      id: string,
      minute: number,
      of: { audience?: Audience; reply?: Partial<NothingReply> } = {},
    ) => {
      const { coverage } = answer(id).reply;
      const reply: NothingReply = {
        ...{ kind: 'nothing', id, conversation: 'c', command: 'ask', coverage, topic: null, headline: null },
        ...{ question: `Who pays “${id}”?`, unknownWords: ['pays'], nearest: [], sources: [] },
        ...{ note: null, more: false, ...of.reply },
      };
      return current().answers.put(answer(id, { reply, at: at(minute), audience: of.audience ?? ADA }));
    };
    const asked = async (workspace = ADA, limit = 9) =>
      (await current().unanswered.list(workspace, limit)).map(({ question }) => question);

    beforeEach(() => ask('a', 1));

    test('are listed without who asked, latest first', async () => {
      await ask('b', 2, { audience: TOM });
      expect(await current().unanswered.list(ADA, 9)).toEqual([
        { channel: 'C1', question: 'Who pays “b”?', unknownWords: ['pays'], at: at(2) },
        { channel: 'C1', question: 'Who pays “a”?', unknownWords: ['pays'], at: at(1) },
      ]);
      expect(await asked(ADA, 1)).toEqual(['Who pays “b”?']);
    });

    test('are none that were asked in private, answered, or no questions', async () => {
      await ask('private', 2, { audience: { ...ADA, private: true } });
      await ask('brief', 3, { reply: { command: 'brief', question: null } });
      await current().answers.put(answer('answered', { at: at(4) }));
      expect(await asked()).toEqual(['Who pays “a”?']);
    });

    test('are gone once the same question was answered in the same place', async () => {
      await current().answers.put(answer('a', { at: at(2) }));
      expect(await asked()).toEqual([]);
    });

    test.each(OTHERS)('are nothing to $platform:$workspace', async (other) => {
      expect(await asked(other)).toEqual([]);
      await ask('a', 1, { audience: other });
      expect([await asked(other), await asked()]).toEqual([['Who pays “a”?'], ['Who pays “a”?']]);
    });

    test('are pruned, and erased with the person, the channel or the workspace', async () => {
      await ask('away', 5, { audience: { ...TOM, channel: 'C2' } });
      await current().upkeep.prune(at(3));
      expect(await asked()).toEqual(['Who pays “away”?']);
      await ask('b', 6);
      expect(await current().upkeep.forget({ platform: 'chat', workspace: 'W1', user: 'ada' })).toBe(1);
      expect(await asked()).toEqual(['Who pays “away”?']);
      await current().upkeep.forget({ platform: 'chat', workspace: 'W1', channel: 'C2' });
      expect(await asked()).toEqual([]);
      await ask('b', 7);
      await current().upkeep.leave(ADA);
      expect(await asked()).toEqual([]);
    });
  });
}
