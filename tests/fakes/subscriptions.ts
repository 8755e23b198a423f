import type { Subscription } from '../../src/core/schedule/subscription.ts';

/** Creates a subscription, daily at 08:00 in London unless given otherwise. */
export function createSubscription(given: Partial<Subscription> = {}): Subscription {
  return {
    channel: { platform: 'terminal', workspace: 'local', channel: 'terminal' },
    number: 1,
    topic: 'harbours',
    length: '1m',
    whenEmpty: 'skip',
    alert: null,
    filing: {},
    max: 5,
    at: '08:00',
    days: [1, 2, 3, 4, 5, 6, 7],
    zone: 'Europe/London',
    owner: 'U1',
    ordered: new Date('2026-01-01T00:00:00Z'),
    since: new Date('2026-01-01T00:00:00Z'),
    paused: null,
    next: null,
    ...given,
  };
}
