import { beforeEach, expect, test } from 'vitest';
import { openRequest, requestFor } from '../../../src/core/bot/action-request.ts';
import { ADA, INSIDER, type InsiderChat, openInsiderChat, QUESTION } from '../../fakes/insider-chat.ts';

const TOM = { ...ADA, user: 'tom' };

let open: InsiderChat;

beforeEach(async () => {
  open = await openInsiderChat();
});

const share = (answer: string) => requestFor({ kind: 'share', answer }, false).request;

test('a private answer can be opened by others once it was shared', async () => {
  const { id } = await open.ask(QUESTION, { ...ADA, private: true });
  expect((await open.ask(openRequest(id ?? ''), TOM)).problem?.code).toBe('unknown-answer');
  const shared = await open.ask(share(id ?? ''));
  expect((await open.ask(openRequest(id ?? ''), TOM)).points).toEqual(shared.points);
});

test('an answer of which nothing is left to read here is not shared', async () => {
  const secret = { kind: 'line', text: 'Was the ferry sold to Acme?' } as const;
  const { id, points } = await open.ask(secret, { ...INSIDER, private: true });
  expect(points.map(({ document }) => document)).toEqual(['secret/merger']);
  expect((await open.ask(share(id ?? ''))).kind).toBe('note');
  expect((await open.ask(openRequest(id ?? ''), TOM)).problem?.code).toBe('unknown-answer');
});
