/** Text in which Slack finds nothing to format, link or ping: `&`, `<` and `>` are all that it reads (docs, Formatting). */
export function escapeText(text: string): string {
  return wellFormed(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A half of a surrogate pair is no character; Slack's client cannot send it. */
export function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** A text of at most so many UTF-16 units, never cut inside a code point; an ellipsis says that it was cut. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** An address that a citation may link to; null for any other, and for one that is too long. */
export function linkable(url: string | null, most: number): string | null {
  if (url === null || url.length > most || !URL.canParse(url)) return null;
  const { protocol, username, password } = new URL(url);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? url : null;
}
