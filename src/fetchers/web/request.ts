import { type Dispatcher, request as send } from 'undici';
import { type Fetched, FetchFailure } from '../../core/collecting/fetcher.ts';
import { parseRetryAfter } from '../../core/text/retry-after.ts';
import { type BodyLimits, ENCODINGS, readBody } from './read-body.ts';

/** One request. */
export interface RequestOptions {
  readonly dispatcher: Dispatcher;
  readonly userAgent: string;
  readonly limits: BodyLimits;
  /** What is sent besides, by the header's name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  now(): Date;
}

/** An answer, or where to ask instead. */
export interface Answered extends Omit<Fetched, 'permanent'> {
  /** Where a redirect leads, absolute; null if it is none. */
  readonly location: URL | null;
}

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, text/html, application/xml;q=0.9, */*;q=0.5';
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Asks one address once. No cookies are sent or kept. */
export async function requestOnce(url: URL, options: RequestOptions): Promise<Answered> {
  const { dispatcher, userAgent, limits, signal, now } = options;
  const { statusCode, headers, body } = await send(url, {
    ...{ dispatcher, signal, method: 'GET' },
    headers: { 'user-agent': userAgent, accept: ACCEPT, 'accept-encoding': ENCODINGS, ...options.headers },
  });
  const header = (name: string) => [headers[name] ?? []].flat()[0] ?? null;
  const location = REDIRECTS.has(statusCode) ? header('location') : null;
  const wanted = statusCode === 200;
  const bytes = wanted ? await readBody(body, header('content-encoding') ?? '', limits) : new Uint8Array();
  if (!wanted) body.on('error', () => undefined).destroy();
  const [type = '', ...parameters] = (header('content-type') ?? '').split(';').map((part) => part.trim());
  return {
    ...{ status: statusCode, address: url.href, bytes, type: type.toLowerCase() },
    ...{ etag: header('etag'), lastModified: header('last-modified') },
    charset: charsetIn(parameters),
    retryAfter: parseRetryAfter({ get: header }, now()),
    maxAge: maxAgeIn(header('cache-control') ?? ''),
    location: location === null ? null : resolveLocation(location, url),
  };
}

function charsetIn(parameters: readonly string[]): string | null {
  const [, charset = ''] =
    /^charset\s*=\s*"?([\w.:-]{1,40})/i.exec(parameters.find((each) => /^charset/i.test(each)) ?? '') ?? [];
  return charset === '' ? null : charset;
}

function maxAgeIn(control: string): number | null {
  const [, seconds] = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(control) ?? [];
  return seconds === undefined ? null : Number(seconds);
}

function resolveLocation(location: string, url: URL): URL {
  if (!URL.canParse(location, url.href))
    throw new FetchFailure('is redirected to an address that is none', 'redirects');
  return new URL(location, url);
}
