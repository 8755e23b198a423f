import type { JsonReply } from '../../src/core/replies/json-reply.ts';
import { type LocalChat, loadOwnCorpus, openLocalChat } from './local-chat.ts';

/** A conversation about the corpus that comes with the project. */
export interface OwnTalk {
  readonly conversation: string;
  say(line: string): Promise<JsonReply>;
  /** Says lines one after the other; returns the last reply. */
  sayAll(...lines: readonly string[]): Promise<JsonReply>;
}

let chat: Promise<LocalChat> | undefined;
let begun = 0;

/** Starts a conversation of its own; all of them share one Dossier. */
export async function startOwnTalk(): Promise<OwnTalk> {
  chat ??= loadOwnCorpus().then((contents) => openLocalChat(contents));
  const { say: sayIn } = await chat;
  const conversation = `terminal:local/${begun++}`;
  const say = (line: string) => sayIn(line, conversation);
  return {
    ...{ conversation, say },
    async sayAll(...lines) {
      const [last = '', ...before] = lines.toReversed();
      for (const line of before.toReversed()) await say(line);
      return say(last);
    },
  };
}

/** Everything that a reply quotes, a line each. */
export function quotesOf({ points }: JsonReply): string {
  return points.map(({ text }) => text).join('\n');
}
