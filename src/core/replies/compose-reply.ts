import type { Audience } from '../library/audience.ts';
import type { Library } from '../library/library.ts';
import type { UserError } from '../text/user-error.ts';
import type { ErrorReply, Item, ListReply, NoteReply, ReplyContext } from './reply.ts';

/** What every reply says of the request it answers; the coverage is all that the audience may read. */
export function replyContext(
  library: Pick<Library, 'scopeFor'>,
  { audience, conversation }: { readonly audience: Audience; readonly conversation: string },
  command: string,
): ReplyContext {
  return { conversation, command, coverage: library.scopeFor(audience).coverage };
}

/** The parts of a reply that are its own. */
type Content<R extends ReplyContext> = Omit<R, 'kind' | keyof ReplyContext>;

/** Composes a list. */
export function composeList(context: ReplyContext, content: Partial<Content<ListReply>>): ListReply {
  return { kind: 'list', ...context, ...EMPTY_LIST, ...content };
}

const EMPTY_LIST: Content<ListReply> = {
  ...{ id: null, topic: null, question: null, headline: null },
  ...{ points: [], sources: [], items: [], note: null, stored: null },
};

/** Makes a line of a list that has no title. */
export function toItem(id: string, detail: string): Item {
  return { id, title: '', detail };
}

/** Composes a sentence in the bot's own voice. */
export function composeNote(
  context: ReplyContext,
  note: string,
  content: Partial<Omit<Content<NoteReply>, 'note'>> = {},
): NoteReply {
  return { kind: 'note', ...context, ...EMPTY_NOTE, ...content, note };
}

const EMPTY_NOTE: Omit<Content<NoteReply>, 'note'> = {
  ...{ id: null, topic: null, question: null, headline: null, items: [], file: null, confirm: null },
};

/** Composes the reply that tells the person what to fix. */
export function composeError(context: ReplyContext, error: UserError): ErrorReply {
  const { code, suggestions, message } = error;
  return { kind: 'error', ...context, problem: { code, suggestions }, note: message };
}
