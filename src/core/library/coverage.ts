/** How much an audience may read. */
export interface Coverage {
  readonly documents: number;
  /** The latest publication date; null if no document has one. */
  readonly newest: string | null;
  /** Documents without a publication date. */
  readonly undated: number;
  /** Files, and documents within files, of which nothing could be read; absent if there are none. */
  readonly unread?: number;
  /** How many of these have only not been read yet; absent if there are none. */
  readonly toRead?: number;
}

/** The coverage of an audience that may read nothing. */
export const NO_COVERAGE: Coverage = { documents: 0, newest: null, undated: 0 };
