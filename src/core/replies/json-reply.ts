import type { Message } from './message.ts';
import type { Reply } from './reply.ts';

/** The JSON reply (docs/json.md): a stable shape with every key present. */
export type JsonReply = { readonly version: 1 } & Reply & { readonly text: string };

/** A message as its JSON reply, keys in their documented order. */
export function jsonReply({ reply, text }: Message): JsonReply {
  const { kind, id, conversation, command, topic, question, headline, points, nearest, unknownWords } = reply;
  const { sources, items, coverage, more, problem, note, stored } = reply;
  const { documents, newest, undated } = coverage;
  return {
    version: 1,
    ...{ kind, id, conversation, command, topic, question, headline, points, nearest, unknownWords },
    ...{ sources, items, coverage: { documents, newest, undated }, more, problem, note, text },
    ...(stored === undefined ? {} : { stored }),
  };
}
