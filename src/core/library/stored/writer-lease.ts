/** The right to write a stored corpus, which one process has at a time. */
export interface WriterLease {
  /** Takes it if nobody has it, or goes on holding it; false: somebody else has it. */
  hold(): Promise<boolean>;
  release(): Promise<void>;
}
