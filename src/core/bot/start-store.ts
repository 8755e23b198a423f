/** How often something was started. */
export interface StartStore {
  record(what: string, at: Date): Promise<void>;
  /** Counts the starts since a moment. */
  count(what: string, since: Date): Promise<number>;
}
