/** A pattern for text in quotation marks, straight or curved as phones type them. */
export const QUOTED = '(?:"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»)';

/** Puts a text in quotation marks, `written` as its format needs. */
export function inQuotes(text: string, written = text): string {
  const [open, close] = quotationMarks(text);
  return `${open}${written}${close}`;
}

/** The quotation marks around a text: none if it stands in its own, single ones if it begins or ends with double ones. */
export function quotationMarks(text: string): readonly [open: string, close: string] {
  if (isInMarks(text)) return ['', ''];
  return /^[“"]|[”"]$/.test(text) ? ['‘', '’'] : ['“', '”'];
}

/** Whether the mark that a text begins with is closed by its last character, and not before. */
function isInMarks(text: string): boolean {
  if (/^"[^"]+"$/.test(text)) return true;
  if (!/^“.+”$/s.test(text)) return false;
  let depth = 0;
  for (const [at, mark] of [...text.matchAll(/[“”]/g)].map((found) => [found.index, found[0]] as const)) {
    depth += mark === '“' ? 1 : -1;
    if (depth <= 0) return at === text.length - 1;
  }
  return false;
}

const WHOLE = new RegExp(`^${QUOTED}$`);

/** Removes quotation marks that enclose a whole value. */
export function unquote(value: string): string {
  return WHOLE.test(value) ? value.slice(1, -1) : value;
}
