/** A pattern for text in quotation marks, straight or curved as phones type them. */
export const QUOTED = '(?:"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»)';

const WHOLE = new RegExp(`^${QUOTED}$`);

/** Removes quotation marks that enclose a whole value. */
export function unquote(value: string): string {
  return WHOLE.test(value) ? value.slice(1, -1) : value;
}
