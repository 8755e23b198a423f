import { type Document, isMap, isScalar, parseDocument, Scalar, YAMLMap } from 'yaml';
import type { NoteChanges } from './sources-file.ts';

/**
 * Changes what a `sources.yaml` says of one file, by its path in the folder; all else stays as it is, comments and order
 * included. The text has been checked before.
 */
export function editNotes(source: string, name: string, changes: NoteChanges): string {
  const document = parseDocument(source, { schema: 'failsafe', prettyErrors: false });
  const note = noteOf(mapOf(document), name);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) removeKey(note, key);
    else if (typeof value === 'string') setText(note, key, value);
    else note.set(key, document.createNode(value, { flow: true }));
  }
  const text = document.toString({ lineWidth: 0, indent: indentOf(source) });
  return source.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}

function mapOf(document: Document.Parsed): YAMLMap {
  const { contents, errors } = document;
  if (errors.length > 0 || !(contents === null || isMap(contents) || isEmpty(contents))) throw malformed();
  if (isMap(contents)) return contents;
  const made = new YAMLMap();
  (document as Document).contents = made;
  return made;
}

/** Finds the note of a file, or begins one at the end. */
function noteOf(notes: YAMLMap, name: string): YAMLMap {
  const found = notes.items.find(({ key }) => isScalar(key) && String(key.value).normalize('NFC') === name);
  if (isMap(found?.value)) return found.value;
  if (found && !isEmpty(found.value)) throw malformed();
  const note = new YAMLMap();
  if (found) found.value = note;
  else notes.set(name, note);
  return note;
}

function isEmpty(value: unknown): boolean {
  return value == null || (isScalar(value) && EMPTY.test(String(value.value ?? '')));
}

const EMPTY = /^(?:~|null|)$/i; // unless it is in quotation marks

/** Removes a key with its value; the comment above it stays. */
function removeKey(note: YAMLMap, key: string): void {
  const at = note.items.findIndex((item) => isScalar(item.key) && item.key.value === key);
  const [removed] = at === -1 ? [] : note.items.splice(at, 1);
  const above = isScalar(removed?.key) ? removed.key.commentBefore : null;
  if (!above) return;
  const next = note.items[at]?.key;
  if (isScalar(next)) next.commentBefore = [above, next.commentBefore].filter(Boolean).join('\n');
  else note.comment = [note.comment, above].filter(Boolean).join('\n');
}

/** Sets a text; the comment beside an earlier one stays. */
function setText(note: YAMLMap, key: string, value: string): void {
  note.set(key, value);
  const set = note.get(key, true);
  if (isScalar(set) && EMPTY.test(value)) set.type = Scalar.QUOTE_DOUBLE;
}

/** The spaces by which a file indents. */
function indentOf(source: string): number {
  const [, spaces = '  '] = /^( {1,8})[^\s#]/m.exec(source) ?? [];
  return spaces.length;
}

function malformed(): Error {
  return new Error('The text is not of the shape that was checked');
}
