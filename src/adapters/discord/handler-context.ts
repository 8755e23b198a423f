import type { Chat } from '../../core/bot/chat-adapter.ts';
import type { Command } from '../../core/bot/command.ts';
import type { ActionSigner } from '../../core/bot/signed-actions.ts';
import type { createInvocations } from './message-origin.ts';
import type { Replies } from './replies.ts';

/** What the handlers of events work with. */
export interface HandlerContext {
  readonly chat: Chat;
  readonly commands: readonly Command[];
  readonly actions: ActionSigner;
  readonly replies: Replies;
  readonly invocation: ReturnType<typeof createInvocations>;
  /** Whether what people write in threads can be read without a mention. */
  readonly messageContent: boolean;
  now(): Date;
  report(error: Error): void;
}
