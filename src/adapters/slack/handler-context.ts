import type { webApi } from '@slack/bolt';
import type { Chat } from '../../core/bot/chat-adapter.ts';
import type { Command } from '../../core/bot/command.ts';
import type { ActionSigner } from '../../core/bot/signed-actions.ts';
import type { UserError } from '../../core/text/user-error.ts';
import type { People } from './people.ts';
import type { Replies } from './replies.ts';
import type { SerialQueue } from './serial-queue.ts';

/** What the handlers of events work with. */
export interface HandlerContext {
  readonly chat: Chat;
  readonly commands: readonly Command[];
  readonly actions: ActionSigner;
  readonly replies: Replies;
  readonly client: webApi.WebClient;
  /** The workspace that the token is of, and the bot's own user in it. */
  readonly team: string;
  readonly bot: string;
  /** In front of the names of slash commands. */
  readonly prefix: string;
  /** Whether people of other workspaces may ask in shared channels. */
  readonly allowExternal: boolean;
  readonly people: People;
  /** Answers being posted, by channel: what is said below one waits until it is known what it follows. */
  readonly openings: Map<string, Promise<unknown>>;
  /** Answers are made in turn. */
  readonly queue: SerialQueue;
  now(): Date;
  report(error: Error): void;
  /** Ends the adapter: Slack wants none of it any more. */
  refuse(error: UserError): void;
}
