import { setTimeout as sleep } from 'node:timers/promises';
import {
  type _Object,
  GetObjectCommand,
  type GetObjectCommandOutput,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  type Bucket,
  BucketFailure,
  type BucketObject,
  type FetchedObject,
} from '../../core/library/bucket/bucket.ts';
import { exponential } from '../../core/text/backoff.ts';
import { retry } from '../../core/text/retry.ts';
import { BREAKS_OFF, toFailure } from './failures.ts';

/** The bucket that is read. */
export interface S3Options {
  readonly bucket: string;
  /** Empty, or it ends in `/`. */
  readonly prefix: string;
  /** Where it is if not at Amazon: `https://minio.example:9000`. */
  readonly endpoint: string | null;
  /** Null for what the client finds. */
  readonly region: string | null;
  /** Objects in one page of a listing; a thousand, the most there may be, if absent. */
  readonly pageSize?: number;
  /** Milliseconds that the server may be silent; 20 seconds if absent. */
  readonly patience?: number;
}

const PATIENCE = 20_000; // milliseconds
const BODIES = 3; // attempts to get one whose content breaks off, which the client does not repeat
const PAUSE = { first: 200, most: 1000 }; // milliseconds
const LONGEST = 120_000; // milliseconds for one object
const REGION = 'us-east-1'; // of servers that are not Amazon's, and of which nothing else is said
const ATTEMPTS = 6; // with waits between them that double, the last of up to 20 seconds

/** Opens a bucket, which is only read. Credentials and region are found as by all clients of Amazon's: variables, profiles, roles. */
export function openS3Bucket(options: S3Options): Bucket & { close(): void } {
  const { bucket: Bucket, prefix, pageSize } = options;
  const client = createClient(options);
  return {
    async *list(signal) {
      const asked = { Bucket, Prefix: prefix, ...(pageSize !== undefined && { MaxKeys: pageSize }) };
      try {
        for await (const { Contents = [] } of paginateListObjectsV2({ client }, asked, {
          abortSignal: signal,
        }))
          yield Contents.flatMap((found) => toObject(found, prefix));
      } catch (error) {
        throw toFailure(error, { part: 'bucket', signal });
      }
    },
    get: (key, { signal, largest }) =>
      retry(
        async () => {
          const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]);
          const command = new GetObjectCommand({ Bucket, Key: prefix + key });
          try {
            return await toFetched(key, await client.send(command, { abortSignal }), largest);
          } catch (error) {
            if (isGone(error)) return null;
            throw toFailure(error, { part: 'object', signal });
          }
        },
        {
          ...{ attempts: BODIES, delay: (failures) => exponential(failures, PAUSE) },
          isRetryable: (error) => error instanceof BucketFailure && error.message === BREAKS_OFF,
          wait: (milliseconds) => sleep(milliseconds, undefined, { signal }),
        },
      ),
    close: () => client.destroy(),
  };
}

function createClient({ endpoint, region, patience = PATIENCE }: S3Options): S3Client {
  return new S3Client({
    ...(endpoint !== null && { endpoint, forcePathStyle: true, region: REGION }),
    ...(region !== null && { region }),
    ...{ maxAttempts: ATTEMPTS, followRegionRedirects: true },
    responseChecksumValidation: 'WHEN_REQUIRED', // others than Amazon know few of them; the length is compared
    requestHandler: { connectionTimeout: patience, socketTimeout: patience },
  });
}

function toObject({ Key, ETag, Size, LastModified }: _Object, prefix: string): BucketObject[] {
  if (Key === undefined || ETag === undefined || Size === undefined || !LastModified) return [];
  return [{ key: Key.slice(prefix.length), etag: ETag, size: Size, modified: LastModified }];
}

async function toFetched(
  key: string,
  { Body, ETag = '', LastModified = new Date(), ContentLength }: GetObjectCommandOutput,
  largest: number,
): Promise<FetchedObject> {
  const bytes = await readBody(Body as AsyncIterable<Uint8Array>, largest);
  if (ContentLength !== undefined && bytes.length !== ContentLength)
    throw new BucketFailure(BREAKS_OFF, { part: 'bucket' });
  return { key, bytes, etag: ETag, size: bytes.length, modified: LastModified };
}

async function readBody(body: AsyncIterable<Uint8Array>, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > largest) throw new BucketFailure('has grown too large meanwhile', { part: 'object' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isGone(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}
