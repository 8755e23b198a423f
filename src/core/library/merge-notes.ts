import { isMap, parseDocument } from 'yaml';
import type { SourceNote } from './source-notes.ts';

/** Puts notes on files into the text of a `sources.yaml`. What people wrote there stays, except of the files that are described. */
export function mergeNotes(text: string, notes: ReadonlyMap<string, SourceNote | null>): string {
  const parsed = parseDocument(text, { schema: 'failsafe' });
  const document = parsed.errors.length === 0 && isMap(parsed.contents) ? parsed : parseDocument('{}');
  if (isMap(document.contents)) document.contents.flow = false;
  for (const [file, note] of notes) {
    if (note === null) document.delete(file);
    else document.set(file, document.createNode(known(note)));
  }
  return document.toString({ lineWidth: 0 });
}

function known(note: SourceNote): Record<string, string | null> {
  return Object.fromEntries(Object.entries(note).filter(([, value]) => value !== null && value !== ''));
}
