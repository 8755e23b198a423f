/** Lets whatever else is waiting run first: long work does so every few milliseconds. */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
