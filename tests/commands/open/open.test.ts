import { beforeEach, describe, expect, test } from 'vitest';
import { openRequest, requestFor } from '../../../src/core/bot/action-request.ts';
import type { JsonReply } from '../../../src/core/replies/json-reply.ts';
import { INSIDER, type InsiderChat, openInsiderChat, QUESTION } from '../../fakes/insider-chat.ts';

let open: InsiderChat;

beforeEach(async () => {
  open = await openInsiderChat();
});

const ask = (...asked: Parameters<InsiderChat['ask']>) => open.ask(...asked);
const text = (reply: JsonReply) => reply.points.map((point) => point.text).join('\n');

describe('an answer opened again', () => {
  test('is as it was given', async () => {
    const first = await ask();
    expect(await ask(openRequest(first.id ?? ''))).toEqual(first);
  });

  test('shows its audience what that may read, and says what is left out', async () => {
    const first = await ask(QUESTION, INSIDER);
    expect(text(first)).toContain('Acme');
    const again = await ask(openRequest(first.id ?? ''), { ...INSIDER, channel: 'C1' });
    expect(text(again)).not.toContain('Acme');
    expect(again.note).toMatch(/left out/);
  });

  test('has no page for an id that is none', async () => {
    expect((await ask(requestFor({ kind: 'share', answer: 'nothing' }, false).request)).problem?.code).toBe(
      'unknown-answer',
    );
  });
});
