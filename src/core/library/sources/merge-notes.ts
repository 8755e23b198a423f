import { type Document, isMap, parseDocument } from 'yaml';
import type { SourceNote } from './source-notes.ts';

/**
 * Puts notes on files into the text of a `sources.yaml`. What people wrote there stays, except what is said now. Null if the text has
 * a mistake: it must not be lost.
 */
export function mergeNotes(text: string, notes: ReadonlyMap<string, SourceNote | null>): string | null {
  const parsed = parseDocument(text, { schema: 'failsafe' });
  const document = parsed.contents === null ? parseDocument(`${text}\n{}`) : parsed;
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  document.contents.flow = false;
  for (const [file, note] of notes) {
    if (note === null) document.delete(file);
    else if (isMap(document.get(file, true))) replaceKeys(document, file, note);
    else document.set(file, document.createNode(known(note)));
  }
  return document.toString({ lineWidth: 0 });
}

/** What somebody said of a file under other keys stays. */
function replaceKeys(document: Document, file: string, note: SourceNote): void {
  for (const [key, value] of Object.entries(note))
    if (isKnown(value)) document.setIn([file, key], value);
    else document.deleteIn([file, key]);
}

function known(note: SourceNote): Record<string, unknown> {
  return Object.fromEntries(Object.entries(note).filter(([, value]) => isKnown(value)));
}

function isKnown(value: unknown): boolean {
  return value !== null && value !== '';
}
