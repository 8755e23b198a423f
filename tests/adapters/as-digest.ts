import type { Message } from '../../src/core/replies/message.ts';

/** A brief as the digest that would contain it. */
export function asDigest({ reply, ...message }: Message): Message {
  if (reply.kind !== 'brief') throw new Error(`A ${reply.kind} is no brief.`);
  const { note: _, topic, ...brief } = reply;
  return {
    ...message,
    reply: { ...brief, topic: topic ?? '', kind: 'digest', window: 'The first edition.', footer: [] },
  };
}
