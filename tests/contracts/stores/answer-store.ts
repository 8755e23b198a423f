import { describe, expect, test } from 'vitest';
import type { AnswerStore } from '../../../src/core/conversations/answer-store.ts';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import type { AnswerReply } from '../../../src/core/replies/reply.ts';
import { createPoint } from '../../fakes/replies.ts';
import { ADA, answer, at, OTHERS, TOM } from '../store-samples.ts';

/** What every AnswerStore does; `store` is an empty one in each test. */
export function answerStoreContract(store: () => AnswerStore): void {
  describe('answers', () => {
    test('are opened by their id', async () => {
      await store().put(answer('a'));
      expect(await store().get(ADA, 'a')).toEqual(answer('a'));
      expect(await store().get(ADA, 'b')).toBeNull();
    });

    test('are listed newest first, of one person or of all', async () => {
      await store().put(answer('old', { at: at(1) }));
      await store().put(answer('tom', { at: at(2), audience: TOM }));
      await store().put(answer('new', { at: at(3) }));
      await store().put(answer('away', { at: at(4), conversation: 'd' }));
      const ids = async (options: { user?: string; limit: number }) =>
        (await store().list(ADA, 'c', options)).map(({ id }) => id);
      expect(await ids({ limit: 9 })).toEqual(['new', 'tom', 'old']);
      expect(await ids({ user: 'ada', limit: 9 })).toEqual(['new', 'old']);
      expect(await ids({ limit: 1 })).toEqual(['new']);
    });

    test('given at one moment, or by a clock that went back, are listed as they were given', async () => {
      await store().put(answer('b', { at: at(5) }));
      await store().put(answer('a', { at: at(5) }));
      await store().put(answer('c', { at: at(1) }));
      const found = await store().list(ADA, 'c', { limit: 9 });
      expect(found.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    });

    test('given again are the newest, once', async () => {
      await store().put(answer('a', { at: at(1) }));
      await store().put(answer('b', { at: at(2) }));
      await store().put(answer('a', { at: at(3) }));
      const found = await store().list(ADA, 'c', { limit: 9 });
      expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
    });

    test('lose the words quoted from documents that are gone, and nothing else', async () => {
      const points = ['harbour/ferry', 'harbour/pier'].map((document) =>
        createPoint({ document: document as DocumentId, text: `What ${document} says.` }),
      );
      const { reply } = answer('a');
      const quoting = answer('a', { at: at(1), reply: { ...reply, points } as AnswerReply });
      for (const audience of [ADA, ...OTHERS]) await store().put({ ...quoting, audience });
      for (let nth = 0; nth < 200; nth++) await store().put(answer(`b${nth}`));
      await store().dropWordings(async (ids) => new Set(ids.filter((id) => id === points[0]?.document)));
      const [kept, gone] = points;
      for (const audience of [ADA, ...OTHERS])
        expect(await store().get(audience, 'a')).toEqual({
          ...{ ...quoting, audience },
          reply: { ...reply, points: [kept, { ...gone, text: '' }] },
        });
      expect(await store().get(ADA, 'b7')).toEqual(answer('b7'));
    });

    test('stay as they are if they are stored anew while such words are deleted', async () => {
      const gone = createPoint({ document: 'harbour/pier' as DocumentId, text: 'What it says.' });
      const { reply } = answer('a');
      await store().put(answer('a', { at: at(1), reply: { ...reply, points: [gone] } as AnswerReply }));
      const newer = answer('a', { at: at(2), conversation: 'd' });
      let looks = 0;
      await store().dropWordings(async () => {
        if (++looks === 2) await store().put(newer);
        return new Set();
      });
      expect(looks).toBe(2);
      expect(await store().get(ADA, 'a')).toEqual(newer);
    });

    test.each(OTHERS)('are nothing to $platform:$workspace', async (other) => {
      await store().put(answer('a'));
      await store().put(answer('a', { audience: other, conversation: 'd' }));
      expect((await store().get(ADA, 'a'))?.conversation).toBe('c');
      expect(await store().list(other, 'c', { limit: 9 })).toEqual([]);
    });
  });
}
