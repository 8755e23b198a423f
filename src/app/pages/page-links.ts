import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Audience } from '../../core/library/audience.ts';
import type { SourcePages } from '../../core/replies/source-pages.ts';

/** Which page an address opens. */
export interface PageTarget {
  readonly kind: 'documents' | 'originals' | 'answers' | 'topics';
  /** The id of a document or an answer, or the name of a topic. */
  readonly name: string;
  /** The answer from which a document is opened. */
  readonly answer?: string | undefined;
}

/** Who reads pages, and until when: the last day of the link by which they came; null at this machine. */
export interface Reader {
  readonly audience: Omit<Audience, 'local'>;
  readonly until: string | null;
}

/** Makes the addresses of pages, and checks those that come back. */
export interface PageLinks extends SourcePages {
  /** The address of a page for whoever reads another: it opens no longer than that. */
  addressFor(target: PageTarget, reader: Reader, shown?: Shown): string;
  /** For whom a link was made; null if it was forged, changed or is too old. */
  readerOf(target: PageTarget, parameters: URLSearchParams): Reader | null;
}

/** What of a page is shown: parameters that open nothing by themselves, and the place. */
interface Shown {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly place?: string;
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

/** Links of a public server are signed for one channel, or one person in it; those of this machine open by themselves. */
export function createPageLinks({ publicUrl, localUrl, secret, days, now }: PageLinkOptions): PageLinks {
  const key = createHmac('sha256', secret).update('source pages').digest();
  const sign = ({ kind, name, answer }: PageTarget, to: string, until: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([kind, name, answer ?? null, to, until]))
      .digest('base64url')
      .slice(0, SIGNATURE);
  const base = publicUrl ?? localUrl ?? '';
  const addressFor: PageLinks['addressFor'] = (target, { audience, until }, shown = {}) => {
    if (until === null) return addressOf(base, target, shown, {});
    const to = writeAudience(audience);
    return addressOf(base, target, shown, { to, until, key: sign(target, to, until) });
  };
  const make = (target: PageTarget, audience: Audience, shown?: Shown) => {
    if (publicUrl === null) return audience.local && localUrl ? addressOf(localUrl, target, shown, {}) : null;
    const until = (Math.ceil(now().valueOf() / DAY) + days).toString(36);
    return addressFor(target, { audience, until }, shown);
  };
  return {
    addressFor,
    linkTo: ({ document, answer, ...quoted }, audience) =>
      make({ kind: 'documents', name: document, answer }, audience, atQuotation(quoted)),
    pageOf: (subject, audience) => make(subject, audience),
    readerOf(target, parameters) {
      const [to = '', until = '', given = ''] = ['to', 'until', 'key'].map(
        (name) => parameters.get(name) ?? '',
      );
      if (!isEqual(given, sign(target, to, until))) return null;
      return Number.parseInt(until, 36) * DAY < now().valueOf()
        ? null
        : { audience: readAudience(to), until };
    },
  };
}

const SIGNATURE = 22; // base64url characters, 132 bits

/** A person is named only where the reply was for them alone. */
function writeAudience({
  platform,
  workspace,
  channel,
  user,
  private: isPrivate,
}: Reader['audience']): string {
  return [platform, workspace, channel, ...(isPrivate ? [user] : [])].map(encodeURIComponent).join('/');
}

function readAudience(to: string): Reader['audience'] {
  const [platform = '', workspace = '', channel = '', user] = to.split('/').map(decodeURIComponent);
  return { platform, workspace, channel, user: user ?? '', private: user !== undefined };
}

function addressOf(
  base: string,
  { kind, name, answer }: PageTarget,
  { parameters = {}, place }: Shown = {},
  signature: Readonly<Record<string, string>>,
): string {
  const path = name.split('/').map(encodeURIComponent).join('/');
  const query = new URLSearchParams({ ...parameters, ...(answer && { in: answer }), ...signature });
  const asked = query.size === 0 ? '' : `?${query}`;
  return `${base}/${kind}/${path}${asked}${place === undefined ? '' : `#${place}`}`;
}

/** Shows a document at what was quoted. */
export function atQuotation({ start, end, text }: QuotedWords): Shown {
  return { parameters: { at: `${start}-${end}`, as: fingerprint(text) }, place: 'quote' };
}

/** Words and where they stand. */
interface QuotedWords {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What words are recognised by, so that a page can tell whether they still stand there. */
export function fingerprint(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 8);
}

/** Compares in constant time. */
export function isEqual(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
