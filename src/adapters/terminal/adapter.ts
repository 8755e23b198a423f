import { createInterface } from 'node:readline';
import type { ChatAdapter } from '../../core/chat/adapter.ts';
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
  const turns = interactive ? typedLines(input, output) : pipedLines(input);
  const write = (message: Message) => {
    const width = output.isTTY && output.columns ? output.columns : undefined; // 0: the size is not known
    const text = json ? JSON.stringify(jsonReply(message)) : `${renderMessage(message, { colour, width })}\n`;
    output.write(`${text}\n`);
  };
  return {
    platform: 'terminal',
    async start(handle) {
      for await (const line of turns) {
        if (line.trim() !== '') write(await handle(localInvocation({ kind: 'line', text: line })));
      }
    },
    async stop() {
      await turns.return(undefined);
    },
  };
}

/** Lines typed by a person, with a prompt before each. */
async function* typedLines(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): AsyncGenerator<string> {
  const lines = createInterface({ input, output, prompt: '› ' });
  lines.prompt();
  for await (const line of lines) {
    yield line;
    lines.prompt();
  }
}

/** Lines of a pipe or a file, ended by \n or \r\n alone: readline of Node 24 also breaks lines at U+2028. */
async function* pipedLines(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}
