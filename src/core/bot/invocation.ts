import type { ConversationContext } from '../conversations/conversation.ts';

/** What a person asks for. Options are as typed; dispatch checks them. */
export type ChatRequest =
  /** A line of a text chat: a command, a word that runs one, or a question. */
  | { readonly kind: 'line'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly options: Readonly<Record<string, string>>;
    };

/** One request from a platform, as plain data. Only its adapter makes and reads the conversation's key. */
export interface Invocation extends Omit<ConversationContext, 'at'> {
  readonly request: ChatRequest;
  readonly manager: boolean;
}

/** What a command knows of the request besides its options. */
export interface RequestContext extends ConversationContext {
  readonly manager: boolean;
  /** It is text without a command, or was asked under an answer: it can give no options, and keeps those it follows. */
  readonly follows?: true;
}
