import type { Block } from '../office/blocks.ts';
import { createOpcFile } from '../office/opc.ts';
import { findChild } from '../office/xml-tree.ts';
import type { ZipEntries } from '../office/zip-directory.ts';
import { createNotes } from './notes.ts';
import { createLabels } from './numbering.ts';
import { readStory, type StoryParts } from './story.ts';
import { readStyles } from './styles.ts';

/** The blocks of a Word document's body with its notes; null if the file has no body. */
export function readDocument(entries: ZipEntries): readonly Block[] | null {
  const file = createOpcFile(entries);
  const main = file.related('').find(({ type }) => type === 'officeDocument')?.name ?? 'word/document.xml';
  const body = findChild(file.part(main), 'w:body');
  if (!body) return null;
  const related = file.related(main);
  const part = (type: string) => file.part(related.find((each) => each.type === type)?.name);
  const styles = readStyles(part('styles'));
  const parts: Omit<StoryParts, 'noteBlocks'> = {
    styles,
    nextLabel: createLabels(part('numbering'), styles),
  };
  const noteBlocks = createNotes({ footnote: part('footnotes'), endnote: part('endnotes') }, (note) =>
    readStory(note, { ...parts, noteBlocks: () => [] }),
  );
  return readStory(body, { ...parts, noteBlocks });
}
