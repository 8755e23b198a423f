/** Lets other waiting work run first; long work calls it every few milliseconds. */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
