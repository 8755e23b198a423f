/** How much an audience may read. */
export interface Coverage {
  readonly documents: number;
  /** The latest publication date; null if no document has one. */
  readonly newest: string | null;
  /** Documents without a publication date. */
  readonly undated: number;
}
