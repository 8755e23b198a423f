import { beforeEach, describe, expect, test } from 'vitest';
import { NEW_CONVERSATION } from '../../../src/core/conversations/conversation.ts';
import { createRecall, type RecallPorts } from '../../../src/core/conversations/recall.ts';
import { ADA, type InsiderChat, openInsiderChat } from '../../fakes/insider-chat.ts';
import { NOW } from '../../fakes/local-chat.ts';
import { createAnswerReply } from '../../fakes/replies.ts';

const CITED = { kind: 'command', command: 'cited', options: {} } as const;

let open: InsiderChat;

beforeEach(async () => {
  open = await openInsiderChat();
});

const ask = (...asked: Parameters<InsiderChat['ask']>) => open.ask(...asked);

describe('an answer that is taken up', () => {
  test('that is not known leaves the conversation as it is', async () => {
    const { id } = await ask();
    const reply = await ask(CITED, ADA, { replyTo: 'abcdefgh2345' });
    expect(reply.id).toBe(id);
  });

  test('is not known to what stands alone, nor is that remembered', async () => {
    await ask();
    const alone = { standsAlone: true } as const;
    expect((await ask(CITED, ADA, alone)).kind).toBe('note');
    const before = await open.dossier.store.conversations.get(ADA, 'chat:W1/C1/ada');
    await ask({ kind: 'line', text: 'And the island?' }, ADA, alone);
    expect(await open.dossier.store.conversations.get(ADA, 'chat:W1/C1/ada')).toEqual(before);
  });
});

describe('a store that fails', () => {
  const context = { audience: ADA, conversation: 'c', at: NOW };
  const fails = () => Promise.reject(new Error('disk full'));
  let reports: Error[];

  const recallOn = (broken: Partial<RecallPorts['conversations'] & RecallPorts['answers']>) => {
    reports = [];
    const { conversations, answers } = open.dossier.store;
    return createRecall({
      conversations: { ...conversations, ...broken },
      answers: { ...answers, ...broken },
      report: (error) => reports.push(error),
    });
  };

  test('leaves a conversation unsaid, and the operator is told', async () => {
    expect(await recallOn({ get: fails }).recall(context)).toEqual(NEW_CONVERSATION);
    expect(reports.map(({ cause }) => cause)).toEqual([new Error('disk full')]);
  });

  test('is told to the person with the reply', async () => {
    const reply = createAnswerReply({ note: 'A note.' });
    const shown = await recallOn({ put: fails }).remember(context, reply, NEW_CONVERSATION);
    const note = 'A note. Could not save this answer, so follow-ups cannot refer to it.';
    expect(shown).toEqual({ ...reply, note });
  });

  test('never holds a conversation that refers to no answer', async () => {
    await recallOn({ put: fails }).remember(context, createAnswerReply(), NEW_CONVERSATION);
    expect(await open.dossier.store.conversations.get(ADA, 'c')).toBeNull();
  });

  test('lets a list of hits be shown all the same', async () => {
    await recallOn({ put: fails }).keep(context, createAnswerReply());
    expect(reports).toHaveLength(1);
  });
});
