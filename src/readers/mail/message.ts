import { UNKNOWN } from '../../core/library/document.ts';
import type { DocumentPart, ReadDocument } from '../../core/library/document-reader.ts';
import { parseStatedDate } from '../../core/text/stated-date.ts';
import { refuseUnreadable, tidyLine, tidyText } from '../clean/readable-text.ts';
import { withoutQuotes } from './quoted-lines.ts';
import { markQuotes } from './quoted-markup.ts';

/** What a message says, in whatever format it was saved. */
export interface Message {
  readonly subject: string | null;
  /** The name of who sent it, or else the address. */
  readonly sender: string | null;
  /** As its header has it, so that the day is the sender's own. */
  readonly date: string | null;
  readonly plain: string | null;
  readonly markup: string | null;
  readonly parts: readonly DocumentPart[];
}

/** Turns markup into text. */
export type MarkupText = (markup: string) => Promise<string>;

/** A message as a document: what its writer wrote, without the messages that it answers and without a signature. */
export async function readMessage(message: Message, markupText: MarkupText): Promise<ReadDocument> {
  const subject = tidyLine(message.subject);
  const isForward = FORWARD.test(subject ?? '');
  const plain = ownText(message.plain ?? '', isForward);
  const rich = ownText(await markupText(markQuotes(message.markup ?? '', isForward)), isForward);
  const body = countWords(rich) > countWords(plain) * RICHER ? rich : plain;
  const text = /[\p{L}\p{N}]/u.test(body) ? body : (subject ?? '');
  if (message.parts.length === 0) refuseUnreadable(text);
  return {
    title: null,
    text,
    metadata: UNKNOWN,
    embedded: {
      ...UNKNOWN,
      title: subject,
      author: tidyLine(message.sender),
      published: parseStatedDate(message.date ?? ''),
    },
    parts: message.parts,
  };
}

const FORWARD = /^(?:fwd?|wg|tr|rv|doorst)\s?:/i; // as English, German, French, Spanish and Dutch programs write it
const RICHER = 1.25; // words of the markup for each of the plain text, from which on the plain text lacks some

function ownText(text: string, isForward: boolean): string {
  return tidyText(withoutQuotes(text.replace(/\r\n?/g, '\n').split('\n'), isForward).join('\n'));
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
