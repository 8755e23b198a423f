import type { webApi } from '@slack/bolt';
import type { ActionSigner } from '../../core/bot/action-signer.ts';
import type { Chat } from '../../core/bot/chat-adapter.ts';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import type { SerialQueue } from '../../core/text/queue.ts';
import type { UserError } from '../../core/text/user-error.ts';
import type { People } from './people.ts';
import type { Replies } from './replies.ts';

/** What the handlers of events work with. */
export interface HandlerContext {
  readonly chat: Chat;
  readonly commands: readonly CommandDeclaration[];
  readonly actions: ActionSigner;
  readonly replies: Replies;
  readonly client: webApi.WebClient;
  /** The workspace of the token, and the bot's own user in it. */
  readonly team: string;
  readonly bot: string;
  /** In front of the names of slash commands. */
  readonly prefix: string;
  /** Whether members of other workspaces may ask in shared channels. */
  readonly allowExternal: boolean;
  readonly people: People;
  /** Answers that are being posted, by channel: a message below one waits until it is known what it follows. */
  readonly openings: Map<string, Promise<unknown>>;
  /** Answers are made one after the other. */
  readonly queue: SerialQueue;
  report(error: Error): void;
  /** Ends the adapter: Slack rejects it for good. */
  refuse(error: UserError): void;
}
