import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Asked } from './invocation.ts';

/** What a button, a menu or a form under a reply does when it is used. */
export type Deed =
  /** The next page of an answer that does not fit one message. */
  | { readonly kind: 'page'; readonly answer: string; readonly page: number }
  /** The same of a reply that is not kept: the command is run again. */
  | { readonly kind: 'again'; readonly command: string; readonly options: Options; readonly page: number }
  | { readonly kind: 'timeline'; readonly topic: string }
  | { [Kind in AnswerDeed]: { readonly kind: Kind; readonly answer: string } }[AnswerDeed];

/** What can be done with an answer. */
type AnswerDeed = (typeof ANSWER_DEEDS)[number];

const ANSWER_DEEDS = ['more', 'sources', 'ask', 'thread', 'share', 'keep', 'up', 'down', 'reason'] as const;

type Options = Readonly<Record<string, string>>;

/** Where a deed may be done. */
export interface Place {
  readonly workspace: string;
  readonly channel: string;
}

/** Deeds as text that holds all that is needed to act on it, so that it outlives a restart; nobody else can make one. */
export interface Deeds {
  /** Null where it would be longer than the platform takes. */
  write(deed: Deed, place: Place, now: Date): string | null;
  /** Null for what was forged, changed, made elsewhere, or too long ago. */
  read(text: string, place: Place, now: Date): Deed | null;
}

const DAY = 86_400_000; // milliseconds
const SIGNATURE = 16; // base64url characters, 96 bits

/** What deeds are written with. */
export interface DeedOptions {
  /** The same after a restart, and known to nobody else. */
  readonly secret: string;
  /** For how long one is good. */
  readonly days: number;
  /** UTF-16 units. */
  readonly longest: number;
}

/** Writes and reads deeds. */
export function createDeeds({ secret, days, longest }: DeedOptions): Deeds {
  const key = createHmac('sha256', secret).update('deeds').digest();
  const sign = (text: string, { workspace, channel }: Place) =>
    createHmac('sha256', key)
      .update(JSON.stringify([text, workspace, channel]))
      .digest('base64url')
      .slice(0, SIGNATURE);
  return {
    write(deed, place, now) {
      const expires = Math.ceil(now.valueOf() / DAY) + days;
      const text = `${expires.toString(36)} ${JSON.stringify(toList(deed))}`;
      const signed = `${sign(text, place)}${text}`;
      return signed.length <= longest ? signed : null;
    },
    read(signed, place, now) {
      const text = signed.slice(SIGNATURE);
      const [expires = '', list = ''] = text.split(/ (.*)/s);
      const given = Buffer.from(signed.slice(0, SIGNATURE));
      const wanted = Buffer.from(sign(text, place));
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
      return Number.parseInt(expires, 36) * DAY < now.valueOf() ? null : fromList(JSON.parse(list));
    },
  };
}

type List = readonly [string, string | number | Options, ...(string | number | Options)[]];

function toList(deed: Deed): List {
  switch (deed.kind) {
    case 'timeline':
      return [deed.kind, deed.topic];
    case 'page':
      return [deed.kind, deed.answer, deed.page];
    case 'again':
      return [deed.kind, deed.command, deed.options, deed.page];
    default:
      return [deed.kind, deed.answer];
  }
}

/** Reads what was signed, hence what this program wrote, perhaps in an earlier version. */
function fromList([kind, first, second, third]: List): Deed | null {
  if (kind === 'page') return { kind, answer: String(first), page: Number(second) };
  if (kind === 'timeline') return { kind, topic: String(first) };
  if (kind === 'again')
    return { kind, command: String(first), options: (second ?? {}) as Options, page: Number(third) };
  const known = ANSWER_DEEDS.find((each) => each === kind);
  return known === undefined ? null : { kind: known, answer: String(first) };
}

/** A request that a deed stands for. */
export interface DeedRequest {
  readonly asked: Asked;
  /** Whether the reply is for whoever asked alone; else it is shown as what it continues. */
  readonly forAsker?: boolean;
  readonly replyTo?: string;
  /** Which page of the reply, from 1. */
  readonly page?: number;
}

/** A deed that is done by asking for something. */
export type AskingDeed = Extract<
  Deed,
  { kind: 'page' | 'again' | 'timeline' | 'more' | 'sources' | 'share' | 'keep' }
>;

/** What a deed asks for. */
export function requestOf(deed: AskingDeed): DeedRequest {
  switch (deed.kind) {
    case 'page':
      return { asked: { kind: 'answer', id: deed.answer, share: false }, page: deed.page };
    case 'again':
      return { asked: { kind: 'command', command: deed.command, options: deed.options }, page: deed.page };
    case 'timeline':
      return {
        asked: { kind: 'command', command: 'brief', options: { topic: deed.topic, style: 'timeline' } },
      };
    case 'more':
      return { asked: { kind: 'control', word: 'more' }, replyTo: deed.answer };
    case 'sources': {
      const options = { what: 'all', answer: deed.answer };
      return { asked: { kind: 'command', command: 'sources', options }, forAsker: true };
    }
    case 'share':
      return { asked: { kind: 'answer', id: deed.answer, share: true }, forAsker: false };
    case 'keep':
      return { asked: { kind: 'answer', id: deed.answer, share: false }, forAsker: true };
  }
}
