const TAG = /<(\/?)([a-z][a-z0-9]{0,15})((?:\s[^<>]{0,2000})?)>/giy;
const QUOTED = /class="?[^">]*\b(?:gmail_quote|yahoo_quoted|protonmail_quote)\b/i;
const CITED = /type="?cite\b/i;
const UNSEEN = /display\s*:\s*none|mso-hide\s*:\s*all|\shidden(?:\s|=|$)/i;
const VOID = /^(?:area|br|col|hr|img|input|link|meta|wbr)$/i;

/**
 * Replaces quoted messages in a message's markup by a mark, as plain text has it before quoted lines, and drops what a
 * reader does not see. A forwarded message is no quotation.
 */
export function markQuotes(markup: string, isForward: boolean): string {
  const out: string[] = [];
  let from = 0;
  let inside: { readonly name: string; depth: number } | null = null; // what is replaced up to its end
  for (const { index, end, name, closing, attributes } of tagsOf(markup)) {
    if (inside) {
      if (name !== inside.name) continue;
      inside.depth += closing ? -1 : 1;
      if (inside.depth > 0) continue;
      inside = null;
      from = end;
    } else if (!closing && !VOID.test(name)) {
      const quoted = !isForward && (QUOTED.test(attributes) || CITED.test(attributes));
      if (!quoted && !UNSEEN.test(attributes)) continue;
      out.push(markup.slice(from, index), quoted ? '<p>&gt;</p>' : ' ');
      inside = { name, depth: 1 };
      from = index; // an element that never ends is kept
    }
  }
  return `${out.join('')}${markup.slice(from)}`;
}

interface Tag {
  readonly index: number;
  readonly end: number;
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
}

function* tagsOf(markup: string): Generator<Tag> {
  for (let index = markup.indexOf('<'); index !== -1; index = markup.indexOf('<', index + 1)) {
    TAG.lastIndex = index;
    const found = TAG.exec(markup);
    if (!found) continue;
    const [tag, slash, name = '', attributes = ''] = found;
    yield { index, end: index + tag.length, name: name.toLowerCase(), closing: slash === '/', attributes };
  }
}
