import type { Slice } from '../text/slice.ts';
import type { Item, Reply, Source } from './reply.ts';

/** A platform-neutral part of a message. */
export type Block =
  /** A headline, or the title of a list. */
  | { readonly kind: 'heading'; readonly text: string }
  /** What the quotations below it have in common. */
  | { readonly kind: 'group'; readonly text: string }
  /** One line in the bot's own voice. */
  | { readonly kind: 'note'; readonly text: string }
  /** Verbatim document text. `speaker` is shown after it; `weak` marks a passage that is only near. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      /** What stands out of it (slices of `text`); absent: nothing does. */
      readonly marked?: readonly Slice[];
      readonly citation: number;
      /** Opens the source at the quotation; null if the document has no URL. */
      readonly url: string | null;
      /** Publisher and date, as far as they are known: `Nawaiwaqt · 10 Jul 2024`; null if neither is. */
      readonly from: string | null;
      /** The page, as the citation names it; null if unknown. */
      readonly place: string | null;
      readonly label: string | null;
      readonly speaker: string | null;
      readonly weak: boolean;
      /** What stood in its place before; absent if nothing is known to have. */
      readonly earlier?: string;
    }
  | { readonly kind: 'sources'; readonly sources: readonly Source[] }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  /** The next steps that are open to the person; `text` says how where there are no buttons, absent: by the words of a chat. */
  | { readonly kind: 'actions'; readonly ids: readonly BlockAction[]; readonly text?: string };

/** A next step that a platform offers as a button or names as a word to type. */
export type BlockAction = 'more' | 'sources';

/** A composed reply: its blocks in reading order, and the same as plain text for notifications, screen readers and logs. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly reply: Reply;
}
