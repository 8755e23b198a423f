import { unreadable } from '../../core/library/reading/document-reader.ts';
import type { UserError } from '../../core/text/user-error.ts';
import { isStreamFilter, type StreamFilter, unpackedSize } from './stream-filters.ts';

const MAX_STREAM = 50_000_000; // bytes; PDF.js keeps several copies of a stream, and a page's text is seldom 1 MB
const MAX_STREAMS = 150_000_000; // bytes in total
const MAX_DICTIONARY = 4000; // bytes; those of streams have a few hundred

/**
 * Rejects a PDF whose streams unpack to much more than a document contains: PDF.js unpacks them without a limit. Stated
 * lengths are ignored. Images aren't counted, because nothing unpacks them. What a plain search doesn't find (filters
 * named in object streams, encrypted parts) is left to the limits of the worker thread.
 */
export function refuseSwollen(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_STREAMS;
  for (let at = file.indexOf(STREAM); at !== -1; at = file.indexOf(STREAM, at + STREAM.length)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const dictionary = dictionaryBefore(file, at);
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const limit = Math.min(left, MAX_STREAM);
    const size = unpackedSize(file.subarray(contentStart(file, at)), filtersOf(dictionary, file), limit);
    if (size > limit) throw swollen(limit === MAX_STREAM ? MAX_STREAM : MAX_STREAMS);
    left -= size;
  }
}

const STREAM = 'stream';

function swollen(limit: number): UserError {
  return unreadable(`unpacks to more than ${limit / 1_000_000} MB; split it`);
}

function contentStart(file: Buffer, at: number): number {
  const [first, second] = file.subarray(at + STREAM.length);
  if (first === 13) return at + STREAM.length + (second === 10 ? 2 : 1);
  return at + STREAM.length + (first === 10 ? 1 : 0);
}

function dictionaryBefore(file: Buffer, at: number): string {
  const text = file.toString('latin1', Math.max(0, at - MAX_DICTIONARY), at);
  return plain(text.slice(text.lastIndexOf(' obj') + 1));
}

/** Any character of a name may be escaped as a number. */
function plain(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The filters in the order in which they are undone; references to other objects are resolved. */
function filtersOf(dictionary: string, file: Buffer): readonly StreamFilter[] {
  const [, stated = ''] = /\/F(?:ilter)?\s*(\[[^\]]*|\/\w+|\d+\s+\d+\s+R)/.exec(dictionary) ?? [];
  const named = stated.replace(REFERENCE, (_, id: string) => objectOf(id, file));
  return [...named.replace(REFERENCE, (_, id: string) => objectOf(id, file)).matchAll(/\/(\w+)/g)]
    .map(([, name = '']) => name)
    .filter(isStreamFilter);
}

const REFERENCE = /(\d+)\s+\d+\s+R\b/g;
const MAX_OBJECT = 200; // bytes, of one that names filters

function objectOf(id: string, file: Buffer): string {
  const at = file.indexOf(`\n${id} 0 obj`);
  return at === -1
    ? ''
    : (plain(file.toString('latin1', at + 1, at + MAX_OBJECT)).split('endobj', 1)[0] ?? '');
}
