import { beforeEach, describe, expect, test } from 'vitest';
import { NEW_CONVERSATION } from '../../src/core/conversations/conversation.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import type { DocumentId } from '../../src/core/library/document.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { claimContract } from './claims.ts';
import { editionContract } from './editions.ts';
import { ADA, answer, at, OTHERS, SPOKEN, TOM, TOPIC } from './store-samples.ts';
import { subscriptionContract } from './subscriptions.ts';
import { upkeepContract } from './upkeep.ts';

const STARTING = 60_000; // milliseconds; some databases start for the first of their stores

/** What every Store does. `open` makes an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  let store: Store;

  beforeEach(async () => {
    store = await open();
    return () => store.upkeep.close();
  }, STARTING);

  describe(`a store: ${name}`, () => {
    describe('conversations', () => {
      test('are as they were set last', async () => {
        await store.conversations.set(ADA, 'c', NEW_CONVERSATION, at(0));
        await store.conversations.set(TOM, 'c', SPOKEN, at(1));
        expect(await store.conversations.get(ADA, 'c')).toEqual(SPOKEN);
      });

      test('are nothing before they begin and after they are removed', async () => {
        expect(await store.conversations.get(ADA, 'c')).toBeNull();
        await store.conversations.set(ADA, 'c', SPOKEN, at(0));
        await store.conversations.remove(ADA, 'c');
        expect(await store.conversations.get(ADA, 'c')).toBeNull();
      });

      test.each(OTHERS)('are nothing to $platform:$workspace', async (other) => {
        await store.conversations.set(ADA, 'c', SPOKEN, at(0));
        expect(await store.conversations.get(other, 'c')).toBeNull();
        await store.conversations.remove(other, 'c');
        await store.conversations.set(other, 'c', NEW_CONVERSATION, at(1));
        expect(await store.conversations.get(ADA, 'c')).toEqual(SPOKEN);
      });
    });

    describe('answers', () => {
      test('are opened by their id', async () => {
        await store.answers.put(answer('a'));
        expect(await store.answers.get(ADA, 'a')).toEqual(answer('a'));
        expect(await store.answers.get(ADA, 'b')).toBeNull();
      });

      test('are listed newest first, of one person or of all', async () => {
        await store.answers.put(answer('old', { at: at(1) }));
        await store.answers.put(answer('tom', { at: at(2), audience: TOM }));
        await store.answers.put(answer('new', { at: at(3) }));
        await store.answers.put(answer('away', { at: at(4), conversation: 'd' }));
        const ids = async (options: { user?: string; limit: number }) =>
          (await store.answers.list(ADA, 'c', options)).map(({ id }) => id);
        expect(await ids({ limit: 9 })).toEqual(['new', 'tom', 'old']);
        expect(await ids({ user: 'ada', limit: 9 })).toEqual(['new', 'old']);
        expect(await ids({ limit: 1 })).toEqual(['new']);
      });

      test('given at one moment, or by a clock that went back, are listed as they were given', async () => {
        await store.answers.put(answer('b', { at: at(5) }));
        await store.answers.put(answer('a', { at: at(5) }));
        await store.answers.put(answer('c', { at: at(1) }));
        const found = await store.answers.list(ADA, 'c', { limit: 9 });
        expect(found.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
      });

      test('given again are the newest, once', async () => {
        await store.answers.put(answer('a', { at: at(1) }));
        await store.answers.put(answer('b', { at: at(2) }));
        await store.answers.put(answer('a', { at: at(3) }));
        const found = await store.answers.list(ADA, 'c', { limit: 9 });
        expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
      });

      test.each(OTHERS)('are nothing to $platform:$workspace', async (other) => {
        await store.answers.put(answer('a'));
        await store.answers.put(answer('a', { audience: other, conversation: 'd' }));
        expect((await store.answers.get(ADA, 'a'))?.conversation).toBe('c');
        expect(await store.answers.list(other, 'c', { limit: 9 })).toEqual([]);
      });
    });

    describe('documents', () => {
      const version = (id: string, sha256: string) => ({ id: id as DocumentId, sha256 });

      test('were first seen when the first said so', async () => {
        await store.documents.see([version('d', '1')], at(1));
        await store.documents.see([version('d', '1'), version('e', '1')], at(2));
        const sights = await store.documents.sights([
          version('d', '1'),
          version('e', '1'),
          version('f', '1'),
        ]);
        expect([...sights]).toEqual([
          ['d', { firstSeen: at(1), changed: at(1) }],
          ['e', { firstSeen: at(2), changed: at(2) }],
        ]);
      });

      test('changed when their text was first seen', async () => {
        await store.documents.see([version('d', '1')], at(1));
        await store.documents.see([version('d', '2')], at(5));
        const sights = await store.documents.sights([version('d', '2')]);
        expect(sights.get('d' as DocumentId)).toEqual({ firstSeen: at(1), changed: at(5) });
        expect(await store.documents.sights([version('d', '3')])).toEqual(new Map());
      });

      test('tell which versions were seen after a moment, and whether the document is older', async () => {
        await store.documents.see([version('a', '1'), version('d', '1')], at(1));
        await store.documents.see([version('e', '1'), version('d', '2')], at(5));
        await store.documents.see([version('d', '3'), version('a', '1')], at(7));
        expect(await store.documents.seenAfter(at(1))).toEqual([
          { ...version('d', '2'), firstSeen: at(1), changed: at(5) },
          { ...version('e', '1'), firstSeen: at(5), changed: at(5) },
          { ...version('d', '3'), firstSeen: at(1), changed: at(7) },
        ]);
        expect(await store.documents.seenAfter(at(7))).toEqual([]);
      });

      test('may be many', async () => {
        const many = Array.from({ length: 1234 }, (_, n) => version(`d${n}`, '1'));
        await store.documents.see(many, at(1));
        expect((await store.documents.sights(many)).size).toBe(1234);
        await store.documents.see([], at(1));
      });
    });

    describe('topics', () => {
      test('are listed by name as they were put last', async () => {
        await store.topics.put(ADA, { ...TOPIC, name: 'zoo' }, { user: 'ada', at: at(0) });
        await store.topics.put(ADA, { ...TOPIC, title: 'Old' }, { user: 'ada', at: at(0) });
        await store.topics.put(ADA, TOPIC, { user: 'tom', at: at(1) });
        expect(await store.topics.list(TOM)).toEqual([TOPIC, { ...TOPIC, name: 'zoo' }]);
      });

      test('are gone when removed, which is said', async () => {
        await store.topics.put(ADA, TOPIC, { user: 'ada', at: at(0) });
        expect(await store.topics.remove(ADA, 'ferry')).toBe(true);
        expect(await store.topics.remove(ADA, 'ferry')).toBe(false);
        expect(await store.topics.list(ADA)).toEqual([]);
      });

      test.each(OTHERS)('are nothing to $platform:$workspace', async (other) => {
        await store.topics.put(ADA, TOPIC, { user: 'ada', at: at(0) });
        expect(await store.topics.list(other)).toEqual([]);
        expect(await store.topics.remove(other, 'ferry')).toBe(false);
      });
    });

    describe('events', () => {
      test('are claimed once', async () => {
        const claims = await Promise.all([0, 1, 2].map((n) => store.events.claim(ADA, 'e', at(n))));
        expect(claims.filter((won) => won)).toHaveLength(1);
        expect(await store.events.claim(ADA, 'e', at(9))).toBe(false);
        expect(await store.events.claim(ADA, 'f', at(9))).toBe(true);
      });

      test.each(OTHERS)('are other events on $platform:$workspace', async (other) => {
        expect(await store.events.claim(ADA, 'e', at(0))).toBe(true);
        expect(await store.events.claim(other, 'e', at(0))).toBe(true);
      });
    });

    test('counts starts since a moment', async () => {
      await store.starts.record('start', at(1));
      await store.starts.record('start', at(1));
      await store.starts.record('start', at(3));
      await store.starts.record('other', at(3));
      const count = (minute: number) => store.starts.count('start', at(minute));
      expect([await count(1), await count(2), await count(4)]).toEqual([3, 1, 0]);
    });

    test('lists feedback newest first, of its workspace', async () => {
      const remark = (minute: number, audience: Audience) => ({
        ...{ audience, answer: null, rating: 'down' as const, reason: 'outdated', text: `“${minute}”` },
        at: at(minute),
      });
      const [own = ADA, other = ADA] = [ADA, OTHERS[0]];
      for (const one of [remark(1, own), remark(2, other), remark(3, own)]) await store.feedback.add(one);
      expect(await store.feedback.list(own, 9)).toEqual([remark(3, own), remark(1, own)]);
      expect(await store.feedback.list(own, 1)).toEqual([remark(3, own)]);
    });

    subscriptionContract(() => store);
    editionContract(() => store);
    claimContract(() => store);
    upkeepContract(() => store);
  });
}
