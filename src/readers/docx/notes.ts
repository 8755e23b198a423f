import { type Block, markAsNote } from '../office/blocks.ts';
import type { XmlElement } from '../office/xml.ts';
import { elementsOf } from '../office/xml-tree.ts';

/** The parts of a file that contain its notes. */
export interface NoteParts {
  readonly footnote: XmlElement | undefined;
  readonly endnote: XmlElement | undefined;
}

/** Finds the blocks of notes by their ids, numbered in the order of their marks; `read` reads the blocks of one. */
export function createNotes(
  parts: NoteParts,
  read: (note: XmlElement) => readonly Block[],
): (kind: keyof NoteParts, id: string) => readonly Block[] {
  const notes = { footnote: byId(parts.footnote), endnote: byId(parts.endnote) };
  let count = 0;
  return (kind, id) => {
    const note = notes[kind].get(id);
    if (note === undefined) return [];
    count++;
    return markAsNote(read(note), count);
  };
}

function byId(part: XmlElement | undefined): Map<string, XmlElement> {
  return new Map(elementsOf(part).map((note) => [note.attributes['w:id'] ?? '', note]));
}
