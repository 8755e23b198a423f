import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Audience } from '../../core/library/audience.ts';
import type { QuotedText, SourcePages } from '../../core/replies/source-pages.ts';

/** Who a link was made for: everyone in one channel. */
export type LinkedChannel = Pick<Audience, 'platform' | 'workspace' | 'channel'>;

/** What a link says of what was quoted. */
export interface LinkedQuotation {
  /** UTF-16 offsets into the text as it was. */
  readonly start: number;
  readonly end: number;
  /** The fingerprint of the words that were quoted. */
  readonly as: string;
}

/** Makes the addresses of source pages, and checks those that come back. */
export interface PageLinks extends SourcePages {
  /** The channel that a link was made for; null if it was forged, changed or is too old. */
  channelOf(document: string, parameters: URLSearchParams): LinkedChannel | null;
}

/** How links are made. */
export interface PageLinkOptions {
  /** Where others reach the server; null if only this machine does. */
  readonly publicUrl: string | null;
  /** Where this machine reaches the server; null if it doesn't. */
  readonly localUrl: string | null;
  /** Known to nobody else, and the same after a restart and for all instances. */
  readonly secret: string;
  /** How many days a link stays valid. */
  readonly days: number;
  now(): Date;
}

const DAY = 86_400_000; // milliseconds

/** Links of a public server are signed for one channel; those of this machine open by themselves. */
export function createPageLinks({ publicUrl, localUrl, secret, days, now }: PageLinkOptions): PageLinks {
  const key = createHmac('sha256', secret).update('source pages').digest();
  const sign = (document: string, to: string, until: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([document, to, until]))
      .digest('base64url')
      .slice(0, SIGNATURE);
  return {
    linkTo(quoted, audience) {
      if (publicUrl === null) return audience.local && localUrl ? addressOf(localUrl, quoted, {}) : null;
      const { platform, workspace, channel } = audience;
      const to = [platform, workspace, channel].map(encodeURIComponent).join('/');
      const until = (Math.ceil(now().valueOf() / DAY) + days).toString(36);
      return addressOf(publicUrl, quoted, { to, until, key: sign(quoted.document, to, until) });
    },
    channelOf(document, parameters) {
      const [to, until, given] = ['to', 'until', 'key'].map((name) => parameters.get(name) ?? '') as Three;
      if (!isEqual(given, sign(document, to, until))) return null;
      if (Number.parseInt(until, 36) * DAY < now().valueOf()) return null;
      const [platform = '', workspace = '', channel = ''] = to.split('/').map(decodeURIComponent);
      return { platform, workspace, channel };
    },
  };
}

type Three = [string, string, string];

const SIGNATURE = 22; // base64url characters, 132 bits

function addressOf(base: string, { document, start, end, text }: QuotedText, more: object): string {
  const path = document.split('/').map(encodeURIComponent).join('/');
  const parameters = new URLSearchParams({ at: `${start}-${end}`, as: fingerprint(text), ...more });
  return `${base}/documents/${path}?${parameters}#quote`;
}

/** What words are recognised by, so that a page can tell whether they still stand there. */
export function fingerprint(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 8);
}

/** What a link says was quoted; null if it says nothing that could be. */
export function quotationOf(parameters: URLSearchParams): LinkedQuotation | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(parameters.get('at') ?? '') ?? [];
  const [from, to] = [Number(start), Number(end)];
  return from < to ? { start: from, end: to, as: parameters.get('as') ?? '' } : null;
}

/** Compares in constant time. */
function isEqual(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
