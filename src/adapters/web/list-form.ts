import { readNameFile } from '../../core/search/name-list.ts';
import { UserError } from '../../core/text/user-error.ts';
import { type AnsweringContext, answerCommand, shorten } from './answering.ts';
import { html, type Markup } from './markup.ts';
import { FORM } from './replies.ts';
import type { Turn } from './sessions.ts';

const FIELD = 'list';

/** The form that takes a list to search for. */
export function listForm(): Markup {
  return html`<form class="list" method="post" action="${FORM.path}" enctype="multipart/form-data"><details><summary>Search for a list</summary>
<label for="list">A text file with a name or phrase on each line, or a table (.csv)</label>
<div><input id="list" type="file" name="${FIELD}" accept=".txt,.csv,.tsv,text/plain,text/csv" required><button>Search</button></div></details></form>`;
}

/** A list that somebody sent. */
export interface SentList {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads the list that a form sent; null if it sent none. */
export async function sentList(request: Request): Promise<SentList | null> {
  const sent = (await request.formData().catch(() => null))?.get(FIELD);
  if (!(sent instanceof File) || sent.size === 0) return null;
  return { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
}

/** Searches for a list. */
export async function answerList(
  context: AnsweringContext,
  session: string,
  { name, bytes }: SentList,
): Promise<Turn> {
  const asked = shorten(`/search list:${name}`);
  try {
    const list = readNameFile(bytes, name);
    return { asked, ...(await answerCommand(context, session, { command: 'search', options: { list } })) };
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    return { asked, reply: context.replies.note(cause.message), file: null };
  }
}
