import type { Workspace } from '../library/audience.ts';
import type { Message } from '../replies/message.ts';
import type { Invocation } from './invocation.ts';

/** The state of a platform's connection. */
export interface Health {
  readonly platform: string;
  readonly connected: boolean;
  /** For people, for example since when. */
  readonly detail: string;
}

/** What an adapter sees of the core. */
export interface Chat {
  handle(invocation: Invocation): Promise<Message>;
  /**
   * Whether to answer what is said. In its own threads Dossier answers questions and control words, unless it was told to stop;
   * in threads of people, the same if the thread began by addressing it.
   */
  heeds(invocation: Invocation, said: SaidTo): Promise<boolean>;
  /** Whole lines that the line typed so far may become, likeliest first; never anything the audience may not hear of. */
  complete(invocation: Invocation): Promise<readonly string[]>;
  /** The same for one option of a command, for platforms with a field for each. */
  suggest(invocation: Invocation, typed: TypedOption): Promise<readonly Suggestion[]>;
  /** Makes everything said up to `replyTo` the past of the invocation's conversation: a thread opened from an answer. */
  adopt(invocation: Invocation): Promise<void>;
  /** True for the first caller in any process, so an event that comes twice has one effect. */
  claim(workspace: Workspace, event: string): Promise<boolean>;
  /** Removes everything of a workspace from which Dossier was removed. */
  leave(workspace: Workspace): Promise<void>;
}

/** To whom or where something is said: to Dossier (mentioned, or alone with the person), in a thread of its own, or of people. */
export type SaidTo = 'dossier' | 'its-thread' | 'a-thread';

/** The text typed so far into one option of a command. */
export interface TypedOption {
  readonly command: string;
  readonly option: string;
  readonly value: string;
}

/** A value, and the text that stands for it. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** One chat platform. `start` may be called once; `stop` lets requests in progress finish. */
export interface ChatAdapter {
  readonly platform: string;
  start(chat: Chat): Promise<void>;
  stop(): Promise<void>;
  health(): Health;
}
