import { renderMessage } from '../../adapters/terminal/render.ts';
import { jsonReply } from '../../core/replies/json-reply.ts';
import type { Message } from '../../core/replies/message.ts';
import { fileOf } from '../../core/replies/reply.ts';
import { say } from '../operator.ts';

const { stdout } = process;

/** Prints a message: as one JSON object, or for people, an error of theirs to standard error. */
export function print(message: Message, { json, colour }: { json: boolean; colour: boolean }): void {
  const width = stdout.isTTY && stdout.columns ? stdout.columns : undefined;
  if (json) stdout.write(`${JSON.stringify(jsonReply(message))}\n`);
  else if (message.reply.kind === 'error') say(message.text);
  else stdout.write(`${renderMessage(message, { colour, width })}\n`);
  if (!json && fileOf(message.reply)) say(message.text);
}
