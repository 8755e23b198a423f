import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import type { FollowedSource } from '../../src/core/collecting/source.ts';
import { sourceTitle } from '../../src/core/collecting/source-troubles.ts';
import type { DocumentSummary } from '../../src/core/library/documents/document.ts';
import { findDocument } from '../../src/core/library/documents/find-document.ts';
import type { NoteReply } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';
import { unquote } from '../../src/core/text/quotation-marks.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { removeOwnDocument } from './remove-own-document.ts';
import type { RemovePorts, Removing } from './remove-ports.ts';
import { stopFollowing } from './stop-following.ts';

/** `/remove`: a document that Dossier was given or collected, or a feed or page that is followed. It asks first. */
export const remove = declare({
  name: 'remove',
  description: 'Remove a document that was added, or stop following a feed',
  visibleTo: 'asker',
  apart: true,
  options: {
    what: {
      description: 'the document, by id or title, or the address of a feed or page',
      position: 0,
      rest: true,
      required: true,
      completes: 'documents',
    },
    confirm: { description: 'confirm the removal', choices: ['yes'] },
  },
  example: { what: 'https://example.org/feed.xml' },
});

/** Creates `/remove`. */
export function createRemove(ports: RemovePorts): Command {
  return implement(remove, async (context, { what, confirm }): Promise<NoteReply> => {
    requireManager(context, 'remove documents and feeds');
    if (what === null) throw nothingGiven();
    const named = unquote(what.trim());
    const removing = { ...ports, context, isConfirmed: confirm === 'yes' };
    const source = await sourceNamed(removing, named);
    if (source) return stopFollowing(removing, source);
    return removeOwnDocument(removing, await documentNamed(removing, named));
  });
}

function nothingGiven(): UserError {
  const example = hint('remove', { what: 'https://example.org/feed.xml' });
  return new UserError(`Name a document, or the address of a feed, for example: ${example}`, {
    code: 'missing-option',
  });
}

/** What is followed under an address, a title or an id, where its collection may be read. */
async function sourceNamed(
  { library, sources, context }: Removing,
  named: string,
): Promise<FollowedSource | null> {
  const { collections } = library.scopeFor(context.audience);
  const followed = (await sources.list()).filter(({ collection }) => collections.includes(collection));
  const typed = named.toLowerCase();
  const isNamed = (source: FollowedSource) =>
    [source.id, source.url, source.address, sourceTitle(source)].some((name) => name.toLowerCase() === typed);
  const [first = null, ...others] = followed.filter(isNamed);
  if (others.length === 0) return first;
  const suggestions = [first, ...others].flatMap((source) => source?.id ?? []);
  throw new UserError(`Several are followed under that name. Choose by id: ${suggestions.join(', ')}.`, {
    code: 'several-sources',
    suggestions,
  });
}

/** The document of that id or title; the mark at the end of a file's name stands for it on buttons. */
async function documentNamed({ library, context }: Removing, named: string): Promise<DocumentSummary> {
  const scope = library.scopeFor(context.audience);
  const fitting = /^[\da-f]{8}$/.test(named) ? await library.complete(scope, named, MAX_FITTING) : [];
  const [only, another] = fitting.filter(({ id }) => id.endsWith(named));
  return only && !another ? only : findDocument(library, scope, named);
}

const MAX_FITTING = 100; // documents; a mark begins a word of an id, and few others have its eight digits
