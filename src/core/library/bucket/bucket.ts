/** An object of a bucket, as it was listed. */
export interface BucketObject {
  /** Below the prefix that is read, parts separated by `/`. */
  readonly key: string;
  /** Another one for other content. */
  readonly etag: string;
  /** In bytes. */
  readonly size: number;
  readonly modified: Date;
}

/** An object with its content. */
export interface FetchedObject extends BucketObject {
  readonly bytes: Uint8Array;
}

/** Objects stored under a prefix, somewhere else. Both ask again by themselves while they are told to slow down. */
export interface Bucket {
  /** Lists the objects, page by page. Rejects with a BucketFailure. */
  list(signal: AbortSignal): AsyncIterable<readonly BucketObject[]>;
  /** Gets an object as it is now; null if it is gone. Rejects with a BucketFailure, also if more bytes come than permitted. */
  get(key: string, options: GetOptions): Promise<FetchedObject | null>;
}

/** How an object is got. */
export interface GetOptions {
  readonly signal: AbortSignal;
  /** Bytes at most. */
  readonly largest: number;
}

/** The parts of a BucketFailure besides its message. */
interface BucketFailureDetails extends ErrorOptions {
  /** What failed: the `object` alone, so that others may be had, or the `bucket`. */
  readonly part: 'object' | 'bucket';
}

/** A bucket, or an object, that cannot be read. Its message is a clause about it: "cannot be reached". */
export class BucketFailure extends Error {
  override readonly name = 'BucketFailure';
  readonly part: BucketFailureDetails['part'];

  constructor(message: string, { part, ...options }: BucketFailureDetails) {
    super(message, options);
    this.part = part;
  }
}
