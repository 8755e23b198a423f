/** Gets what stands at addresses of the web. */
export interface Fetcher {
  /**
   * Gets what stands at an http or https address, after redirects; any status but a redirect is an answer. Rejects with a
   * FetchFailure for an address that is not asked, and for an answer that does not come or is not taken.
   */
  get(address: string, options?: FetchOptions): Promise<Fetched>;
}

/** What is sent along, so that an unchanged document need not come again. */
export interface FetchOptions {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly signal?: AbortSignal;
}

/** An answer of a server. */
export interface Fetched {
  readonly status: number;
  /** Where it came from in the end. */
  readonly address: string;
  /** Where it has moved to for good; null if nothing was said of that. */
  readonly permanent: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The type without its parameters, in lower case: `text/html`. Empty if none was given. */
  readonly type: string;
  /** As the header names it. */
  readonly charset: string | null;
  /** Seconds to wait, by Retry-After. */
  readonly retryAfter: number | null;
  /** Seconds for which it stays fresh, by Cache-Control. */
  readonly maxAge: number | null;
  /** Decompressed; empty if the answer has none. */
  readonly bytes: Uint8Array;
}

/** Why nothing was fetched: it was `refused` by Dossier's own rules or the site's, or it was not to be had. */
export type FailureKind = 'refused' | 'disallowed' | 'unreachable' | 'slow' | 'too-large' | 'redirects';

/** A fetch that failed. Its message is a clause about the address: "does not answer". */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly kind: FailureKind;

  constructor(message: string, kind: FailureKind, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
