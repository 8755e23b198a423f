import { vi } from 'vitest';

/** Looks until it passes; however busy the machine is, 20 seconds do. Rejects with the last failure. */
export function eventually<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: 40_000, interval: 10 });
}
