import { expect, test } from 'vitest';
import type { FeedbackStore } from '../../../src/core/bot/feedback-store.ts';
import type { Audience } from '../../../src/core/library/audience.ts';
import { ADA, at, OTHERS } from '../store-samples.ts';

/** What every FeedbackStore does; `store` is an empty one in each test. */
export function feedbackStoreContract(store: () => FeedbackStore): void {
  test('lists feedback newest first, of its workspace', async () => {
    const remark = (minute: number, audience: Audience) => ({
      ...{ audience, answer: null, rating: 'down' as const, reason: 'outdated', text: `“${minute}”` },
      at: at(minute),
    });
    const [own = ADA, other = ADA] = [ADA, OTHERS[0]];
    for (const one of [remark(1, own), remark(2, other), remark(3, own)]) await store().add(one);
    expect(await store().list(own, 9)).toEqual([remark(3, own), remark(1, own)]);
    expect(await store().list(own, 1)).toEqual([remark(3, own)]);
  });
}
