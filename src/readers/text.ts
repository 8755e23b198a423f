import { UNKNOWN } from '../core/corpus/document.ts';
import { removeFurniture } from '../core/corpus/furniture.ts';
import type { DocumentReader } from '../core/corpus/reader.ts';
import { UserError } from '../core/errors.ts';

/** Reads plain text, as written or as scraped from a web page: page furniture is left out. */
export const textReader: DocumentReader = {
  format: 'text',
  accepts: (name) => /\.(?:txt|text)$/i.test(name),
  read: async (bytes) => {
    const { title, text } = removeFurniture(decode(bytes));
    if (!/[\p{L}\p{N}]/u.test(text)) throw new UserError('holds no text', { code: 'unreadable-document' });
    return { title, text, metadata: UNKNOWN };
  },
};

/** UTF-8 and UTF-16 by their marks; bytes that are not UTF-8 are taken for Windows-1252, the Web's old default. */
function decode(bytes: Uint8Array): string {
  const utf16 = /^(?:255,254|254,255)$/.exec(bytes.subarray(0, 2).join(','));
  if (utf16) return new TextDecoder(bytes[0] === 255 ? 'utf-16le' : 'utf-16be').decode(bytes);
  if (bytes.includes(0))
    throw new UserError('is not text (it holds zero bytes)', { code: 'unreadable-document' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

// What Windows-1252 has from 0x80 to 0x9F; all else is as in Latin-1. TextDecoder of Node 20 has not (nodejs/node 56542).
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1');
  return latin1.replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}
