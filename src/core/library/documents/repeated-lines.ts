import type { Slice } from '../../text/slice.ts';
import type { Document } from './document.ts';

const HEAD = 3; // lines at the beginning of a text at which a frame stands
const TAIL = 8; // and at its end
const REACH = 6000; // characters from either end that are looked at
/** Documents of a folder in which a line must stand to frame them. */
export const LEAST = 5;
const SHARE = 0.2; // of the folder's documents

/**
 * Counts the lines at the edges of documents: what stands alike in many of a folder frames them, as "For media inquiries,
 * …" does, and is hardly what a question asks for. The texts themselves stay as they are.
 */
export class RepeatedLines {
  readonly #folders = new Map<string, Folder>();

  add(document: Document): void {
    this.#count(document, 1);
  }

  remove(document: Document): void {
    this.#count(document, -1);
  }

  /** The places in a document, in order, of lines that stand alike in many of its folder. */
  in(document: Document): readonly Slice[] {
    const folder = this.#folders.get(folderOf(document));
    return folder
      ? edgesOf(document).filter(({ key }) => isFrame(folder.lines.get(key) ?? 0, folder.documents))
      : [];
  }

  #count(document: Document, step: 1 | -1): void {
    const name = folderOf(document);
    const folder = this.#folders.get(name) ?? { documents: 0, lines: new Map<number, number>() };
    folder.documents += step;
    for (const key of new Set(edgesOf(document).map((edge) => edge.key))) {
      const count = (folder.lines.get(key) ?? 0) + step;
      if (count > 0) folder.lines.set(key, count);
      else folder.lines.delete(key);
    }
    if (folder.documents > 0) this.#folders.set(name, folder);
    else this.#folders.delete(name);
  }
}

/** Whether a line that so many documents of a folder have at an edge frames them. */
export function isFrame(documents: number, inFolder: number): boolean {
  return documents >= Math.max(LEAST, SHARE * inFolder);
}

interface Folder {
  documents: number;
  /** How many documents have a line at an edge, by its key. */
  readonly lines: Map<number, number>;
}

/** A line at an edge of a document. */
export interface Edge extends Slice {
  /** The same for the same words. */
  readonly key: number;
}

/** The folder whose documents a document is compared with, `/` at its end. */
export function folderOf({ id }: Pick<Document, 'id'>): string {
  return id.slice(0, id.lastIndexOf('/') + 1);
}

const known = new WeakMap<Document, readonly Edge[]>();

/** The lines at the edges of a document, in order; a key may come twice, and counts once. */
export function edgesOf(document: Document): readonly Edge[] {
  const found = known.get(document) ?? readEdges(document.text);
  known.set(document, found);
  return found;
}

/** In a short text, the lines in the middle are no edges. */
function readEdges(text: string): readonly Edge[] {
  const from = Math.max(0, text.length - REACH);
  const first = linesOf(text, 0, Math.min(text.length, REACH));
  const last = from === 0 ? first : linesOf(text, from, text.length);
  const all = from === 0 ? first.length : Number.POSITIVE_INFINITY;
  const tail = Math.min(TAIL, Math.max(0, all - 2 * HEAD));
  const edges = [...first.slice(0, HEAD), ...(tail === 0 ? [] : last.slice(-tail))];
  return edges.map(({ start, end }) => ({ start, end, key: hash(text.slice(start, end)) }));
}

/** The whole lines between two offsets. */
function linesOf(text: string, from: number, to: number): Slice[] {
  const lines: Slice[] = [];
  for (const { 0: line, index } of text.slice(from, to).matchAll(/\S[^\n]*/g)) {
    const [start, end] = [from + index, from + index + line.trimEnd().length];
    const isCut = (index === 0 && from > 0) || (from + index + line.length === to && to < text.length);
    if (!isCut) lines.push({ start, end });
  }
  return lines;
}

/** FNV-1a: a number holds no text in memory. */
function hash(line: string): number {
  let key = 0x811c9dc5;
  for (let at = 0; at < line.length; at++) key = Math.imul(key ^ line.charCodeAt(at), 0x01000193);
  return key;
}
