import { createInterface } from 'node:readline';
import type { ChatAdapter } from '../../core/chat/adapter.ts';
import type { Invocation } from '../../core/chat/invocation.ts';
import { jsonReply } from '../../core/messages/json-reply.ts';
import type { Message } from '../../core/messages/message.ts';
import { localInvocation } from './local-invocation.ts';
import { renderMessage } from './render.ts';

/** The terminal's input and output, and how to write to it. */
export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** One JSON reply a line, and nothing else. */
  readonly json: boolean;
  readonly colour: boolean;
}

/** The local chat: one turn a line, answered in order, until the input ends. `start` returns when it has. */
export function createTerminalAdapter({ input, output, json, colour }: TerminalOptions): ChatAdapter {
  const interactive = !json && input.isTTY === true && output.isTTY === true;
  const lines = createInterface({
    input,
    terminal: interactive,
    prompt: '› ',
    ...(interactive ? { output } : {}),
  });
  const write = (message: Message) => {
    const width = output.isTTY ? output.columns : undefined;
    output.write(
      json ? `${JSON.stringify(jsonReply(message))}\n` : `${renderMessage(message, { colour, width })}\n\n`,
    );
  };
  return {
    platform: 'terminal',
    start: (handle) => converse(lines, { handle, write, interactive }),
    stop: async () => lines.close(),
  };
}

interface Talk {
  readonly handle: (invocation: Invocation) => Promise<Message>;
  readonly write: (message: Message) => void;
  readonly interactive: boolean;
}

async function converse(
  lines: ReturnType<typeof createInterface>,
  { handle, write, interactive }: Talk,
): Promise<void> {
  if (interactive) lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') write(await handle(localInvocation({ kind: 'line', text: line })));
    if (interactive) lines.prompt();
  }
}
