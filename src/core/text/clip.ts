/** Shortens a text to so many UTF-16 units, ellipsis included, without cutting a code point. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${cutOff(text, most - 1)}…`;
}

/** Returns the first so many UTF-16 units of a text, or one less rather than cut a code point. */
export function cutOff(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
