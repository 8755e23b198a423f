import { addSource } from '../../src/core/collecting/add-source.ts';
import type { RecordedChange } from '../../src/core/collecting/change-store.ts';
import type { DraftContent } from '../../src/core/collecting/draft-store.ts';
import { keepDocument } from '../../src/core/collecting/keep-document.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import { WriteFailure } from '../../src/core/library/sources/corpus-writer.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { NoteReply } from '../../src/core/replies/reply.ts';
import { hint, optionHint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import type { Adding } from './chosen-collection.ts';
import { IF_RUNNING } from './offers.ts';

/** Keeps or follows what was shown. Nothing but a draft of the same workspace can be confirmed, and only where the collection may be read. */
export async function confirmDraft(adding: Adding, id: string): Promise<NoteReply> {
  const { drafts, context, places, library } = adding;
  const draft = await drafts.find(id, context.audience);
  if (!draft)
    throw new UserError('What was shown is no longer kept. Add it again.', { code: 'unknown-draft' });
  const [collection, ...others] = places;
  if (others.length > 0)
    throw new UserError(
      `Choose a collection (${places.join(', ')}), for example ${optionHint({ collection })}.`,
      { code: 'missing-option', suggestions: places },
    );
  const note = await carryOut(adding, draft.content, collection);
  await drafts.remove(id);
  return composeNote(replyContext(library, context, 'add'), note);
}

function carryOut(adding: Adding, content: DraftContent, collection: CollectionId): Promise<string> {
  return content.kind === 'document'
    ? keep(adding, content, collection)
    : follow(adding, content, collection);
}

async function keep(
  adding: Adding,
  content: Extract<DraftContent, { kind: 'document' }>,
  collection: CollectionId,
): Promise<string> {
  const path = await keepDocument(adding.intake.writer, collection, content).catch(explainFailure);
  await record(adding, { action: 'added', collection, what: content.title });
  return `Kept as ${path}. It can be quoted in a few seconds. To take it out again: ${hint('remove', { what: path.replace(/\.\w+$/, '') })}`;
}

function explainFailure(cause: unknown): never {
  if (!(cause instanceof WriteFailure)) throw cause;
  throw new UserError(
    'Dossier may not write in the corpus folder. Put the file there by hand, or ask your administrator to let Dossier write in it.',
    { code: 'read-only', cause },
  );
}

async function follow(
  adding: Adding,
  { kind, address }: Exclude<DraftContent, { kind: 'document' }>,
  collection: CollectionId,
): Promise<string> {
  const { sources, context, intake } = adding;
  const { platform, workspace, user } = context.audience;
  const by = { platform, workspace, user };
  const isNew = await addSource(sources, { url: address, kind, collection, by }, context.at);
  const done = kind === 'feed' ? 'followed' : 'watched';
  if (!isNew) return `${address} is ${done} in ${collection} already.`;
  await record(adding, { action: 'followed', collection, what: address });
  return `${address} is ${done} in ${collection}. The first look comes within a minute${intake.looks ? '' : IF_RUNNING}. To stop: ${hint('remove', { what: address })}`;
}

function record(
  { changes, context }: Adding,
  change: Pick<RecordedChange, 'action' | 'collection' | 'what'>,
): Promise<void> {
  const { platform, workspace, user } = context.audience;
  return changes.record({ ...change, by: { platform, workspace, user }, at: context.at });
}
