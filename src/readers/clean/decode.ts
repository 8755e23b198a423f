import { unreadable } from '../../core/library/reading/document-reader.ts';
import { fitEastAsian, fitLanguage } from './fit-encoding.ts';
import { mendTwiceEncoded } from './twice-encoded.ts';

/**
 * Decodes a text file: a byte order mark takes precedence, then UTF-8 if the bytes are valid, then the charset that
 * the file itself declares, then a guess from the bytes. Zero bytes are rejected as no text, unless they are where
 * UTF-16 has them. What was encoded twice is mended.
 */
export async function decodeText(bytes: Uint8Array, declared: string | null = null): Promise<string> {
  return mendTwiceEncoded(await decode(bytes, declared));
}

async function decode(bytes: Uint8Array, declared: string | null): Promise<string> {
  const marked = markedEncoding(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  if (bytes.includes(0)) return decodeUnmarkedUtf16(bytes);
  const stated = declared === null ? null : canonicalName(declared);
  if (stated && !IN_DOUBT.has(stated)) return decodeMisstated(bytes) ?? decodeLegacy(bytes, stated);
  return decodeUtf8(bytes) ?? decodeLegacy(bytes, stated === WESTERN ? WESTERN : await detectLegacy(bytes));
}

/** Loads what decodes pieces of a file that names their encodings; an unknown one is read as Western European. */
export async function loadDecoder(): Promise<(bytes: Buffer, encoding: string) => string> {
  const { default: iconv } = await import('iconv-lite');
  return (bytes, encoding) => iconv.decode(bytes, iconv.encodingExists(encoding) ? encoding : WESTERN);
}

const SAMPLE = 65_536; // bytes that a guess is made from; the detector takes about 20 ms for them

const WESTERN = 'windows-1252'; // Latin-1 and ASCII are labels of it (encoding.spec.whatwg.org)

// Templates declare Latin-1 by default; a page that says UTF-16 in ASCII letters is not UTF-16.
const IN_DOUBT: ReadonlySet<string> = new Set([WESTERN, 'utf-8', 'utf-16le', 'utf-16be']);

function markedEncoding(bytes: Uint8Array): string | null {
  const mark = bytes.subarray(0, 3).join(',');
  if (mark === '239,187,191') return 'utf-8';
  if (mark.startsWith('255,254')) return 'utf-16le';
  return mark.startsWith('254,255') ? 'utf-16be' : null;
}

const HIGH_BYTES = { 'utf-16le': 1, 'utf-16be': 0 } as const; // their position in a pair of bytes
// All alphabets except the East Asian ones are below U+2100: nearly all high bytes are small, and those of ASCII are zero.
const SMALL = 0x20;
const LEAST = { small: 0.9, zero: 0.1 } as const; // shares of the high bytes; single-byte letters are seldom small
// A number cut in two gives characters that no text contains.
const NEVER_IN_TEXT = /(?![\t\n\v\f\r])\p{Cc}|[\p{Cn}\p{Co}\p{Cs}\uFFFD]/u;

function decodeUnmarkedUtf16(bytes: Uint8Array): string {
  for (const [encoding, place] of Object.entries(HIGH_BYTES)) {
    const high = bytes.subarray(0, SAMPLE).filter((_, at) => at % 2 === place);
    const share = (test: (byte: number) => boolean) => high.filter(test).length / high.length;
    const isAlphabetic =
      share((byte) => byte <= SMALL) >= LEAST.small && share((byte) => byte === 0) >= LEAST.zero;
    const text = new TextDecoder(encoding).decode(bytes);
    if ((isAlphabetic || isEastAsian(text)) && !NEVER_IN_TEXT.test(text)) return text;
  }
  throw unreadable('is not text (it contains null bytes)');
}

const EAST_ASIAN_TEXT = /[\s!-~\u2010-\u203B\u3000-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF00-\uFFEF]/g;
const TELLING = /[\u3001\u3002\u3041-\u30FF\uAC00-\uD7A3]/; // numbers are seldom read as kana, syllables and full stops
const NEARLY_ALL = 0.98;

function isEastAsian(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const fitting = sample.match(EAST_ASIAN_TEXT)?.length ?? 0;
  return sample.length >= 4 && TELLING.test(sample) && fitting >= sample.length * NEARLY_ALL;
}

/** The Web's name of an encoding, from any of its labels; null for an unknown label. */
function canonicalName(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** UTF-8 in a file that declares something else: no other encoding makes valid characters of several bytes by chance. */
function decodeMisstated(bytes: Uint8Array): string | null {
  return bytes.some((byte) => byte > 0x7f) ? decodeUtf8(bytes) : null;
}

const MOSTLY = 10; // valid characters beyond ASCII for each broken one that make a damaged UTF-8 file

/** UTF-8, also with a few broken characters or one cut off at the end; null if the bytes are something else. */
function decodeUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  if (broken === 0) return text;
  const sound = text.match(/[^\0-\u007F\uFFFD]/gu)?.length ?? 0;
  return sound >= broken * MOSTLY ? text : null;
}

const LEAST_CONFIDENCE = 30; // of 100; below that the detector guesses from a few letters

const SINGLE_BYTE = [
  ...['windows-1252', 'windows-1250', 'iso-8859-2', 'windows-1251', 'koi8-r', 'windows-1253', 'windows-1254'],
] as const;
const EAST_ASIAN = /^(?:shift_jis|euc-jp|euc-kr|gb18030|gbk|big5|iso-2022-jp)$/;
const CLEARER = 0.02; // by which another encoding must fit better than the detector's

/** The detector's guess, unless the letters of another encoding fit a language better; of Latin-2, Windows' is the usual one. */
async function detectLegacy(bytes: Uint8Array): Promise<string> {
  const { analyse } = await import('chardet');
  const sample = sampleBeyondAscii(bytes);
  const [best] = analyse(sample);
  const sure = best && best.confidence >= LEAST_CONFIDENCE ? canonicalName(best.name) : null;
  const guess = sure && !sure.startsWith('utf-') ? sure : WESTERN;
  if (EAST_ASIAN.test(guess)) return guess;
  const fits = await Promise.all(
    [guess === 'iso-8859-2' ? 'windows-1250' : guess, ...SINGLE_BYTE].map(async (encoding) => ({
      encoding,
      fit: fitLanguage(await decodeLegacy(sample, encoding)),
    })),
  );
  const known = fits[0]?.fit ?? 0;
  const fittest = fits.reduce((one, other) => (other.fit > one.fit + CLEARER ? other : one));
  return known < GOOD && fittest.fit < GOOD ? (fitEastAsian(bytes) ?? fittest.encoding) : fittest.encoding;
}

const GOOD = 0.9; // of the letters beyond ASCII in one alphabet

/** The bytes beyond ASCII with a few words around each: markup and quoted English would outweigh them. */
function sampleBeyondAscii(bytes: Uint8Array): Uint8Array {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const stretches: string[] = [];
  let length = 0;
  for (const [stretch] of latin1.matchAll(/[^\u0080-\u00FF]{0,48}[\u0080-\u00FF]+[^\u0080-\u00FF]{0,48}/g)) {
    if (length > SAMPLE) break;
    length += stretch.length;
    stretches.push(stretch);
  }
  return Buffer.from(stretches.join('').slice(0, SAMPLE), 'latin1');
}

/** Decodes with iconv-lite what it knows: TextDecoder of Node 20 treats Windows-1252 as Latin-1 (nodejs/node 56542). */
async function decodeLegacy(bytes: Uint8Array, encoding: string): Promise<string> {
  const { default: iconv } = await import('iconv-lite');
  return iconv.encodingExists(encoding)
    ? iconv.decode(bytes, encoding)
    : new TextDecoder(encoding).decode(bytes);
}
