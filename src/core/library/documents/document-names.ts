/** A name as it can be typed: file names may start or end with spaces, or contain line breaks. */
export function plainName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A title as it can be typed: in any case, with straight quotation marks, without the dots of one that was cut. */
export function plainTitle(title: string): string {
  return plainName(title)
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s*(?:…|\.{3})$/, '');
}

/** The fewest characters of a plain title that may stand for it. */
export const LEAST_OF_TITLE = 4;

/** How well an id and a heading fit what somebody has typed so far, in small letters: 0 is best; null if they don't. */
export function fitOf(
  typed: string,
  { id, heading }: { readonly id: string; readonly heading: string },
): number | null {
  const names = [id.toLowerCase(), heading.toLowerCase()];
  const begun = names.findIndex((name) => name.startsWith(typed));
  if (begun >= 0) return begun;
  if (!names.some((name) => name.includes(typed))) return null;
  return names.some((name) => beginsWord(name, typed)) ? names.length : names.length + 1;
}

function beginsWord(name: string, typed: string): boolean {
  for (let at = name.indexOf(typed); at >= 0; at = name.indexOf(typed, at + 1))
    if (!IN_WORD.test(name.charAt(at - 1))) return true;
  return false;
}

const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
