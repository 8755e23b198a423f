import type { Message } from '../messages/message.ts';
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
}

/** One chat platform. `start` may be called once; `stop` lets what is in hand finish. */
export interface ChatAdapter {
  readonly platform: string;
  start(chat: Chat): Promise<void>;
  stop(): Promise<void>;
  health(): Health;
}
