import type { Workspace } from '../library/audience.ts';
import type { Message } from '../replies/message.ts';
import type { Invocation } from './invocation.ts';

/** How a platform is doing. */
export interface Health {
  readonly platform: string;
  readonly connected: boolean;
  /** For people, for example since when. */
  readonly detail: string;
}

/** What an adapter asks of the core. */
export interface Chat {
  handle(invocation: Invocation): Promise<Message>;
  /** What the line typed so far may become, likeliest first; never what the audience may not hear of. */
  complete(invocation: Invocation): Promise<readonly string[]>;
  /** The same for one option of a command, where a platform has a field for each. */
  suggest(invocation: Invocation, typed: TypedOption): Promise<readonly Suggestion[]>;
  /** Makes what was said up to `replyTo` the past of the invocation's conversation: a thread opened from an answer. */
  adopt(invocation: Invocation): Promise<void>;
  /** True for the first who asks, in whatever process: an event that comes twice has one effect. */
  claim(workspace: Workspace, event: string): Promise<boolean>;
  /** Removes everything of a workspace from which Dossier was removed. */
  leave(workspace: Workspace): Promise<void>;
}

/** What was typed so far into one option of a command. */
export interface TypedOption {
  readonly command: string;
  readonly option: string;
  readonly value: string;
}

/** A value, and how it is shown. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** One chat platform. `start` may be called once; `stop` lets what is in hand finish. */
export interface ChatAdapter {
  readonly platform: string;
  start(chat: Chat): Promise<void>;
  stop(): Promise<void>;
  health(): Health;
}
