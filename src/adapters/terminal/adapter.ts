import { createInterface, type Interface } from 'node:readline';
import type { Chat, ChatAdapter } from '../../core/bot/chat-adapter.ts';
import { jsonReply } from '../../core/replies/json-reply.ts';
import type { Message } from '../../core/replies/message.ts';
import { aborted } from '../../core/text/abort.ts';
import { isBlank } from '../../core/text/is-blank.ts';
import { type History, openHistory } from './history.ts';
import { localInvocation, PLATFORM } from './local-invocation.ts';
import { renderMessage } from './render.ts';

/** The terminal's input and output, and how to write to it. */
export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** One JSON reply per line, and nothing else. */
  readonly json: boolean;
  readonly colour: boolean;
  /** The file that stores the lines that a person typed. */
  readonly historyFile: string;
}

/** Creates the local chat: one message per line, answered in order. `start` returns when the input ends. */
export function createTerminalAdapter(options: TerminalOptions): ChatAdapter {
  const { input, output, json, colour } = options;
  const interactive = !json && input.isTTY === true && output.isTTY === true;
  const stopping = new AbortController();
  const write = (message: Message) => {
    const width = output.isTTY && output.columns ? output.columns : undefined; // 0: the size is not known
    const text = json ? JSON.stringify(jsonReply(message)) : `${renderMessage(message, { colour, width })}\n`;
    output.write(`${text}\n`);
  };
  return {
    platform: PLATFORM,
    async start(chat) {
      const turns = interactive ? typedLines(options, chat) : pipedLines(input, !json);
      const stopped = aborted(stopping.signal);
      for (;;) {
        const next = await Promise.race([turns.next(), stopped]);
        if (!next || next.done) return;
        if (!isBlank(next.value))
          write(await chat.handle(localInvocation({ kind: 'line', text: next.value })));
      }
    },
    async stop() {
      stopping.abort();
      input.pause(); // a line that never comes must not keep the process running
    },
    health: () => ({ platform: PLATFORM, connected: true, detail: 'this chat' }),
  };
}

/** Lines typed by a person, with a prompt before each, completed with the tab key. */
async function* typedLines(options: TerminalOptions, chat: Chat): AsyncGenerator<string> {
  const { input, output } = options;
  const history: History = openHistory(options.historyFile);
  const lines = createInterface({
    ...{ input, output, prompt: '› ' },
    history: [...history.lines],
    removeHistoryDuplicates: true,
    completer: (line: string, done: Completed) => {
      chat.complete(localInvocation({ kind: 'line', text: line })).then(
        (found) => done(null, [[...found], line]),
        () => done(null, [[], line]),
      );
    },
  });
  lines.on('history', (typed: string[]) => history.write(typed));
  lines.on('SIGINT', () => clearOrLeave(lines, output));
  lines.prompt();
  for await (const line of lines) {
    if (LEAVE.test(line)) break;
    yield line;
    lines.prompt();
  }
}

// In a stream of JSON these are questions: every line has its reply.
const LEAVE = /^\s*\/?(?:exit|quit)\s*$/i;

/** Ctrl-C clears what was begun, so that no shell gets the rest of it; with nothing to clear it leaves. */
function clearOrLeave(lines: Interface, output: NodeJS.WritableStream): void {
  output.write('^C\n');
  if (lines.line === '') {
    lines.close();
    return;
  }
  lines.write(null, { ctrl: true, name: 'e' });
  lines.write(null, { ctrl: true, name: 'u' });
  lines.prompt();
}

type Completed = (error: null, result: [string[], string]) => void;

/** Lines of a pipe or a file, ended by \n or \r\n only: readline of Node 24 also breaks lines at U+2028. */
async function* pipedLines(input: NodeJS.ReadableStream, mayLeave: boolean): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (mayLeave && LEAVE.test(line)) return;
      yield line.replace(/\r$/, '');
    }
  }
  if (rest !== '' && !(mayLeave && LEAVE.test(rest))) yield rest;
}
