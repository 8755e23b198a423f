import { UNKNOWN } from '../../core/library/documents/document.ts';
import {
  type DocumentPart,
  type DocumentReader,
  unreadable,
} from '../../core/library/reading/document-reader.ts';

/** Reads a mailbox (RFC 4155): each of its messages is a part. */
export const mboxReader: DocumentReader = {
  format: 'mbox',
  accepts: (name) => /\.mbox$/i.test(name),
  read: async (bytes) => {
    const messages = splitMessages(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const parts = messages.map(toPart);
    return { title: null, text: '', metadata: UNKNOWN, parts };
  },
};

const LINE_FEED = 10;
const START = /^From \S.{0,200}\b\d{1,2}:\d\d\b/; // sender and time; other lines that begin so are in a text

/** Splits a mailbox at the lines between its messages. */
function splitMessages(file: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = 0; at !== -1 && at < file.length; at = nextLine(file, at)) {
    if (isAfterEmptyLine(file, at) && START.test(file.toString('latin1', at, at + 250))) starts.push(at);
  }
  if (starts[0] !== 0) throw unreadable('is not a mailbox (its first line does not begin a message)');
  return starts.map((at, number) => file.subarray(nextLine(file, at), starts[number + 1] ?? file.length));
}

function nextLine(file: Buffer, from: number): number {
  const end = file.indexOf(LINE_FEED, from);
  return end === -1 ? file.length : end + 1;
}

function isAfterEmptyLine(file: Buffer, at: number): boolean {
  if (at === 0) return true;
  const before = file.toString('latin1', Math.max(0, at - 3), at);
  return before.endsWith('\n\n') || before.endsWith('\n\r\n');
}

/** In a mailbox, a line of text that begins with "From " has a mark before it. */
function toPart(message: Buffer, at: number): DocumentPart {
  const text = message.toString('latin1').replace(/^>(>*From )/gm, '$1');
  return { id: `#${at + 1}`, name: `${at + 1}.eml`, bytes: Buffer.from(text, 'latin1') };
}
