import { type Bringer, bringerOf, removeDocument } from '../../src/core/collecting/remove-document.ts';
import { isPutThere, markOf } from '../../src/core/collecting/source-names.ts';
import type { DocumentSummary } from '../../src/core/library/documents/document.ts';
import { WriteFailure } from '../../src/core/library/sources/corpus-writer.ts';
import { FEEDS_FILE } from '../../src/core/library/sources/followed-feeds.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { NoteReply } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import type { Removing } from './remove-ports.ts';

/** Removes a document that Dossier put into the corpus, once the person has confirmed it. A team's own files are left to the team. */
export async function removeOwnDocument(removing: Removing, document: DocumentSummary): Promise<NoteReply> {
  const { library, context, isConfirmed, changes } = removing;
  const { path, isPart } = await placeOf(removing, document);
  const bringer = await bringerOf(removing, path);
  if (bringer) refuseNamed(bringer);
  const about = replyContext(library, context, 'remove');
  const title = document.heading;
  if (!isConfirmed) {
    const options = { what: isPart ? document.id : markOf(path), confirm: 'yes' };
    const how = `To confirm, type ${hint('remove', options)}`;
    const confirm = { label: 'Remove', command: 'remove', options, how };
    return composeNote(about, question({ title, path, isPart, bringer }), { confirm });
  }
  if (!removing.intake) throw readOnly();
  const { writer } = removing.intake;
  await removeDocument({ ...removing, writer }, path, bringer).catch(explainFailure);
  const { platform, workspace, user } = context.audience;
  const by = { platform, workspace, user };
  await changes.record({
    ...{ action: 'removed', collection: document.collection, what: title, by },
    at: context.at,
  });
  return composeNote(about, `Removed ${path}. Within seconds it is no longer quoted.`);
}

async function placeOf(
  { sourceEditor }: Removing,
  { id }: DocumentSummary,
): Promise<{ path: string; isPart: boolean }> {
  const place = await sourceEditor.placeOf(id);
  if (!place) throw new UserError('Its file is gone already.', { code: 'no-file' });
  const path = place.file.replace(/[^/]*$/, place.name);
  if (isPutThere(path)) return { path, isPart: place.isPart };
  throw new UserError(`${path} is your team’s own file. Delete it in the corpus folder.`, {
    code: 'not-added',
  });
}

/** What stands in `feeds.yaml` would be fetched again. */
function refuseNamed({ source: { kind, by, url, collection } }: Bringer): void {
  if (kind === 'page' && by === null)
    throw new UserError(`${url} is watched by ${collection}/${FEEDS_FILE}. Take it out there first.`, {
      code: 'named-in-file',
    });
}

interface Asked {
  readonly title: string;
  readonly path: string;
  readonly isPart: boolean;
  readonly bringer: Bringer | null;
}

function question({ title, path, isPart, bringer }: Asked): string {
  const whole = isPart ? ' All documents in that file go.' : '';
  const then =
    bringer === null
      ? ''
      : bringer.source.kind === 'page'
        ? ' The page is watched no longer.'
        : ' Its feed does not bring it again.';
  return `Remove “${title}” (${path})?${whole}${then}`;
}

function explainFailure(cause: unknown): never {
  throw cause instanceof WriteFailure ? readOnly(cause) : cause;
}

function readOnly(cause?: unknown): UserError {
  return new UserError('Dossier may not write in the corpus folder. Delete the file there by hand.', {
    code: 'read-only',
    cause,
  });
}
