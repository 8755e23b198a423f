import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchFailure } from '../../core/collecting/fetcher.ts';

/** What an answer may be at most. */
export interface BodyLimits {
  /** Bytes, decompressed. */
  readonly bytes: number;
  /** Times that it may be larger than what came over the line. */
  readonly ratio: number;
}

const SMALL = 1_000_000; // bytes up to which nobody asks how they were packed

/** The encodings that are understood, as a request names them. */
export const ENCODINGS = 'gzip, deflate, br';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Reads a body, decompressed; what is counted is what comes out. Rejects with a FetchFailure beyond the limits. */
export async function readBody(
  body: Readable,
  encoding: string,
  { bytes, ratio }: BodyLimits,
): Promise<Uint8Array> {
  let packed = 0;
  const source = decoded(body, encoding, (length) => {
    packed += length;
  });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > bytes) throw tooLarge(`is larger than ${Math.round(bytes / 1_000_000)} MB`);
    if (size > SMALL && size > packed * ratio) throw tooLarge('is packed as no document is');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(body: Readable, encoding: string, came: (length: number) => void): AsyncIterable<Buffer> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const packings = names.filter((name) => name !== '' && name !== 'identity');
  const arriving = counted(body, came);
  if (packings.length === 0) return arriving;
  const decoder = DECODERS[packings[0] ?? ''];
  if (!decoder || packings.length > 1)
    throw new FetchFailure('is packed in a way that is not understood', 'unreachable');
  return pipeline(Readable.from(arriving), decoder(), () => undefined);
}

async function* counted(body: AsyncIterable<Buffer>, came: (length: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of body) {
    came(chunk.length);
    yield chunk;
  }
}

function tooLarge(message: string): FetchFailure {
  return new FetchFailure(message, 'too-large');
}
