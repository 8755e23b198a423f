import { decodeText } from '../clean/decode.ts';
import { prologCharset } from './prolog.ts';

/**
 * A page that a reader of files decodes as its server meant it: as it is, unless only the header names a charset other than
 * UTF-8; then in UTF-8, which a byte order mark says before anything else does.
 */
export async function toUtf8(page: Uint8Array, charset: string | null): Promise<Uint8Array> {
  const isPlain = charset === null || /^utf-?8$/i.test(charset) || page.every((byte) => byte < 0x80);
  if (isPlain || prologCharset(page)?.toLowerCase() === charset.toLowerCase()) return page;
  const text = await decodeText(page, charset).catch(() => null);
  return text === null ? page : Buffer.from(`\uFEFF${text}`);
}
