import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { optionalText } from '../core/bot/settings.ts';

/** The bucket that holds the corpus, and where it is kept. */
export interface BucketSettings {
  /** `s3://bucket/prefix`. */
  readonly url: string;
  readonly bucket: string;
  /** Empty, or it ends in `/`. */
  readonly prefix: string;
  /** The address of a server that is not Amazon's; null for Amazon's. */
  readonly endpoint: string | null;
  readonly region: string | null;
  /** The folder of what is kept. */
  readonly folder: string;
}

const FORM = /^s3:\/\/([\w.-]{3,255})(?:\/(.*))?$/;

/** What the environment says of the corpus. Amazon's variables are read by its client, too, which knows more of them. */
export const corpusShape = {
  DOSSIER_CORPUS_DIR: z
    .string()
    .trim()
    .refine((place) => !isBucket(place) || FORM.test(place), 'must look like s3://bucket/prefix')
    .refine((place) => !place.includes('\0'), 'is not a valid path')
    .prefault(''),
  AWS_ENDPOINT_URL_S3: optionalText,
  AWS_ENDPOINT_URL: optionalText,
  AWS_REGION: optionalText,
};

type Values = z.infer<z.ZodObject<typeof corpusShape>> & {
  readonly DOSSIER_DATA_DIR: string;
  readonly IMAP_URL: string | null;
};

/** The bucket that is named; null if a folder is. */
export function toBucket(values: Values): BucketSettings | null {
  const [, bucket, path = ''] = FORM.exec(values.DOSSIER_CORPUS_DIR) ?? [];
  if (bucket === undefined) return null;
  const bare = path.replace(/^\/+|\/+$/g, '');
  const url = bare === '' ? `s3://${bucket}` : `s3://${bucket}/${bare}`;
  const endpoint = endpointIn(values);
  const name = createHash('sha256').update(`${endpoint} ${url}`).digest('hex').slice(0, 12);
  const folder = join(values.DOSSIER_DATA_DIR, 'buckets', name);
  return { url, bucket, prefix: bare && `${bare}/`, endpoint, region: values.AWS_REGION, folder };
}

/** The folder that the documents are in: the one that is named, or the one that is kept like the bucket. */
export function corpusFolder(values: Values): string {
  const bucket = toBucket(values);
  return bucket ? join(bucket.folder, 'objects') : resolve(values.DOSSIER_CORPUS_DIR || './corpus');
}

/** What does not go together with a bucket. */
export function bucketConflicts(values: Values): string[] {
  if (!isBucket(values.DOSSIER_CORPUS_DIR)) return [];
  const endpoint = endpointIn(values);
  const isAddress = endpoint === null || (URL.canParse(endpoint) && /^https?:/.test(endpoint));
  const name = values.AWS_ENDPOINT_URL_S3 === null ? 'AWS_ENDPOINT_URL' : 'AWS_ENDPOINT_URL_S3';
  return [
    ...(isAddress ? [] : [`${name} must be an http or https URL`]),
    ...(values.IMAP_URL === null
      ? []
      : ['IMAP_URL needs a corpus folder to put mail into; a bucket is only read']),
  ];
}

function isBucket(place: string): boolean {
  return place.startsWith('s3:');
}

function endpointIn({ AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL }: Values): string | null {
  return AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL;
}
