import { isLinkable } from '../../core/text/web-address.ts';
import { LIMITS } from './limits.ts';

/** A run of text: nothing in it is read as markup, so a quotation stays as it is. */
export type Run =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly style?: { readonly bold?: true; readonly italic?: true };
    }
  | { readonly type: 'link'; readonly url: string; readonly text: string }
  /** A moment, as each reader's clock says it; `format` is Slack's. */
  /** A channel, under the name that each reader may see. */
  | { readonly type: 'channel'; readonly channel_id: string }
  | { readonly type: 'date'; readonly timestamp: number; readonly format: string; readonly fallback: string };

/** A block of Slack's Block Kit, as far as it is used here. */
export type Block =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'section'; readonly text: PlainText; readonly accessory?: Button }
  | { readonly type: 'context'; readonly elements: readonly (PlainText | Markup)[] }
  | { readonly type: 'rich_text'; readonly elements: readonly RichText[] }
  | { readonly type: 'actions'; readonly elements: readonly Element[] }
  | { readonly type: 'context_actions'; readonly elements: readonly FeedbackButtons[] };

interface RichText {
  readonly type: 'rich_text_quote' | 'rich_text_section' | 'rich_text_preformatted';
  readonly elements: readonly Run[];
}

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

/** Text in which Slack reads markup: only for what Dossier writes itself. */
interface Markup {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}

/** A button, or a menu. */
export type Element = Button | Menu;

/** A button; one without a style is quiet. */
export interface Button {
  readonly type: 'button';
  readonly text: PlainText;
  readonly action_id: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  /** What a screen reader says. */
  readonly accessibility_label?: string;
}

interface Menu {
  readonly type: 'static_select';
  readonly placeholder: PlainText;
  readonly action_id: string;
  readonly options: readonly { readonly text: PlainText; readonly value: string }[];
}

interface FeedbackButtons {
  readonly type: 'feedback_buttons';
  readonly action_id: string;
  readonly positive_button: {
    readonly text: PlainText;
    readonly value: string;
    readonly accessibility_label: string;
  };
  readonly negative_button: {
    readonly text: PlainText;
    readonly value: string;
    readonly accessibility_label: string;
  };
}

/** Text that is shown as it is. Names of emoji (`:smile:`) stay words. */
export function plain(text: string): PlainText {
  return { type: 'plain_text', text: inWords(text).toWellFormed(), emoji: false };
}

/** A citation number that is a link, in small print. */
export function linkedNumber({ url, text }: Extract<Run, { type: 'link' }>): Markup {
  const address = url.replace(/[<>|]/g, encodeURIComponent).replaceAll('&', '&amp;');
  return { type: 'mrkdwn', text: `<${address}|${text}>`, verbatim: true };
}

/** A run of text; none for an empty one, which Slack would refuse. */
export function run(text: string, style?: 'bold' | 'italic'): Run[] {
  return text.split(MENTION).flatMap((part) => {
    const { seconds, channel, words = '' } = PARTS.exec(part)?.groups ?? {};
    if (seconds !== undefined)
      return [{ type: 'date', timestamp: Number(seconds), format: FORMAT, fallback: words }];
    if (channel !== undefined) return [{ type: 'channel', channel_id: channel }];
    return part === '' ? [] : [textRun(part.toWellFormed(), style)];
  });
}

function textRun(text: string, style?: 'bold' | 'italic'): Run {
  return style ? { type: 'text', text, style: { [style]: true } } : { type: 'text', text };
}

const [OPEN, CLOSE] = ['\uFDD2', '\uFDD3']; // noncharacters, which no text contains
const MENTION = new RegExp(`(${OPEN}(?:\\d{1,12}|#\\w{1,20})\\|[^${CLOSE}]*${CLOSE})`);
const PARTS = new RegExp(`^${OPEN}(?:(?<seconds>\\d+)|#(?<channel>\\w+))\\|(?<words>[^${CLOSE}]*)${CLOSE}$`);
const FORMAT = '{date_short} {time}';

/** Marks a moment in a text, and the words for where no date can stand. */
export function asTime(at: Date, words: string): string {
  return `${OPEN}${Math.floor(at.valueOf() / 1000)}|${words}${CLOSE}`;
}

/** Marks a channel in a text, and the words for where no mention can stand. */
export function asChannel(id: string, words: string): string {
  return `${OPEN}#${id}|${words}${CLOSE}`;
}

/** A text with the words of its moments and channels. */
export function inWords(text: string): string {
  return text
    .split(MENTION)
    .map((part) => PARTS.exec(part)?.groups?.words ?? part)
    .join('');
}

/** What a run says. */
export function wordsOf(run: Run): string {
  switch (run.type) {
    case 'date':
      return run.fallback;
    case 'channel':
      return `#${run.channel_id}`;
    case 'text':
    case 'link':
      return run.text;
  }
}

/** A link; without a URL that may be linked, only its label. */
export function link(label: string, url: string | null): Run[] {
  if (url === null || url.length > LIMITS.url || !isLinkable(url)) return run(label);
  return [{ type: 'link', url, text: label.toWellFormed() }];
}
