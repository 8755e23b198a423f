import type { Audience } from '../library/audience.ts';

/** Words that steer a conversation without being a command or a question. */
export const CONTROL_WORDS = ['more', 'sources', 'new'] as const;

/** One of the words that steer a conversation. */
export type ControlWord = (typeof CONTROL_WORDS)[number];

/** What somebody asked for. Options are as typed; the command checks them. */
export type ChatRequest =
  /** A line of a text chat: a command, a control word or a question. */
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'command'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'control'; readonly word: ControlWord }
  /** An answer given before, opened again; `share`: from now on for everybody here. */
  | { readonly kind: 'answer'; readonly id: string; readonly share: boolean };

/** One request from a platform, as plain data. */
export interface Invocation {
  readonly request: ChatRequest;
  /** Opaque; made and read by the adapter. */
  readonly conversation: string;
  readonly audience: Audience;
  readonly manager: boolean;
  /** The id of the answer that this takes up: what was said up to that one was said before. */
  readonly replyTo?: string;
  /** What was said before in its conversation is not taken up, and nothing is added to it. */
  readonly standsAlone?: true;
}
