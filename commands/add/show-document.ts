import type { ItemFile } from '../../src/core/collecting/compose-item.ts';
import { type Document, displayTitle } from '../../src/core/library/documents/document.ts';
import type { IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import { documentsOf, type ReadOutcome } from '../../src/core/library/reading/read-outcome.ts';
import type { SourceNote } from '../../src/core/library/sources/source-notes.ts';
import { composeList, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item, ListReply } from '../../src/core/replies/reply.ts';
import { clip } from '../../src/core/text/clip.ts';
import { echo } from '../../src/core/text/echo.ts';
import { fileTitle } from '../../src/core/text/file-title.ts';
import { formatKnownDate } from '../../src/core/text/format-date.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import type { Adding } from './chosen-collection.ts';
import { offerDraft } from './offers.ts';

/** A file that is shown before it is kept. */
export interface ShownFile extends ItemFile {
  /** Its address, or a hash of its content. */
  readonly key: string;
  readonly url: string | null;
  /** As whoever gave it calls it; null for a page. */
  readonly name: string | null;
}

/** Shows a document as it will be quoted, and offers to keep it. */
export async function showDocument(adding: Adding, file: ShownFile): Promise<ListReply> {
  const { headline, items, note } = await documentFacts(adding, file);
  const { key, ending, bytes } = file;
  const content = { kind: 'document', key, title: headline, ending, bytes, note } as const;
  const { offers, how } = await offerDraft(adding, content, 'Keep');
  return composeList(replyContext(adding.library, adding.context, 'add'), {
    ...{ headline, items, offers, note: how },
  });
}

/** What readers make of a file. */
export interface DocumentFacts {
  readonly headline: string;
  readonly items: readonly Item[];
  /** What `sources.yaml` would say of it. */
  readonly note: SourceNote;
}

/** Reads a file that is no part of the corpus yet. A UserError if there is nothing in it to quote. */
export async function documentFacts(
  { intake, library, context, places }: Adding,
  file: ShownFile,
): Promise<DocumentFacts> {
  const given = file.url === null ? {} : { url: file.url };
  const draft = { ...file, collection: places[0], note: given };
  const outcome = await intake.readDraft(draft);
  const [first, ...others] = documentsOf(outcome);
  if (!first) throw unreadable(file, outcome);
  const { document } = first;
  const headline = document.title ?? titleOfFile(file) ?? displayTitle(document);
  const whole = await intake.readDraft({ ...draft, whole: true });
  const same = await library.withText(library.scopeFor(context.audience), document.sha256);
  return {
    headline,
    items: [
      ...knownItems(document),
      ...textItems(first, others.length),
      ...leftOut(document, whole),
      ...omitted(outcome),
      ...twin(same),
    ],
    note: noteOf(document, { ...given, title: headline }),
  };
}

function unreadable({ url, name }: ShownFile, outcome: ReadOutcome): UserError {
  const reason = outcome.kind === 'refused' ? outcome.reason : 'holds nothing that can be read';
  return new UserError(`${echo(name ?? url ?? 'The file')} ${reason.replace(/\.?$/, '.')}`, {
    code: 'unreadable-document',
  });
}

function titleOfFile({ name }: ShownFile): string | null {
  return name === null ? null : fileTitle(name.split(/[\\/]/).at(-1) ?? '');
}

/** What the document says of itself; what it does not say is not guessed. */
function noteOf({ publisher, author, published }: Document, given: SourceNote): SourceNote {
  return { ...given, publisher, author, published };
}

function knownItems({ publisher, author, published, url, language, text }: Document): Item[] {
  const date = published === null ? null : formatKnownDate(published);
  return [
    toItem('publisher', publisher ?? 'unknown'),
    ...(author === null ? [] : [toItem('author', author)]),
    toItem('published', date ?? 'unknown'),
    ...(url === null ? [] : [toItem('url', url)]),
    toItem('language', language),
    toItem('length', `${text.length} characters`),
  ];
}

const SHOWN = 2; // passages
const LONGEST = 280; // characters of each

function textItems({ document, passages }: IndexedDocument, others: number): Item[] {
  const quoted = passages
    .slice(0, SHOWN)
    .map(({ start, end }) => toItem('quoted as', clip(document.text.slice(start, end), LONGEST)));
  const more = others === 0 ? [] : [toItem('holds', `${others + 1} documents`)];
  return [...quoted, ...more];
}

/** How much of a page is furniture; nothing of a format that is not read whole. */
function leftOut({ text }: Document, whole: ReadOutcome): Item[] {
  const [all, kept] = [documentsOf(whole)[0]?.document.text ?? '', text].map(lengthOf) as [number, number];
  return all <= kept
    ? []
    : [toItem('left out', `${all - kept} of ${all} characters, such as menus and teasers`)];
}

/** Characters, white space counted as one. */
function lengthOf(text: string): number {
  return text.replace(/\s+/g, ' ').trim().length;
}

function omitted(outcome: ReadOutcome): Item[] {
  if (outcome.kind !== 'several') return [];
  return outcome.refused.map(({ reason }) => toItem('left out', reason));
}

function twin(same: readonly Pick<Document, 'id'>[]): Item[] {
  return same.slice(0, 1).map(({ id }) => toItem('note', `the same text is there already: ${id}`));
}
