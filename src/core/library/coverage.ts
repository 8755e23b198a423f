/** What was searched: only what this audience may read. */
export interface Coverage {
  readonly documents: number;
  readonly newest: string | null;
  readonly undated: number;
}
