import { createHmac, timingSafeEqual } from 'node:crypto';
import { LIMITS } from './limits.ts';

/** What a button, a menu or a form does when it is used. */
export type Deed =
  /** The next page of an answer that does not fit one message. */
  | { readonly kind: 'page'; readonly answer: string; readonly page: number }
  /** The same of a reply that is not kept: the command is run again. */
  | { readonly kind: 'again'; readonly command: string; readonly options: Options; readonly page: number }
  | { readonly kind: 'timeline'; readonly topic: string }
  | { [Kind in AnswerDeed]: { readonly kind: Kind; readonly answer: string } }[AnswerDeed];

/** What can be done with an answer. */
type AnswerDeed = (typeof ANSWER_DEEDS)[number];

const ANSWER_DEEDS = ['more', 'sources', 'ask', 'thread', 'share', 'up', 'down', 'reason'] as const;

type Options = Readonly<Record<string, string>>;

/** Where a component may be used. */
export interface Place {
  readonly workspace: string;
  readonly channel: string;
}

/** Custom ids that hold all that is needed to act on them, so that they outlive a restart; nobody else can make one. */
export interface CustomIds {
  /** Null where it would be too long. */
  write(deed: Deed, place: Place, now: Date): string | null;
  /** Null for what was forged, changed, made elsewhere, or too long ago. */
  read(customId: string, place: Place, now: Date): Deed | null;
}

const DAY = 86_400_000; // milliseconds
const SIGNATURE = 16; // base64url characters, 96 bits

/** `secret` must be the same after a restart; `days`: how long an id is good for. */
export function createCustomIds(secret: string, days: number): CustomIds {
  const key = createHmac('sha256', secret).update('custom ids').digest();
  const sign = (text: string, { workspace, channel }: Place) =>
    createHmac('sha256', key)
      .update(JSON.stringify([text, workspace, channel]))
      .digest('base64url')
      .slice(0, SIGNATURE);
  return {
    write(deed, place, now) {
      const expires = Math.ceil(now.valueOf() / DAY) + days;
      const text = `${expires.toString(36)} ${JSON.stringify(toList(deed))}`;
      const customId = `${sign(text, place)}${text}`;
      return customId.length <= LIMITS.customId ? customId : null;
    },
    read(customId, place, now) {
      const text = customId.slice(SIGNATURE);
      const [expires = '', list = ''] = text.split(/ (.*)/s);
      const given = Buffer.from(customId.slice(0, SIGNATURE));
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
