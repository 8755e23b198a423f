import type { Message } from '../messages/message.ts';
import type { Invocation } from './invocation.ts';

/** One chat platform. `start` may be called once; `stop` lets what is in hand finish. */
export interface ChatAdapter {
  readonly platform: string;
  start(handle: (invocation: Invocation) => Promise<Message>): Promise<void>;
  stop(): Promise<void>;
}
