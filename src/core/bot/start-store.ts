/** How often something was started. */
export interface StartStore {
  record(what: string, at: Date): Promise<void>;
  count(what: string, since: Date): Promise<number>;
}
