import type { Item, Reply, Source } from './reply.ts';

/** A platform-neutral part of a message, in reading order. */
export type Block =
  /** `by`: a headline is the bot's; the title of a list too. */
  | { readonly kind: 'heading'; readonly text: string }
  /** The bot's own voice. */
  | { readonly kind: 'note'; readonly text: string }
  /** Verbatim document text. `speaker` is shown after it; `weak` marks what is only near. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly citation: number;
      /** Opens the source at the quotation; null where the document has no address. */
      readonly url: string | null;
      readonly label: string | null;
      readonly speaker: string | null;
      readonly weak: boolean;
    }
  | { readonly kind: 'sources'; readonly sources: readonly Source[] }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  /** What the reader can do next. */
  | { readonly kind: 'actions'; readonly ids: readonly BlockAction[] };

/** A next step that a platform offers as a button or names as a word to type. */
export type BlockAction = 'more' | 'sources';

/** A composed reply: its blocks, and the same as plain text for notifications, screen readers and logs. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly reply: Reply;
}
