import type { Chat } from '../../src/core/bot/chat-adapter.ts';
import type { Invocation } from '../../src/core/bot/invocation.ts';
import type { DocumentId } from '../../src/core/library/documents/document.ts';
import { composeMessage } from '../../src/core/replies/compose-message.ts';
import { composeError, composeNote } from '../../src/core/replies/compose-reply.ts';
import type { Message } from '../../src/core/replies/message.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** A core that says what a test wants said, and notes what it was asked. */
export interface ScriptedChat extends Chat {
  readonly asked: Invocation[];
  readonly left: string[];
  /** What it says from now on. */
  answer(reply: (invocation: Invocation) => Message | Promise<Message>): void;
}

/** One that answers with a note until it is told otherwise. */
export function createScriptedChat(): ScriptedChat {
  const asked: Invocation[] = [];
  const left: string[] = [];
  const claimed = new Set<string>();
  let reply: (invocation: Invocation) => Message | Promise<Message> = () => noted('Well.');
  return {
    ...{ asked, left },
    answer: (given) => {
      reply = given;
    },
    async handle(invocation) {
      asked.push(invocation);
      return reply(invocation);
    },
    complete: async () => [],
    suggest: async () => [{ value: 'ferry', label: 'ferry · The ferry' }],
    heeds: async () => true,
    adopt: async () => {},
    async claim({ workspace }, event) {
      const key = JSON.stringify([workspace, event]);
      const isFirst = !claimed.has(key);
      claimed.add(key);
      return isFirst;
    },
    leave: async ({ workspace }) => void left.push(workspace),
  };
}

const REQUEST = {
  ...{ conversation: 'c', command: 'ask' },
  coverage: { documents: 5, newest: '2024-07-10', undated: 4 },
};

/** A reply in the bot's own words. */
export function noted(note: string, kind: 'note' | 'error' = 'note'): Message {
  return composeMessage(
    kind === 'note'
      ? composeNote(REQUEST, note)
      : composeError(REQUEST, new UserError(note, { code: 'unknown-topic' })),
  );
}

/** A note with a file. */
export function filed(text: string): Message {
  const file = { name: 'dossier-abcdefgh2345.bib', type: 'application/x-bibtex', text };
  return composeMessage(composeNote(REQUEST, 'dossier-abcdefgh2345.bib: 1 excerpt.', { file }));
}

/** An answer that quotes texts, each from a document of its own, with its address if it has one. */
export function quoted(texts: readonly string[], urls: readonly (string | null)[] = []): Message {
  const points = texts.map((text, at) => ({
    ...{ text, citation: at + 1, label: null, speaker: null, weak: false, document: `d/${at}` as DocumentId },
    ...{ start: 0, end: text.length, url: urls[at] ?? null, date: null, dateIsRelative: false },
    ...{ page: null, place: null, ocr: false },
  }));
  const sources = points.map(({ citation: number, document, url }) => ({
    ...{ number, document, url, title: `Report ${number}`, publisher: null, published: null },
    ...{ sha256: '0'.repeat(64), copies: [] },
  }));
  const about = {
    ...REQUEST,
    id: 'abcdefgh2345',
    topic: null,
    question: 'Why?',
    unknownWords: [],
    note: null,
  };
  return composeMessage({ kind: 'answer', ...about, points, sources, more: false });
}
