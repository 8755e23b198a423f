import { constants, inflateSync } from 'node:zlib';

/** The filters with which a stream may be packed, long and short names, without those of images. */
export type StreamFilter = keyof typeof UNPACK;

/** Whether this file knows a filter. */
export function isStreamFilter(name: string): name is StreamFilter {
  return Object.hasOwn(UNPACK, name);
}

/** The number of bytes to which a stream unpacks, filter by filter; no more than the limit is unpacked. */
export function unpackedSize(content: Buffer, filters: readonly StreamFilter[], limit: number): number {
  let bytes = content;
  let most = 0;
  for (const [number, filter] of filters.entries()) {
    const packed = number > 0 || FLATE.has(filter) ? bytes : upToEnd(bytes); // deflate knows its end
    const unpacked = UNPACK[filter](packed, limit);
    if (typeof unpacked === 'number') return Math.max(most, unpacked);
    most = Math.max(most, unpacked.length);
    bytes = unpacked;
  }
  return most;
}

function upToEnd(bytes: Buffer): Buffer {
  const end = bytes.indexOf('endstream');
  return end === -1 ? bytes : bytes.subarray(0, end);
}

/** Returns the unpacked bytes, or only their number if the count ends there. */
type Unpack = (packed: Buffer, limit: number) => Buffer | number;

const inflate: Unpack = (packed, limit) => {
  if ((packed[0] ?? 0) % 16 !== 8 || (((packed[0] ?? 0) << 8) | (packed[1] ?? 0)) % 31 !== 0) return 0; // PDF.js takes no other
  try {
    return inflateSync(packed, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? limit + 1 : 0;
  }
};

const fromHex: Unpack = (packed) =>
  Buffer.from(packed.toString('latin1').split('>', 1)[0]?.replace(/\s+/g, '') ?? '', 'hex');

/** Five digits make four bytes, `z` four zeros; a last group of fewer is left out. */
const fromBase85: Unpack = (packed, limit) => {
  const bytes = Buffer.alloc(Math.min(packed.length * 4, limit) + 4);
  let [size, digits, value] = [0, 0, 0];
  for (const code of packed) {
    if (code === 126 || size > limit) break;
    if (code === 122 && digits === 0) size += 4;
    if (code < 33 || code > 117) continue;
    value = value * 85 + code - 33;
    digits += 1;
    if (digits < 5) continue;
    bytes.writeUInt32BE(value % 2 ** 32, size);
    [size, digits, value] = [size + 4, 0, 0];
  }
  return size > limit ? size : bytes.subarray(0, size);
};

const runLengths: Unpack = (packed, limit) => {
  let size = 0;
  for (let at = 0; at < packed.length && size <= limit; ) {
    const length = packed[at] ?? 128;
    if (length === 128) break;
    size += length < 128 ? length + 1 : 257 - length;
    at += length < 128 ? length + 2 : 2;
  }
  return size;
};

const CLEAR = 256;
const END = 257;

/** Counts by the length of each code's text; a code names the text of the one before and a character more. */
const lempelZivWelch: Unpack = (packed, limit) => {
  const lengths = new Uint16Array(4097).fill(1, 0, CLEAR);
  let [size, next, width, last] = [0, END + 1, 9, 0];
  for (let bit = 0; bit + width <= packed.length * 8 && size <= limit; ) {
    const at = bit >> 3;
    const three = ((packed[at] ?? 0) << 16) | ((packed[at + 1] ?? 0) << 8) | (packed[at + 2] ?? 0);
    const code = (three >> (24 - width - (bit & 7))) & ((1 << width) - 1);
    bit += width;
    if (code === END) break;
    if (code === CLEAR) {
      [next, width, last] = [END + 1, 9, 0];
      continue;
    }
    if (last > 0 && next < 4096) lengths[next++] = last + 1;
    last = lengths[code] ?? 0;
    size += last;
    width = Math.min(12, Math.max(9, Math.floor(Math.log2(next + 1)) + 1));
  }
  return size;
};

const UNPACK = {
  FlateDecode: inflate,
  Fl: inflate,
  ASCIIHexDecode: fromHex,
  AHx: fromHex,
  ASCII85Decode: fromBase85,
  A85: fromBase85,
  RunLengthDecode: runLengths,
  RL: runLengths,
  LZWDecode: lempelZivWelch,
  LZW: lempelZivWelch,
} as const satisfies Record<string, Unpack>;

const FLATE: ReadonlySet<string> = new Set<StreamFilter>(['FlateDecode', 'Fl']);
