import type { webApi } from '@slack/bolt';
import type { ActionSigner } from '../../core/bot/action-signer.ts';
import type { Chat } from '../../core/bot/chat-adapter.ts';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import type { Observer } from '../../core/bot/platform.ts';
import type { KeyedQueue } from '../../core/text/queue.ts';
import type { UserError } from '../../core/text/user-error.ts';
import type { MessageOrigin } from './message-origin.ts';
import type { Openings } from './openings.ts';
import type { People } from './people.ts';
import type { Replies } from './replies.ts';
import type { FailureReports } from './report-failure.ts';
import type { ReadShared } from './shared-file.ts';

/** What the handlers of events work with. */
export interface HandlerContext extends FailureReports {
  readonly chat: Chat;
  readonly commands: readonly CommandDeclaration[];
  readonly actions: ActionSigner;
  readonly replies: Replies;
  readonly client: webApi.WebClient;
  /** The workspace of the token, and the bot's own user in it. */
  readonly team: string;
  readonly bot: string;
  /** The organisation of an Enterprise Grid that the workspace belongs to; null outside of one. */
  readonly enterprise: string | null;
  /** In front of the names of slash commands. */
  readonly prefix: string;
  /** Whether members of other workspaces may ask in shared channels. */
  readonly allowExternal: boolean;
  readonly observer?: Observer;
  /** Absent if files that people send are not read. */
  readonly readShared?: ReadShared;
  readonly people: People;
  readonly openings: Openings;
  /** Answers a person's requests one after the other; nobody waits for somebody else's. */
  readonly inTurn: KeyedQueue;
  /** Asks whether Slack refuses the token now; the refusal. */
  refusal(): Promise<UserError | null>;
  /** Ends the adapter: Slack rejects it for good. */
  refuse(error: UserError): void;
  /** Where the requests were made whose answers are not composed yet. */
  readonly composing: Set<MessageOrigin>;
}
