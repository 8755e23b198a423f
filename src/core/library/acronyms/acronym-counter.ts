import { yieldToEvents } from '../../text/yield-to-events.ts';
import type { Document } from '../documents/document.ts';
import { acronymsOf } from './acronym-counts.ts';

const AT_ONCE = 50; // documents read before other work goes on

/** Counts the acronyms that documents explain. Those that came since are read when somebody asks, as most changes come with no question between. */
export class AcronymCounter {
  readonly #unread = new Set<Document>();
  readonly #read = new Map<Document, readonly string[]>();
  readonly #counts = new Map<string, number>();

  add(document: Document): void {
    this.#unread.add(document);
  }

  remove(document: Document): void {
    if (this.#unread.delete(document)) return;
    for (const line of this.#read.get(document) ?? []) this.#count(line, -1);
    this.#read.delete(document);
  }

  /** How many documents have each line of `acronymsOf`. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    let at = 0;
    for (const document of this.#unread) {
      if (at++ % AT_ONCE === 0) await yieldToEvents();
      if (!this.#unread.delete(document)) continue; // it was read, or removed, meanwhile
      const lines = acronymsOf(document);
      this.#read.set(document, lines.length === 0 ? NONE : lines);
      for (const line of lines) this.#count(line, 1);
    }
    return this.#counts;
  }

  #count(line: string, step: 1 | -1): void {
    const now = (this.#counts.get(line) ?? 0) + step;
    if (now > 0) this.#counts.set(line, now);
    else this.#counts.delete(line);
  }
}

const NONE: readonly string[] = [];
