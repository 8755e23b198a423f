import * as z from 'zod';
import { optionHint } from '../../text/hint.ts';
import { isDate } from '../../text/stated-date.ts';
import { UserError } from '../../text/user-error.ts';
import { isWebAddress } from '../../text/web-address.ts';
import { parseGrade } from '../documents/grade.ts';
import { parseTags } from '../documents/tags.ts';
import { refusePattern } from './name-pattern.ts';
import { FROM_NAME, type SourceNote } from './source-notes.ts';
import { parseYaml, readYamlFile } from './yaml-file.ts';

const text = z.string('must be text').trim().min(1, 'is empty; leave the key out if it is unknown');

/** The keys by which people describe a document, for zod. */
export const documentKeys = {
  title: text.optional(),
  publisher: text.optional(),
  author: text.optional(),
  published: text.refine(isDate, 'is not a date; use YYYY-MM-DD, YYYY-MM or YYYY').optional(),
  url: text.refine(isWebAddress, 'must be an http or https URL').optional(),
  language: text.regex(/^[a-z]{2}$/, 'is not a language code; use two letters, for example en').optional(),
};

const published = text.refine(
  (date) => date === FROM_NAME || isDate(date),
  `is not a date; use YYYY-MM-DD, YYYY-MM, YYYY or ${FROM_NAME}`,
);

const name = z.string().superRefine((typed, { addIssue }) => {
  const reason = refusePattern(typed);
  if (reason !== null) addIssue(reason);
});

/** What only the team says of documents, for zod: no document grades itself. */
const teamKeys = {
  tags: z
    .union([z.string(), z.array(z.string())], { error: 'must be a list, as in [one, two]' })
    .transform((typed, { addIssue }) => {
      const tags = parseTags([typed].flat().join());
      if (tags === null) addIssue('must be up to 20 tags of letters, digits, spaces, dots or hyphens');
      return tags ?? [];
    })
    .optional(),
  grade: z
    .string()
    .transform((typed, { addIssue }) => {
      const grade = parseGrade(typed);
      if (grade === null) addIssue('is not a grade; use A to F, 1 to 6, or both, as in B2');
      return grade ?? undefined;
    })
    .optional(),
};

const note = z.strictObject({ ...documentKeys, ...teamKeys, published: published.optional() });
const shape = z.record(name, note);

/** Reads what a `sources.yaml` says about the files of its folder, by their paths in it; nothing if it does not exist. */
export async function readSourcesFile(path: string): Promise<Readonly<Record<string, SourceNote>>> {
  const entries = (await readYamlFile(path, shape)) ?? {};
  return Object.fromEntries(
    Object.entries(entries).map(([file, note]) => [file.normalize('NFC'), note as SourceNote]),
  );
}

/** Checks the text of a `sources.yaml`; a mistake is a UserError that names the file as given, and the line. */
export function checkSources(text: string, file: string): void {
  parseYaml(text, file, shape);
}

/** What to change in a note, by key; null: nothing is known any more. */
export type NoteChanges = Readonly<Record<string, string | readonly string[] | null>>;

/** Reads values of a note as people type them; one that is none is a UserError. */
export function readNoteValues(typed: Readonly<Record<string, string>>): SourceNote {
  const read = note.safeParse(typed);
  if (read.success) return read.data as SourceNote;
  const [{ path, message } = { path: [], message: 'cannot be read' }] = read.error.issues;
  const key = String(path[0]);
  throw new UserError(`${optionHint({ [key]: typed[key] ?? '' })} ${message.replace(/\.$/, '')}.`, {
    code: 'invalid-option',
  });
}
