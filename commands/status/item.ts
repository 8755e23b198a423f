import type { Item } from '../../src/core/replies/reply.ts';

/** One line of `/status`. */
export function item(id: string, detail: string): Item {
  return { id, title: '', detail };
}
