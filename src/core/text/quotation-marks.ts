/** What stands between quotation marks as keyboards write them, phones the curved ones; a part of a pattern. */
export const QUOTED = '(?:"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»)';

const WHOLE = new RegExp(`^${QUOTED}$`);

/** A value without the quotation marks around all of it. */
export function unquote(value: string): string {
  return WHOLE.test(value) ? value.slice(1, -1) : value;
}
