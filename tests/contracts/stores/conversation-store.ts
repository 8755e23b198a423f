import { describe, expect, test } from 'vitest';
import { NEW_CONVERSATION } from '../../../src/core/conversations/conversation.ts';
import type { ConversationStore } from '../../../src/core/conversations/conversation-store.ts';
import { ADA, at, OTHERS, SPOKEN, TOM } from '../store-samples.ts';

/** What every ConversationStore does; `store` is an empty one in each test. */
export function conversationStoreContract(store: () => ConversationStore): void {
  describe('conversations', () => {
    test('are as they were set last', async () => {
      await store().set(ADA, 'c', NEW_CONVERSATION, at(0));
      await store().set(TOM, 'c', SPOKEN, at(1));
      expect(await store().get(ADA, 'c')).toEqual(SPOKEN);
    });

    test('are nothing before they begin and after they are removed', async () => {
      expect(await store().get(ADA, 'c')).toBeNull();
      await store().set(ADA, 'c', SPOKEN, at(0));
      await store().remove(ADA, 'c');
      expect(await store().get(ADA, 'c')).toBeNull();
    });

    test.each(OTHERS)('are nothing to $platform:$workspace', async (other) => {
      await store().set(ADA, 'c', SPOKEN, at(0));
      expect(await store().get(other, 'c')).toBeNull();
      await store().remove(other, 'c');
      await store().set(other, 'c', NEW_CONVERSATION, at(1));
      expect(await store().get(ADA, 'c')).toEqual(SPOKEN);
    });
  });
}
