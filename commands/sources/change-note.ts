import type { Options } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import type { DocumentSummary } from '../../src/core/library/documents/document.ts';
import { explainGrade } from '../../src/core/library/documents/grade.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { SourceEditor, SourcePlace } from '../../src/core/library/sources/source-editor.ts';
import { type NoteChanges, readNoteValues } from '../../src/core/library/sources/sources-file.ts';
import { composeNote, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item, NoteReply } from '../../src/core/replies/reply.ts';
import { echo } from '../../src/core/text/echo.ts';
import { hint, optionHint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** The options by which managers describe a document. `none` is the same as unknown. */
export const NOTES = {
  title: { description: 'for managers: its title (none: unknown)' },
  publisher: { description: 'for managers: who published it (none: unknown)', completes: 'publishers' },
  author: { description: 'for managers: who wrote it (none: unknown)' },
  published: { description: 'for managers: its date: 2024-07-10, 2024-07 or 2024 (none: unknown)' },
  url: { description: 'for managers: its address (none: unknown)' },
  tags: { description: 'for managers: its tags, divided by commas (none: no tags)', completes: 'tags' },
  grade: { description: 'for managers: source A to F, content 1 to 6: B2 (none: not graded)' },
} as const satisfies Options;

/** The values of these options as given; null if one was not. */
export type NoteValues = { readonly [name in keyof typeof NOTES]: string | null };

/** The ports of a change. */
export interface ChangeNotePorts {
  readonly library: Library;
  readonly sourceEditor: SourceEditor;
}

/** What is to be known of a document. */
export interface NoteChange {
  readonly document: DocumentSummary;
  readonly given: Readonly<Record<string, string>>;
  readonly isConfirmed: boolean;
}

/** Changes what is known of a document, once a manager has seen and confirmed it. */
export async function changeNote(
  { library, sourceEditor }: ChangeNotePorts,
  context: RequestContext,
  { document, given, isConfirmed }: NoteChange,
): Promise<NoteReply> {
  requireManager(context, 'describe documents');
  const changes = readChanges(given);
  refuseAbsurd(changes, context.at);
  refuseUnchanged(document, changes);
  const place = await sourceEditor.placeOf(document.id);
  if (!place)
    throw new UserError('Its file is not known here. Describe it in sources.yaml.', { code: 'no-file' });
  refuseOfPart(place, changes);
  const about = replyContext(library, context, 'sources');
  const headline = document.heading;
  const items = Object.keys(changes).map((key) => changeItem(document, key, changes));
  if (!isConfirmed) {
    const options = { what: document.id, ...given, confirm: 'yes' };
    const how = `To confirm, type ${hint('sources', options)}`;
    const confirm = { label: 'Change', command: 'sources', options, how };
    return composeNote(about, `Write this to ${place.file}${forAll(place)}?`, { headline, items, confirm });
  }
  await sourceEditor.change(document.id, changes, context.audience);
  return composeNote(about, `Written to ${place.file}${forAll(place)}. ${whenItCounts(place)}`, {
    headline,
    items,
  });
}

function forAll({ isPart, name }: SourcePlace): string {
  return isPart ? `, for all documents in ${name}` : '';
}

/** Front matter counts before `sources.yaml`, and only formats of text have it. */
function whenItCounts({ name }: SourcePlace): string {
  const unless = /\.(?:md|mdx|markdown|html?|xhtml)$/i.test(name)
    ? ', unless the document’s front matter says otherwise'
    : '';
  return `It counts in a few seconds${unless}.`;
}

const OF_FILE = ['title', 'author', 'published'];

/** Of documents within a file, only what holds for all can be said. */
function refuseOfPart({ isPart, name }: SourcePlace, changes: NoteChanges): void {
  const own = Object.keys(changes).find((key) => OF_FILE.includes(key));
  if (isPart && own !== undefined)
    throw new UserError(
      `The document is one of several in ${name}, so its ${own} can’t be set. Set what holds for all: ${optionHint({ publisher: '…' })}, ${optionHint({ tags: '…' })} or ${optionHint({ grade: '…' })}.`,
      { code: 'invalid-option' },
    );
}

function readChanges(given: Readonly<Record<string, string>>): NoteChanges {
  const isNone = (value: string) => /^none$/i.test(value.trim());
  const stated = Object.entries(given).filter(([, value]) => !isNone(value));
  const read = readNoteValues(Object.fromEntries(stated));
  const cleared = Object.keys(given).filter((key) => isNone(given[key] ?? ''));
  return { ...read, ...Object.fromEntries(cleared.map((key) => [key, null])) };
}

/** `publisher · unknown → Bank of England` */
function changeItem(document: DocumentSummary, key: string, changes: NoteChanges): Item {
  const { before, after } = change(document, key, changes);
  return toItem(key, `${before} → ${after}`);
}

function change(document: DocumentSummary, key: string, changes: NoteChanges) {
  const before = { ...document, grade: explainGrade(document.grade) }[key as keyof NoteValues] ?? null;
  const after = key === 'grade' && changes.grade ? explained(changes.grade) : (changes[key] ?? null);
  return { before: shown(before), after: shown(after) };
}

/** A change that is none would only put a line into a file. */
function refuseUnchanged(document: DocumentSummary, changes: NoteChanges): void {
  const all = Object.keys(changes).map((key) => ({ key, ...change(document, key, changes) }));
  if (all.some(({ before, after }) => before !== after)) return;
  const known = all.map(({ key, after }) => `${key} is ${after} already`);
  throw new UserError(`Nothing would change: ${known.join(', ')}.`, { code: 'no-change' });
}

const FIRST_YEAR = '1000';

/** What is said to be published long before print or in years to come is mistyped. */
function refuseAbsurd({ published }: NoteChanges, now: Date): void {
  if (typeof published !== 'string' || !/^\d/.test(published)) return;
  const next = String(now.getUTCFullYear() + 1);
  const example = optionHint({ published: '2024-07-10' });
  if (published < FIRST_YEAR)
    throw new UserError(
      `${echo(published)} is before the year 1000. Give its date, for example ${example}.`,
      {
        code: 'invalid-option',
      },
    );
  if (published.slice(0, 4) > next)
    throw new UserError(
      `${echo(published)} is years ahead. Give the date on which it was published, for example ${example}.`,
      { code: 'invalid-option' },
    );
}

function explained(grade: NoteChanges[string]): string | null {
  return explainGrade(readNoteValues({ grade: String(grade) }).grade);
}

function shown(value: NoteChanges[string]): string {
  return value === null ? 'unknown' : [value].flat().join(', ');
}
