import type { Attachment, Email } from 'postal-mime';
import { type DocumentReader, unreadable } from '../../core/library/reading/document-reader.ts';
import { dropEmptyLines } from './empty-lines.ts';
import { type MarkupText, type Message, readMessage } from './message.ts';
import { toParts } from './parts.ts';
import { mendWindowsCharacters } from './windows-characters.ts';

/** Creates a reader of messages as mail programs save them (RFC 5322). Messages within are parts, as attachments are. */
export function createEmlReader(markupText: MarkupText): DocumentReader {
  return {
    format: 'eml',
    accepts: (name) => /\.eml$/i.test(name),
    read: async (bytes) => readMessage(await parseEml(bytes), markupText),
  };
}

const HEADER = /^(?:>?From .*\r?\n)?[!-9;-~]{1,100}[ \t]{0,3}:/; // the first line, below that of a mailbox

async function parseEml(bytes: Uint8Array): Promise<Message> {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (!HEADER.test(head.trimStart().replace(/^\u00EF\u00BB\u00BF/, '')))
    throw unreadable('is not a mail message (it has no headers)');
  return toMessage(await parse(bytes));
}

async function parse(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(dropEmptyLines(bytes), { forceRfc822Attachments: true });
  } catch (cause) {
    throw unreadable('is a damaged mail message; save it again', cause);
  }
}

function toMessage({ subject, from, headers, text, html, attachments }: Email): Message {
  const header = (name: string) => headers.find(({ key }) => key === name)?.value ?? null;
  return {
    subject: mend(subject),
    headers: { name: mend(from?.name), address: mend(from?.address), header },
    date: header('date'),
    plain: mend(text),
    markup: mend(html),
    parts: toParts(attachments.map(toAttachment)),
  };
}

function mend(text: string | null | undefined): string | null {
  return text ? mendWindowsCharacters(text) : null;
}

function toAttachment({ filename, mimeType, disposition, related, content }: Attachment) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return {
    name: filename === null ? null : mendWindowsCharacters(filename),
    type: mimeType,
    isInline: related === true || disposition !== 'attachment',
    bytes,
  };
}
