import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { faultOfSignature } from './s3-signature.ts';

/** An object as it is stored. */
interface Stored {
  readonly bytes: Buffer;
  readonly modified: Date;
}

/** An S3 server of the test's own, on this machine, with one bucket. It is as strict as the public description of the API. */
export interface S3Server {
  readonly endpoint: string;
  /** The variables of a program that may read the bucket. */
  readonly variables: Readonly<Record<string, string>>;
  put(key: string, content: string | Uint8Array, modified?: Date): void;
  remove(key: string): void;
  /** Called before each request is answered. */
  before(act: (what: string) => void): void;
  /** Answers so many requests with 503 SlowDown. */
  slowDown(times: number): void;
  /** Breaks off in the middle of so many objects. */
  cutOff(times: number): void;
  /** Refuses an object to everybody. */
  deny(key: string): void;
  /** Accepts requests from now on, and answers none. */
  fallSilent(): void;
  /** What was asked for: `list`, or `get` with a key. */
  readonly asked: string[];
  close(): Promise<void>;
}

const BUCKET = 'papers';
const REGION = 'eu-test-1';
const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI+K7MDENG/bPxRfiCYEXAMPLE' };
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** Starts a server, which ends after the test. */
export async function startS3Server(objects: Readonly<Record<string, string>> = {}): Promise<S3Server> {
  const state = {
    ...{ objects: new Map<string, Stored>(), asked: [] as string[], denied: new Set<string>() },
    ...{ slow: 0, cut: 0, isSilent: false, act: (_what: string) => {} },
  };
  const server = createServer((request, response) => answer(state, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  open.push(close);
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const put: S3Server['put'] = (key, content, modified = new Date('2024-05-03T10:00:00Z')) =>
    void state.objects.set(key, { bytes: Buffer.from(content), modified });
  for (const [key, content] of Object.entries(objects)) put(key, content);
  return {
    ...{ endpoint, put, close, asked: state.asked },
    variables: {
      ...{ AWS_ENDPOINT_URL_S3: endpoint, AWS_REGION: REGION, AWS_EC2_METADATA_DISABLED: 'true' },
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      DOSSIER_CORPUS_DIR: `s3://${BUCKET}/desk`,
    },
    remove: (key) => void state.objects.delete(key),
    deny: (key) => void state.denied.add(key),
    before: (act) => Object.assign(state, { act }),
    slowDown: (slow) => Object.assign(state, { slow }),
    cutOff: (cut) => Object.assign(state, { cut }),
    fallSilent: () => Object.assign(state, { isSilent: true }),
  };
}

interface State {
  readonly objects: Map<string, Stored>;
  readonly asked: string[];
  readonly denied: ReadonlySet<string>;
  slow: number;
  cut: number;
  isSilent: boolean;
  act(what: string): void;
}

function answer(state: State, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const [bucket = '', ...rest] = pathname.slice(1).split('/').map(decodeURIComponent);
  const key = rest.join('/');
  const what = key === '' ? 'list' : `get ${key}`;
  state.asked.push(what);
  state.act(what);
  if (state.isSilent) return;
  const fault = faultOf(state, request, bucket);
  if (fault) refuse(response, ...fault);
  else if (key === '') answerList(state, searchParams, response);
  else answerGet(state, key, response);
}

function faultOf(state: State, request: IncomingMessage, bucket: string): [number, string] | null {
  if (state.slow-- > 0) return [503, 'SlowDown'];
  const { method = '', url: target = '', headers } = request;
  const fault = faultOfSignature({ method, target, headers }, CREDENTIALS);
  if (fault !== null) return [403, fault];
  const skew = Math.abs(Date.now() - parseTime(String(headers['x-amz-date'])));
  if (!(skew < 900_000)) return [403, 'RequestTimeTooSkewed'];
  if (method !== 'GET') return [405, 'MethodNotAllowed'];
  return bucket === BUCKET ? null : [404, 'NoSuchBucket'];
}

/** The form of `x-amz-date`: 20240503T100000Z. */
function parseTime(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

const LISTING = new Set([
  ...['list-type', 'prefix', 'max-keys', 'continuation-token', 'encoding-type', 'x-id', 'start-after'],
]);
const MOST = 1000; // objects in a page

function answerList({ objects }: State, query: URLSearchParams, response: ServerResponse): void {
  const isKnown = [...query.keys()].every((name) => LISTING.has(name));
  const token = query.get('continuation-token');
  const after = token === null ? '' : readToken(token);
  if (!isKnown || query.get('list-type') !== '2' || after === null) {
    refuse(response, 400, 'InvalidArgument');
    return;
  }
  const prefix = query.get('prefix') ?? '';
  const size = Math.min(MOST, Number(query.get('max-keys') ?? MOST));
  const toText = query.get('encoding-type') === 'url' ? encodeURIComponent : escapeXml;
  const found = [...objects]
    .filter(([key]) => key.startsWith(prefix) && compare(key, after) > 0)
    .sort(([a], [b]) => compare(a, b));
  const page = found.slice(0, size);
  const isTruncated = found.length > page.length;
  const contents = page.map(
    ([key, { bytes, modified }]) =>
      `<Contents><Key>${toText(key)}</Key><LastModified>${modified.toISOString()}</LastModified>` +
      `<ETag>&quot;${md5(bytes)}&quot;</ETag><Size>${bytes.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const next = isTruncated
    ? `<NextContinuationToken>${makeToken(page.at(-1)?.[0] ?? '')}</NextContinuationToken>`
    : '';
  send(
    response,
    200,
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${BUCKET}</Name><Prefix>${toText(prefix)}</Prefix>` +
      `<KeyCount>${page.length}</KeyCount><MaxKeys>${size}</MaxKeys><IsTruncated>${isTruncated}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  );
}

function answerGet(state: State, key: string, response: ServerResponse): void {
  const found = state.objects.get(key);
  if (!found || state.denied.has(key)) {
    if (found) refuse(response, 403, 'AccessDenied');
    else refuse(response, 404, 'NoSuchKey');
    return;
  }
  const { bytes, modified } = found;
  response.writeHead(200, {
    ETag: `"${md5(bytes)}"`,
    'Last-Modified': modified.toUTCString(),
    'Content-Length': bytes.length,
    'Content-Type': 'binary/octet-stream',
  });
  if (state.cut > 0) {
    state.cut--;
    response.write(bytes.subarray(0, bytes.length / 2));
    setImmediate(() => response.destroy());
  } else response.end(bytes);
}

const MARK = randomUUID(); // a token that this server did not make is refused

function makeToken(key: string): string {
  return Buffer.from(`${MARK}/${key}`).toString('base64');
}

function readToken(token: string): string | null {
  const text = Buffer.from(token, 'base64').toString();
  return text.startsWith(`${MARK}/`) ? text.slice(MARK.length + 1) : null;
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function md5(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex');
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  send(response, status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function send(response: ServerResponse, status: number, xml: string): void {
  response
    .writeHead(status, { 'Content-Type': 'application/xml', 'x-amz-request-id': randomUUID() })
    .end(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
}
