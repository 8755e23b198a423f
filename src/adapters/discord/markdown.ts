import { wellFormed } from '../../core/text/clip.ts';
import { displayable } from '../../core/text/displayable.ts';
import { isLinkable } from '../../core/text/web-address.ts';

/**
 * Text that Discord shows as it stands: nothing in it formats, links, pings or becomes a picture.
 * What it shows is the displayable text; the backslashes before marks are not seen.
 */
export function inert(text: string): string {
  return escapeMarks(displayable(text));
}

/** The same of a line that is displayable already. */
export function escapeMarks(line: string): string {
  return wellFormed(line)
    .replace(/[\\*_~`|<>[\]()#]/g, '\\$&')
    .replace(/:(?=\/\/|[^\s:]+:)/g, '\\:') // addresses, and names of pictures, :+1: among them
    .replace(/(discord(?:app)?)\.(?=\w)/gi, '$1\\.') // invitations need no scheme
    .replace(/@(?=everyone|here)/g, `@${INVISIBLE}`)
    .replace(/^(?:[-+](?=\s)|-#)/, '\\$&')
    .replace(/^(\d+)\.(?=\s)/, '$1\\.');
}

const INVISIBLE = '\u2060'; // WORD JOINER

/** A link that opens no preview; without an address that may be linked its label in brackets. */
export function link(label: string, url: string | null): string {
  if (url === null || !isLinkable(url)) return `[${label}]`;
  return `[${label}](<${url.replace(/[\s<>\\]/g, encodeURIComponent)}>)`;
}
