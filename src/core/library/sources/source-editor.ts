import { realpath } from 'node:fs/promises';
import { basename, dirname, join, posix, sep } from 'node:path';
import { createKeyedQueue } from '../../text/queue.ts';
import { UserError } from '../../text/user-error.ts';
import type { Audience } from '../audience.ts';
import type { DocumentId } from '../documents/document.ts';
import type { DocumentOrigin } from '../documents/document-origin.ts';
import { editNotes } from './edit-notes.ts';
import { replaceFile } from './replace-file.ts';
import { checkSources, type NoteChanges } from './sources-file.ts';

/** Where a document is described. */
export interface SourcePlace {
  /** The `sources.yaml` of its folder, by path in the corpus. */
  readonly file: string;
  /** The document's file in that folder. */
  readonly name: string;
  /** The file holds several documents, which this is one of. */
  readonly isPart: boolean;
}

/** Changes what `sources.yaml` says of documents. */
export interface SourceEditor {
  /** Null if the document's file is not known any more. */
  placeOf(id: DocumentId): Promise<SourcePlace | null>;
  /** Changes the keys given, and tells the operator who did; a UserError if the file can't be written, or has a mistake. */
  change(id: DocumentId, changes: NoteChanges, by: Audience): Promise<SourcePlace>;
}

/** Where documents were read from. */
export interface SourceEditorOptions {
  /** The corpus folder. */
  readonly root: string;
  originOf(id: DocumentId): Promise<DocumentOrigin | null>;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** Takes one line for the operator. */
  tell(line: string): void;
}

/** An editor where nothing can be described. */
export const NO_SOURCE_EDITOR: SourceEditor = {
  placeOf: async () => null,
  change: () => Promise.reject(noFile()),
};

/** Finds where documents are described, and refuses to change it: of a corpus that is only read. */
export function createSourceFinder({ originOf }: Pick<SourceEditorOptions, 'originOf'>): SourceEditor {
  const placeOf = async (id: DocumentId) => {
    const origin = await originOf(id);
    return origin && toPlace(origin);
  };
  const change = async (id: DocumentId): Promise<never> => {
    const place = await placeOf(id);
    if (!place) throw noFile();
    throw new UserError(`Dossier only reads the bucket of the documents. Change ${place.file} there.`, {
      code: 'read-only',
    });
  };
  return { placeOf, change };
}

/** Creates an editor of the `sources.yaml` of the folders in a corpus. */
export function createSourceEditor({ root, originOf, wait, tell }: SourceEditorOptions): SourceEditor {
  const enqueue = createKeyedQueue();
  return {
    placeOf: createSourceFinder({ originOf }).placeOf,
    async change(id, changes, { platform, user }) {
      const origin = await originOf(id);
      if (!origin) throw noFile();
      const place = toPlace(origin);
      const file = join(dirname(origin.file), basename(place.file));
      await refuseLinked(dirname(file), root, place.file);
      await enqueue(file, () =>
        replaceFile(file, { shown: place.file, wait, change: (text) => edited(text, place, changes) }),
      );
      const keys = Object.keys(changes).join(', ');
      tell(`${platform} user ${user} changed ${keys} of ${place.name} in ${place.file}.`);
      return place;
    },
  };
}

function noFile(): UserError {
  return new UserError('The document’s file is gone.', { code: 'unknown-document' });
}

function toPlace({ path, isPart }: DocumentOrigin): SourcePlace {
  return { file: `${posix.dirname(path)}/sources.yaml`, name: posix.basename(path), isPart };
}

/** What is written is read as it will be, so that no change breaks a file. */
function edited(text: string, { file, name }: SourcePlace, changes: NoteChanges): string {
  checkSources(text, file);
  const after = editNotes(text, name, changes);
  checkSources(after, file);
  return after;
}

async function refuseLinked(folder: string, root: string, shown: string): Promise<void> {
  const [place, within] = await Promise.all([realpath(folder), realpath(root)]).catch(() => ['', '']);
  if (place === '' || place.startsWith(within + sep)) return;
  throw new UserError(`${shown} is outside the corpus folder. Change it by hand.`, { code: 'read-only' });
}
