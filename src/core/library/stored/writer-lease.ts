/**
 * Who holds a lease after asking for it: this process, as before; this process, from now on, so that others may have written
 * since it last did; another one.
 */
export type LeaseState = 'held' | 'new' | 'elsewhere';

/** The right to write a stored corpus, which one process has at a time. */
export interface WriterLease {
  /** Goes on holding it, or takes it if nobody has it. */
  hold(): Promise<LeaseState>;
  release(): Promise<void>;
}
