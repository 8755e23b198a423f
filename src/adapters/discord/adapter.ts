import type { Chat, ChatAdapter } from '../../core/bot/chat-adapter.ts';
import { createInFlight } from '../../core/text/in-flight.ts';
import { createReadDocument } from './attached-file.ts';
import { createReadAttached } from './attached-list.ts';
import { type ConnectionOptions, createConnection } from './connection.ts';
import type { HandlerContext } from './handler-context.ts';
import { STOP_WITHIN } from './limits.ts';
import { listen } from './listen.ts';
import { createInvocations, PLATFORM } from './message-origin.ts';
import { createOnce } from './once.ts';
import { createDiscordReplies } from './replies.ts';

/** What the adapter for Discord needs. */
export interface DiscordOptions extends ConnectionOptions {
  /** Ids of people and roles that the operator made managers. */
  readonly managers: ReadonlySet<string>;
  /** How many days the buttons under an answer stay valid. */
  readonly days: number;
}

/** Creates the bot on Discord. `start` returns when it was stopped, and fails if Discord rejects it for good. */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  const inFlight = createInFlight();
  const isFirst = createOnce();
  const connection = createConnection(options);
  let isStopping = false;
  return {
    platform: PLATFORM,
    start(chat) {
      const context = createContext(options, chat);
      const handlers = { inFlight, isFirst, isStopping: () => isStopping };
      return connection.keep((client) => listen(client, context, handlers));
    },
    async stop() {
      isStopping = true;
      await inFlight.settle(STOP_WITHIN);
      await connection.close();
    },
    health: () => ({ platform: PLATFORM, ...connection.state() }),
  };
}

function createContext(options: DiscordOptions, chat: Chat): HandlerContext {
  const { commands, messageContent, managers, report, observer } = options;
  return {
    ...{ chat, commands, messageContent, report, ...(observer && { observer }) },
    ...createDiscordReplies(options),
    invocation: createInvocations(managers, messageContent),
    readAttached: createReadAttached(options.api),
    readDocument: createReadDocument(options.api),
  };
}
