import type { StoredAnswer } from '../../src/core/conversations/answer-store.ts';
import { NEW_CONVERSATION } from '../../src/core/conversations/conversation.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import type { AnswerReply } from '../../src/core/replies/reply.ts';

/** Who asks in these tests. */
export const ADA: Audience = {
  platform: 'chat',
  workspace: 'W1',
  channel: 'C1',
  user: 'ada',
  private: false,
  local: false,
};
/** Somebody else in the same channel. */
export const TOM: Audience = { ...ADA, user: 'tom' };
/** The same ids in another workspace, and on another platform. */
export const OTHERS: readonly Audience[] = [
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
  const reply: AnswerReply = {
    ...{ id, conversation: 'c', command: 'ask', coverage, topic: null, question: 'Who pays?' },
    ...{ kind: 'answer', points: [], sources: [], more: false, unknownWords: [], note: null },
  };
  return { id, audience: ADA, conversation: 'c', at: at(0), reply, said: SPOKEN, ...of };
}
