import { BucketFailure } from '../../core/library/bucket/bucket.ts';

/** What was asked for, and what ends it. */
interface Asked {
  readonly part: BucketFailure['part'];
  readonly signal: AbortSignal;
}

/** What went wrong with a bucket or an object, as a clause about it. What was stopped on purpose stays as it is. */
export function toFailure(error: unknown, { part, signal }: Asked): unknown {
  if (signal.aborted || error instanceof BucketFailure) return error;
  const { name = '', code = '', message = '', $metadata } = (error ?? {}) as Faults;
  const signs = [name, code, message];
  const found = REASONS.find(([form]) => signs.some((sign) => form.test(sign)));
  const what = found?.[1] ?? byStatus($metadata?.httpStatusCode);
  const isOwn = part === 'object' && OF_THE_OBJECT.test(name);
  return new BucketFailure(what, { part: isOwn ? 'object' : 'bucket', cause: error });
}

interface Faults {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** What is said of an answer that ends too soon; it may come whole another time. */
export const BREAKS_OFF = 'breaks off';

const OF_THE_OBJECT = /^(?:AccessDenied|InvalidObjectState|InvalidRequest)$/;

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^NoSuchBucket$/, 'is not there: no bucket has that name'],
  [
    /^(?:InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|ExpiredToken|TokenRefreshRequired)$/,
    'refuses the credentials (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN)',
  ],
  [
    /^(?:CredentialsProviderError|ProviderError)$/,
    'cannot be asked without credentials (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or a role)',
  ],
  [/^AccessDenied|^AllAccessDisabled$|^Forbidden$/, 'may not be read with these credentials'],
  [/^InvalidObjectState$/, 'is archived, and would have to be restored first'],
  [/^(?:PermanentRedirect|AuthorizationHeaderMalformed)$/, 'is in another region (AWS_REGION)'],
  [/^Region is missing$/, 'cannot be asked without a region (AWS_REGION)'],
  [/^RequestTimeTooSkewed$/, 'says that this machine’s clock is wrong'],
  [/^(?:SlowDown|Throttling|ThrottlingException|TooManyRequests\w*)$/, 'asks for fewer requests'],
  [/^(?:TimeoutError|ETIMEDOUT|AbortError)$/, 'does not answer in time'],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/, 'cannot be reached'],
  [/^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, BREAKS_OFF],
  [/CERT|SELF_SIGNED|^ERR_TLS|^ERR_SSL|^EPROTO$/, 'offers no valid TLS'],
];

function byStatus(status: number | undefined): string {
  return status === undefined
    ? 'does not answer as an S3 server does'
    : `answers with the HTTP status ${status}`;
}
