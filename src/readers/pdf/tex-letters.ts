// What fonts of TeX (Cork encoding) draw at places where Unicode has control characters, if they have no map to it.
const CORK: Readonly<Record<string, string>> = {
  ...{
    '\u0010': '“',
    '\u0011': '”',
    '\u0012': '„',
    '\u0013': '«',
    '\u0014': '»',
    '\u0015': '–',
    '\u0016': '—',
  },
  ...{ '\u001B': 'ff', '\u001C': 'fi', '\u001D': 'fl', '\u001E': 'ffi', '\u001F': 'ffl' },
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const DRAWN = /[\u0010-\u0016\u001B-\u001F]/g;
const LETTERS = 0.7; // of a text that is read but for a few of its letters

/** Puts in the quotation marks, dashes and ligatures that a font of TeX draws without saying so; they would be lost. */
export function decodeTexLetters(text: string): string {
  const drawn = text.match(DRAWN)?.length ?? 0;
  if (drawn === 0 || (text.match(/[\p{L}\p{N} ]/gu)?.length ?? 0) < text.length * LETTERS) return text;
  return text.replace(DRAWN, (character) => CORK[character] ?? '');
}
