import { beforeEach, expect, test } from 'vitest';
import type { JsonReply } from '../../../src/core/replies/json-reply.ts';
import { INSIDER, type InsiderChat, openInsiderChat, QUESTION } from '../../fakes/insider-chat.ts';

let open: InsiderChat;

beforeEach(async () => {
  open = await openInsiderChat();
});

const ask = (...asked: Parameters<InsiderChat['ask']>) => open.ask(...asked);
const text = (reply: JsonReply) => reply.points.map((point) => point.text).join('\n');

test('every source of an answer is read among its neighbours at once', async () => {
  const { id, sources } = await ask(QUESTION, INSIDER);
  const options = { what: 'all', answer: id ?? '' };
  const all = await ask({ kind: 'command', command: 'sources', options }, INSIDER);
  expect(all.sources).toEqual(sources);
  expect(all.items).toEqual([]);
  expect(text(all)).toMatch(/ten crowns[\s\S]*Acme|Acme[\s\S]*ten crowns/);
});
