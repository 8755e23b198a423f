import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChatRequest } from './invocation.ts';

/** What a button, a menu or a form under a reply does when it is used. */
export type ButtonAction =
  /** The next page of an answer that does not fit one message. */
  | { readonly kind: 'page'; readonly answer: string; readonly page: number }
  /** The same of a reply that is not kept: the command is run again. */
  | { readonly kind: 'again'; readonly command: string; readonly options: Options; readonly page: number }
  | { readonly kind: 'timeline'; readonly topic: string }
  | { [Kind in AnswerAction]: { readonly kind: Kind; readonly answer: string } }[AnswerAction];

/** What can be done with an answer. */
type AnswerAction = (typeof ANSWER_ACTIONS)[number];

const ANSWER_ACTIONS = ['more', 'sources', 'ask', 'thread', 'share', 'keep', 'up', 'down', 'reason'] as const;

type Options = Readonly<Record<string, string>>;

/** Where a deed may be done. */
export interface ActionScope {
  readonly workspace: string;
  readonly channel: string;
}

/** Deeds as text that holds all that is needed to act on it, so that it outlives a restart; nobody else can make one. */
export interface ActionSigner {
  /** Null where it would be longer than the platform takes. */
  sign(action: ButtonAction, place: ActionScope, now: Date): string | null;
  /** Null for what was forged, changed, made elsewhere, or too long ago. */
  verify(text: string, place: ActionScope, now: Date): ButtonAction | null;
}

const DAY = 86_400_000; // milliseconds
const SIGNATURE = 16; // base64url characters, 96 bits

/** What deeds are written with. */
export interface ActionSignerOptions {
  /** The same after a restart, and known to nobody else. */
  readonly secret: string;
  /** For how long one is good. */
  readonly days: number;
  /** UTF-16 units. */
  readonly longest: number;
}

/** Writes and reads deeds. */
export function createActionSigner({ secret, days, longest }: ActionSignerOptions): ActionSigner {
  const key = createHmac('sha256', secret).update('actions').digest();
  const sign = (text: string, { workspace, channel }: ActionScope) =>
    createHmac('sha256', key)
      .update(JSON.stringify([text, workspace, channel]))
      .digest('base64url')
      .slice(0, SIGNATURE);
  return {
    sign(action, place, now) {
      const expires = Math.ceil(now.valueOf() / DAY) + days;
      const text = `${expires.toString(36)} ${JSON.stringify(toList(action))}`;
      const signed = `${sign(text, place)}${text}`;
      return signed.length <= longest ? signed : null;
    },
    verify(signed, place, now) {
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

function toList(action: ButtonAction): List {
  switch (action.kind) {
    case 'timeline':
      return [action.kind, action.topic];
    case 'page':
      return [action.kind, action.answer, action.page];
    case 'again':
      return [action.kind, action.command, action.options, action.page];
    default:
      return [action.kind, action.answer];
  }
}

/** Reads what was signed, hence what this program wrote, perhaps in an earlier version. */
function fromList([kind, first, second, third]: List): ButtonAction | null {
  if (kind === 'page') return { kind, answer: String(first), page: Number(second) };
  if (kind === 'timeline') return { kind, topic: String(first) };
  if (kind === 'again')
    return { kind, command: String(first), options: (second ?? {}) as Options, page: Number(third) };
  const known = ANSWER_ACTIONS.find((each) => each === kind);
  return known === undefined ? null : { kind: known, answer: String(first) };
}

/** A request that a deed stands for. */
export interface ActionRequest {
  readonly request: ChatRequest;
  /** Whether the reply is for whoever asked alone; else it is shown as what it continues. */
  readonly forAsker?: boolean;
  readonly replyTo?: string;
  /** Which page of the reply, from 1. */
  readonly page?: number;
}

/** A deed that is done by asking for something. */
export type RequestingAction = Extract<
  ButtonAction,
  { kind: 'page' | 'again' | 'timeline' | 'more' | 'sources' | 'share' | 'keep' }
>;

/** What a deed asks for. */
export function requestFor(action: RequestingAction): ActionRequest {
  switch (action.kind) {
    case 'page':
      return { request: { kind: 'answer', id: action.answer, share: false }, page: action.page };
    case 'again':
      return {
        request: { kind: 'command', command: action.command, options: action.options },
        page: action.page,
      };
    case 'timeline':
      return {
        request: { kind: 'command', command: 'brief', options: { topic: action.topic, style: 'timeline' } },
      };
    case 'more':
      return { request: { kind: 'control', word: 'more' }, replyTo: action.answer };
    case 'sources': {
      const options = { what: 'all', answer: action.answer };
      return { request: { kind: 'command', command: 'sources', options }, forAsker: true };
    }
    case 'share':
      return { request: { kind: 'answer', id: action.answer, share: true }, forAsker: false };
    case 'keep':
      return { request: { kind: 'answer', id: action.answer, share: false }, forAsker: true };
  }
}
