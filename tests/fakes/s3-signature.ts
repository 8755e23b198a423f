import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request, as far as it is signed. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Who may ask. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([\da-f]{64})$/;

/** Checks the signature of a request (Signature Version 4, headers); the code of the error it is refused with, or null. */
export function faultOfSignature(
  { method, target, headers }: SignedRequest,
  { accessKeyId, secretAccessKey }: Credentials,
): string | null {
  const header = (name: string) => String(headers[name] ?? '').trim();
  const [, id, day = '', region = '', names = '', signature = ''] = FORM.exec(header('authorization')) ?? [];
  if (id === undefined) return 'AccessDenied';
  if (id !== accessKeyId) return 'InvalidAccessKeyId';
  const signed = names.split(';');
  const needed = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))];
  const time = header('x-amz-date');
  if (needed.some((name) => !signed.includes(name)) || !time.startsWith(day)) return 'AccessDenied';
  const [path = '', query = ''] = target.split('?');
  const canonical = [
    ...[method, encodePath(path), sortQuery(query)],
    ...signed.map((name) => `${name}:${header(name).replace(/ +/g, ' ')}`),
    ...['', names, header('x-amz-content-sha256')],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(canonical).digest('hex')];
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const expected = hmac(key, toSign.join('\n'));
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch';
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
}

function sortQuery(query: string): string {
  if (query === '') return '';
  const pairs = query.split('&').map((pair) => {
    const [name = '', value = ''] = pair.split('=').map((part) => encode(decodeURIComponent(part)));
    return `${name}=${value}`;
  });
  return pairs.sort().join('&');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
