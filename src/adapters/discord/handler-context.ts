import type { ActionSigner } from '../../core/bot/action-signer.ts';
import type { Chat } from '../../core/bot/chat-adapter.ts';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import type { Observer } from '../../core/bot/platform.ts';
import type { ReadDocument } from './attached-file.ts';
import type { ReadAttached } from './attached-list.ts';
import type { InvocationFactory } from './message-origin.ts';
import type { Replies } from './replies.ts';

/** What the handlers of events work with. */
export interface HandlerContext {
  readonly chat: Chat;
  readonly commands: readonly CommandDeclaration[];
  readonly actions: ActionSigner;
  readonly replies: Replies;
  readonly invocation: InvocationFactory;
  readonly readAttached: ReadAttached;
  readonly readDocument: ReadDocument;
  /** Whether messages in threads can be read without a mention. */
  readonly messageContent: boolean;
  readonly observer?: Observer;
  report(error: Error): void;
}
