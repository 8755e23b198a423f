import { displayable } from '../../core/text/displayable.ts';
import { isLinkable } from '../../core/text/web-address.ts';

/** Text that Discord shows as it is: nothing in it formats, links, pings or becomes an emoji. Backslashes before marks are not shown. */
export function inert(text: string): string {
  return escapeMarks(displayable(text));
}

/** The same for a line that is displayable already; mentions of commands and channels, and times, stay what they are. */
export function escapeMarks(line: string): string {
  return line
    .split(MENTION)
    .map((part, at) => (at % 2 === 0 ? escapePart(part) : part))
    .join('');
}

const [OPEN, CLOSE] = ['\uFDD2', '\uFDD3']; // noncharacters, which no text contains
const MENTION = new RegExp(
  `${OPEN}(</[\\w -]{1,100}:\\d{1,20}>|<t:\\d{1,12}:[A-Za-z]>|<#\\d{1,20}>)${CLOSE}`,
);

/** Marks a mention of a command or a channel, or a time, so that its marks are not escaped. */
export function asMention(mention: string): string {
  return `${OPEN}${mention}${CLOSE}`;
}

/** A line of Markdown with its mentions as Discord reads them. */
export function withMentions(markdown: string): string {
  return markdown.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

function escapePart(line: string): string {
  return line
    .toWellFormed()
    .replace(/[\\*_~`|<>[\]()#]/g, '\\$&')
    .replace(/:(?=\/\/|[^\s:]+:)/g, '\\:') // URLs and names of emoji, `:+1:` included
    .replace(/(discord(?:app)?)\.(?=\w)/gi, '$1\\.') // invitations need no scheme
    .replace(/@(?=everyone|here)/g, `@${INVISIBLE}`)
    .replace(/^(?:[-+](?=\s)|-#)/, '\\$&')
    .replace(/^(\d+)\.(?=\s)/, '$1\\.');
}

const INVISIBLE = '\u2060'; // WORD JOINER

/** A citation, `[1]`, in a box that no text of a document can have. With a URL that may be linked, a link that opens no preview. */
export function citation(mark: string, url: string | null): string {
  if (url === null || !isLinkable(url)) return `\`${mark}\``;
  return `[\`${mark.slice(1, -1)}\`](<${url.replace(/[\s<>\\]/g, encodeURIComponent)}>)`;
}
