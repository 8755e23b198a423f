import type { DocumentPart } from '../../core/library/reading/document-reader.ts';
import type { Block } from '../office/blocks.ts';
import { readGraphic } from '../office/graphic.ts';
import { createOpcFile, type OpcFile } from '../office/opc.ts';
import type { XmlElement } from '../office/xml.ts';
import { findAll, findChild } from '../office/xml-tree.ts';
import type { ZipEntries } from '../office/zip-directory.ts';
import { createNotes } from './notes.ts';
import { createLabels } from './numbering.ts';
import { readStory, type StoryParts } from './story.ts';
import { readStyles } from './styles.ts';

/** What a Word document shows. */
export interface WordDocument {
  /** Those of its body, with its notes. */
  readonly blocks: readonly Block[];
  /** Documents of other formats that it shows as if they were its own text (`w:altChunk`). */
  readonly inserted: readonly DocumentPart[];
}

/** Reads a Word document; null if the file has no body. */
export function readDocument(entries: ZipEntries): WordDocument | null {
  const file = createOpcFile(entries);
  const main = file.related('').find(({ type }) => type === 'officeDocument')?.name ?? 'word/document.xml';
  const body = findChild(file.part(main), 'w:body');
  if (!body) return null;
  const related = file.related(main);
  const part = (type: string) => file.part(related.find((each) => each.type === type)?.name);
  const styles = readStyles(part('styles'));
  const parts: Omit<StoryParts, 'noteBlocks'> = {
    graphicBlocks: (data, alternative) =>
      readGraphic(data, {
        part: (id) => file.part(related.find((each) => each.id === id)?.name),
        alternative,
      }),
    styles,
    nextLabel: createLabels(part('numbering'), styles),
  };
  const noteBlocks = createNotes({ footnote: part('footnotes'), endnote: part('endnotes') }, (note) =>
    readStory(note, { ...parts, noteBlocks: () => [] }),
  );
  return { blocks: readStory(body, { ...parts, noteBlocks }), inserted: readInserted(body, main, file) };
}

/** The inserted documents that the body names, in its order. Web archives (.mht) are built as messages are. */
function readInserted(body: XmlElement, main: string, file: OpcFile): readonly DocumentPart[] {
  const related = new Map(file.related(main).map(({ id, name }) => [id, name]));
  return findAll(body, 'w:altChunk').flatMap(({ attributes }, at) => {
    const part = related.get(attributes['r:id'] ?? '') ?? '';
    const bytes = file.bytes(part);
    const ending = /\.[a-z\d]{1,9}$/i.exec(part)?.[0].replace(/^\.mht(?:ml)?$/i, '.eml') ?? '';
    const name = `inserted ${at + 1}${ending}`;
    return bytes ? [{ id: `/${name}`, name, bytes }] : [];
  });
}
