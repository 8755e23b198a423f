import type { Chat } from '../../src/core/bot/chat-adapter.ts';
import type { ChatRequest, Invocation } from '../../src/core/bot/invocation.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import { type JsonReply, jsonReply } from '../../src/core/replies/json-reply.ts';
import { createContents, createDocument } from './documents.ts';
import { createTestDossier, type TestDossier } from './local-chat.ts';

/** A person in a channel that may not read the collection `secret`. */
export const ADA: Audience = {
  ...{ platform: 'chat', workspace: 'W1', channel: 'C1', user: 'ada' },
  ...{ private: false, local: false },
};

/** The same person in the channel that may. */
export const INSIDER: Audience = { ...ADA, channel: 'C7' };

/** A question that documents of both collections answer. */
export const QUESTION = { kind: 'line', text: 'What about the ferry to the island?' } as const;

/** A chat on two collections, one of which only one channel may read. */
export interface InsiderChat {
  readonly dossier: TestDossier;
  readonly chat: Chat;
  readonly reports: readonly Error[];
  ask(request?: ChatRequest, audience?: Audience, more?: Partial<Invocation>): Promise<JsonReply>;
}

/** Opens one. */
export async function openInsiderChat(): Promise<InsiderChat> {
  const documents = [
    createDocument('harbour/ferry', { text: 'The ferry to the island will cost ten crowns from May.' }),
    createDocument('secret/merger', { title: 'Falcon', text: 'The ferry to the island was sold to Acme.' }),
  ];
  const contents = createContents(documents, [topicOn('fares', 'harbour'), topicOn('falcon', 'secret')]);
  const collections = contents.collections.map((each) =>
    each.id === ('secret' as CollectionId) ? { ...each, readable: ['chat:W1/C7'] } : each,
  );
  const reports: Error[] = [];
  const report = (error: Error) => reports.push(error);
  const dossier = await createTestDossier({ ...contents, collections }, { report });
  const chat = dossier.chatFor(false);
  return {
    ...{ dossier, chat, reports },
    ask: async (request, audience, more) => jsonReply(await chat.handle(invoke(request, audience, more))),
  };
}

/** A request in the one conversation that a person has in a channel. */
export function invoke(
  request: ChatRequest = QUESTION,
  audience = ADA,
  more: Partial<Invocation> = {},
): Invocation {
  const conversation = `chat:W1/${audience.channel}/${audience.user}`;
  return { request, audience, manager: false, conversation, ...more };
}

function topicOn(name: string, collection: string) {
  return {
    ...{ name, title: `On ${name}`, query: 'ferry', synonyms: [], aspects: [] },
    collections: [collection as CollectionId],
  };
}
