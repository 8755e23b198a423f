import type { GivenFile } from '../../core/bot/given-file.ts';
import { readNameFile } from '../../core/search/name-list.ts';
import { UserError } from '../../core/text/user-error.ts';
import { type AnsweringContext, answerCommand, shorten } from './answering.ts';
import { html, type Markup } from './markup.ts';
import { FORM } from './replies.ts';
import type { Turn } from './sessions.ts';

const [LIST, DOCUMENT] = ['list', 'document'];

/** The form that takes a list to search for. */
export function listForm(): Markup {
  return html`<form class="list" method="post" action="${FORM.path}" enctype="multipart/form-data"><details><summary>Search for a list</summary>
<label for="list">A text file with a name or phrase on each line, or a table (.csv)</label>
<div><input id="list" type="file" name="${LIST}" accept=".txt,.csv,.tsv,text/plain,text/csv" required><button>Search</button></div></details></form>`;
}

/** The form that takes a document to add. */
export function documentForm(): Markup {
  return html`<form class="list" method="post" action="${FORM.path}" enctype="multipart/form-data"><details><summary>Add a document</summary>
<label for="document">A file of up to 1 MB; it is shown before it is kept. An address is added with <kbd>/add</kbd></label>
<div><input id="document" type="file" name="${DOCUMENT}" required><button>Show</button></div></details></form>`;
}

/** A file that somebody sent. */
export interface SentFile extends GivenFile {
  /** As a document to add, or as a list to search for. */
  readonly isDocument: boolean;
}

/** Reads the file that a form sent; null if it sent none. */
export async function sentFile(request: Request): Promise<SentFile | null> {
  const form = await request.formData().catch(() => null);
  const document = form?.get(DOCUMENT);
  const sent = document ?? form?.get(LIST);
  if (!(sent instanceof File) || sent.size === 0) return null;
  const bytes = new Uint8Array(await sent.arrayBuffer());
  return { name: sent.name, bytes, isDocument: document instanceof File };
}

/** Does what a file was sent for. */
export function answerFile(
  context: AnsweringContext,
  session: string,
  { isDocument, ...file }: SentFile,
): Promise<Turn> {
  return isDocument ? showSent(context, session, file) : answerList(context, session, file);
}

async function showSent(context: AnsweringContext, session: string, file: GivenFile): Promise<Turn> {
  const asked = { command: 'add', options: { file: file.name } };
  const readFile = async () => file;
  return {
    asked: shorten(`/add file:${file.name}`),
    ...(await answerCommand(context, session, { ...asked, readFile })),
  };
}

/** Searches for a list. */
async function answerList(
  context: AnsweringContext,
  session: string,
  { name, bytes }: GivenFile,
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
