import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderPages } from '../../../src/adapters/slack/render.ts';
import { createReplies } from '../../../src/adapters/slack/replies.ts';
import { createActionSigner } from '../../../src/core/bot/action-signer.ts';
import { messages } from '../../fakes/messages.ts';
import { checkMessage } from '../../fakes/slack/message-limits.ts';
import { DEFAULT_OPTIONS } from '../../fakes/slack/options.ts';
import { createWorld } from '../../fakes/slack/world.ts';

const place = { scope: { workspace: 'T1', channel: 'C1' }, shareable: true, threads: false };

describe('any message', () => {
  const actions = createActionSigner({ secret: 's', days: 90, longest: 1900, now: () => new Date() });
  const replies = createReplies(actions);

  test('has pages that each are taken by Slack, and ping nobody', () => {
    fc.assert(
      fc.property(messages, fc.boolean(), (message, forAsker) => {
        const world = createWorld({ ...DEFAULT_OPTIONS, links: [/./] });
        const request = { kind: 'line', text: 'x' } as const;
        for (let page = 1; page <= renderPages(message).length; page++) {
          const payload = replies.of(message, { ...place, request, page, forAsker, followsText: false });
          const body = JSON.parse(
            JSON.stringify({ ...payload, mrkdwn: false, unfurl_links: false, unfurl_media: false }),
          );
          expect(() => checkMessage(world, body, { name: 'it' })).not.toThrow();
        }
        expect(world.violations).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
