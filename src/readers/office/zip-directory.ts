import { inflateRawSync } from 'node:zlib';
import { unreadable } from '../../core/library/reading/document-reader.ts';
import { UserError } from '../../core/text/user-error.ts';

const MAX_ENTRIES = 2000;
const MAX_BYTES = 100_000_000; // of all entries in total, unpacked
const MAX_TEXT_BYTES = 8_000_000; // of one part of text and markup, if the format doesn't say
const MAX_RATIO = 100; // of unpacked to packed bytes, from a size on at which it could hurt
const SMALL = 1_000_000; // bytes; empty forms pack better than 1 to 100 and do no harm

// The parts of a zip file and their fields, as in APPNOTE.TXT 4.3 (pkware.com).
const END = { signature: 0x06054b50, length: 22, comment: 65_535 };
const ENTRY = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/** Unpackers of a zip file's entries by name. */
export type ZipEntries = ReadonlyMap<string, () => Uint8Array>;

/**
 * Opens a zip file whose directory is harmless: few entries, of bounded size, with names inside the archive. Every entry
 * is unpacked once to check the sizes that the directory states. `kind` is what the file should be, for the error;
 * `maxText` is the most bytes of one part of text and markup, unpacked.
 */
export function openZip(bytes: Uint8Array, kind: string, maxText = MAX_TEXT_BYTES): ZipEntries {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return checkedEntries(file, maxText);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw unreadable(`is not a readable ${kind} (damaged, or another format); save it again`, cause);
  }
}

function checkedEntries(file: Buffer, maxText: number): ZipEntries {
  const entries = parseDirectory(file);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (unpacked > MAX_BYTES) throw unreadable(`unpacks to more than ${MAX_BYTES / 1_000_000} MB; split it`);
  if (unpacked > SMALL && unpacked > packed * MAX_RATIO)
    throw unreadable(`unpacks to more than ${MAX_RATIO} times its size, like a zip bomb`);
  for (const entry of entries) checkEntry(file, entry, maxText);
  return new Map(entries.map((entry) => [entry.name, () => unpack(file, entry)]));
}

function parseDirectory(file: Buffer): readonly Entry[] {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw unreadable(`is a zip file with more than ${MAX_ENTRIES} entries`);
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let number = 0; number < count; number++) {
    if (at + ENTRY.length > end || file.readUInt32LE(at) !== ENTRY.signature) throw damaged();
    const [name, extra, comment] = [28, 30, 32].map((field) => file.readUInt16LE(at + field));
    entries.push({
      name: file.toString('utf8', at + ENTRY.length, at + ENTRY.length + (name ?? 0)),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += ENTRY.length + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** Finds the directory's end from the back; after it there is at most a comment. */
function findEnd(file: Buffer): number {
  for (let at = file.length - END.length; at >= 0 && at >= file.length - END.length - END.comment; at--) {
    if (file.readUInt32LE(at) === END.signature) return at;
  }
  throw damaged();
}

function checkEntry(file: Buffer, entry: Entry, maxText: number): void {
  if (/^[/\\]|^[a-z]:|\0|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(entry.name))
    throw unreadable('is a zip file with entry names that point outside it');
  if (entry.encrypted) throw unreadable('is password-protected; save it without a password');
  if (/\.(?:xml|rels|x?html?|opf|ncx)$/i.test(entry.name) && entry.unpacked > maxText)
    throw unreadable(`has more than ${maxText / 1_000_000} MB of text and markup; split it`);
  if (unpack(file, entry).length !== entry.unpacked) throw damaged();
}

function unpack(file: Buffer, { at, method, packed, unpacked }: Entry): Uint8Array {
  if (at + LOCAL.length > file.length || file.readUInt32LE(at) !== LOCAL.signature) throw damaged();
  const from = at + LOCAL.length + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const content = file.subarray(from, from + packed);
  if (method === STORED) return content;
  if (method !== DEFLATED) throw damaged();
  return inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) });
}

function damaged(): Error {
  return new Error('The zip file is damaged');
}
