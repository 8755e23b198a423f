import type { ConversationContext } from '../conversations/conversation.ts';
import type { GivenFile } from './given-file.ts';

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
export interface Invocation extends Omit<ConversationContext, 'at'>, Rights {
  readonly request: ChatRequest;
  /** Reads the options that are given as files, once nothing keeps the request waiting. A UserError if they can't be had. Absent: none are. */
  readOptions?(): Promise<Readonly<Record<string, string>>>;
}

/** What the person may do. */
export interface Rights {
  readonly manager: boolean;
  /** Reads a file that the person names: what they attached, or what lies on their machine. A UserError if it can't be had. Absent: no files can be given. */
  readFile?(named: string): Promise<GivenFile>;
  /** Asked when a digest is ordered, since a platform may have to look it up. Absent: managers order, and every post arrives. */
  ordering?(): Promise<Ordering>;
}

/** What a platform knows of digests that the person orders where they ask. */
export interface Ordering {
  /** Who may order them, as in "Only managers can …". */
  readonly orderers: string;
  /** Whether the person is one of them. */
  readonly mayOrder: boolean;
  /** Why no post would arrive, and the step that mends it; null if one would. */
  readonly hindrance: string | null;
  /** What to know about posts there; null if there is nothing. */
  readonly caution: string | null;
}

/** What a command knows of the request besides its options. */
export interface RequestContext extends ConversationContext, Rights {
  /** It is text without a command, or was asked under an answer: it can give no options, and keeps those it follows. */
  readonly follows?: true;
}
