import type { Chat } from '../../core/chat/adapter.ts';
import type { Deeds } from '../../core/chat/deeds.ts';
import type { Command } from '../../core/commands/command.ts';
import type { createInvocations } from './place.ts';
import type { Replies } from './replies.ts';

/** What the handlers of events work with. */
export interface Parts {
  readonly chat: Chat;
  readonly commands: readonly Command[];
  readonly deeds: Deeds;
  readonly replies: Replies;
  readonly invocation: ReturnType<typeof createInvocations>;
  /** Whether what people write in threads can be read without a mention. */
  readonly messageContent: boolean;
  now(): Date;
  report(error: Error): void;
}
