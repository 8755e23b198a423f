import { UNKNOWN } from '../../core/library/documents/document.ts';
import type { DocumentPart, ReadDocument } from '../../core/library/reading/document-reader.ts';
import { parseStatedDate } from '../../core/text/stated-date.ts';
import { refuseUnreadable, tidyLine, tidyText } from '../clean/readable-text.ts';
import { imprintOf, isNewsletter, type MailHeaders } from './newsletter.ts';
import { withoutMailing } from './newsletter-lines.ts';
import { withoutQuotes } from './quoted-lines.ts';
import { markQuotes } from './quoted-markup.ts';
import { webVersion } from './web-version.ts';

/** What a message says, in whatever format it was saved. */
export interface Message {
  readonly subject: string | null;
  /** Who sent it, and what other headers say. */
  readonly headers: MailHeaders;
  /** As its header has it, so that the day is the sender's own. */
  readonly date: string | null;
  readonly plain: string | null;
  readonly markup: string | null;
  readonly parts: readonly DocumentPart[];
}

/** Turns markup into text. */
export type MarkupText = (markup: string) => Promise<string>;

/**
 * A message as a document: what its writer wrote, without the messages that it answers and without a signature. A newsletter has a
 * publisher, and lacks what is said about its being sent.
 */
export async function readMessage(message: Message, markupText: MarkupText): Promise<ReadDocument> {
  const subject = tidyLine(message.subject);
  const isList = isNewsletter(message.headers);
  const body = await bodyOf(message, markupText, isList);
  const text = /[\p{L}\p{N}]/u.test(body) ? body : (subject ?? '');
  if (message.parts.length === 0) refuseUnreadable(text);
  const known = isList ? newsletterFacts(message) : { author: senderOf(message.headers) };
  return {
    title: null,
    text,
    metadata: UNKNOWN,
    embedded: { ...UNKNOWN, ...known, title: subject, published: parseStatedDate(message.date ?? '') },
    parts: message.parts,
  };
}

async function bodyOf(message: Message, markupText: MarkupText, isList: boolean): Promise<string> {
  const isForward = FORWARD.test(message.subject?.trim() ?? '');
  const own = (text: string) => {
    const lines = text.replace(/\r\n?/g, '\n').split('\n');
    const kept = isList ? withoutMailing(lines) : withoutQuotes(lines, isForward);
    return tidyText(kept.join('\n'));
  };
  const plain = own(message.plain ?? '');
  const rich = own(await markupText(markQuotes(message.markup ?? '', isForward || isList)));
  return countWords(rich) > countWords(plain) * (isList ? LAID_OUT : RICHER) ? rich : plain;
}

function newsletterFacts({ headers, markup, plain }: Message) {
  return {
    ...imprintOf(headers),
    url: webVersion(headers.header('archived-at') ?? headers.header('list-post'), { markup, plain }),
  };
}

function senderOf({ name, address }: MailHeaders): string | null {
  return tidyLine(name || address);
}

const FORWARD = /^(?:fwd?|wg|tr|rv|doorst)\s?:/i; // as English, German, French, Spanish and Dutch programs write it
const RICHER = 1.25; // words of the markup for each of the plain text, from which on the plain text lacks some
const LAID_OUT = 0.6; // the same of a newsletter, whose plain text a program made of its markup

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
