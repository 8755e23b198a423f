/** A pattern for text in quotation marks, straight or curved as phones type them. */
export const QUOTED = '(?:"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»)';

const NARROW_SPACE = '\u202F';

/** Puts a text in quotation marks, `written` as its format needs. */
export function inQuotes(text: string, written = text): string {
  const [open, close] = quotationMarks(text);
  return `${open}${written}${close}`;
}

/** The quotation marks around a text; a narrow space separates them from the text's own. */
export function quotationMarks(text: string): readonly [open: string, close: string] {
  return [/^[“"]/.test(text) ? `“${NARROW_SPACE}` : '“', /[”"]$/.test(text) ? `${NARROW_SPACE}”` : '”'];
}

const WHOLE = new RegExp(`^${QUOTED}$`);

/** Removes quotation marks that enclose a whole value. */
export function unquote(value: string): string {
  return WHOLE.test(value) ? value.slice(1, -1) : value;
}
