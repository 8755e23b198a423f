import { NEW_CONVERSATION } from '../../src/core/conversations/conversation.ts';
import type { Reader } from '../../src/core/corpus/collection.ts';
import { emptyReply } from '../../src/core/messages/reply.ts';
import type { StoredAnswer } from '../../src/core/store.ts';

/** Who asks in these tests. */
export const ADA: Reader = { platform: 'chat', workspace: 'W1', channel: 'C1', user: 'ada', private: false };
/** Somebody else in the same channel. */
export const TOM: Reader = { ...ADA, user: 'tom' };
/** The same ids in another workspace, and on another platform. */
export const OTHERS: readonly Reader[] = [
  { ...ADA, workspace: 'W2' },
  { ...ADA, platform: 'talk' },
];

/** A minute past two. */
export const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 14, minute));
const coverage = { documents: 1, newest: null, undated: 1 };
const TURN = { text: 'Who pays?', kind: 'who', bare: false, concepts: [] } as const;
/** A conversation of one turn. */
export const SPOKEN = { ...NEW_CONVERSATION, turns: [TURN] };
/** A topic made in chat. */
export const TOPIC = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry “fares” 🚢', collections: null },
  ...{ synonyms: [['a', 'b']], aspects: [{ label: 'China', terms: ['Beijing'] }] },
};

/** An answer in the conversation `c`. */
export function answer(id: string, of: Partial<StoredAnswer> = {}): StoredAnswer {
  const reply = { ...emptyReply('answer', { conversation: 'c', command: 'ask', coverage }), id };
  return { id, reader: ADA, conversation: 'c', at: at(0), reply, said: SPOKEN, ...of };
}
