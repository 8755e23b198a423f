/** A feed, whatever its format. Addresses are absolute; a text that is unknown or empty is null. */
export interface Feed {
  readonly title: string | null;
  /** The page that it belongs to. */
  readonly link: string | null;
  /** Two letters. */
  readonly language: string | null;
  /** Minutes for which it asks not to be looked at again. */
  readonly ttl: number | null;
  /** In the feed's order. */
  readonly items: readonly FeedItem[];
}

/** An entry of a feed. */
export interface FeedItem {
  /** Identifies it within its feed: its id, else its link, else a hash of what it says. */
  readonly key: string;
  readonly title: string | null;
  readonly link: string | null;
  /** The day on which it was published, as written: `2024-07-10`. */
  readonly published: string | null;
  /** When exactly, if that was written. */
  readonly at: Date | null;
  readonly author: string | null;
  /** Its text as HTML; plain text is escaped. */
  readonly html: string | null;
  /** Whether that is called its content, rather than a description or summary. */
  readonly isContent: boolean;
  /** A document that is attached to it. */
  readonly enclosure: string | null;
}

/** Reads what was fetched. */
export interface FeedReader {
  /** Reads a feed; `charset` is what the server called it. Rejects with a FeedProblem if it is none. */
  read(bytes: Uint8Array, from: { readonly address: string; readonly charset: string | null }): Promise<Feed>;
  /** The addresses of feeds that a page names. */
  feedsOf(
    page: Uint8Array,
    from: { readonly address: string; readonly charset: string | null },
  ): Promise<readonly string[]>;
  /** A page that says itself how it is encoded, whatever only its server said. */
  selfContained(page: Uint8Array, charset: string | null): Promise<Uint8Array>;
}

/** Why something is not read as a feed. Its message is a clause: "is not a feed". */
export class FeedProblem extends Error {
  override readonly name = 'FeedProblem';
}
