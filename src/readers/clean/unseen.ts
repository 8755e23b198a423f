/**
 * Removes invisible characters, which part no words: controls, soft hyphens, joiners, marks of byte order. Kept are a
 * joiner that shapes the letters of its script or joins an emoji, and a space of no width where it parts words.
 */
export function removeUnseen(text: string): string {
  const seen = text.replace(UNSEEN, '');
  if (!/[\u200B-\u200D]/.test(seen)) return seen; // the rules below look back from every character
  return seen.replace(JOINER, '').replace(WIDTHLESS_SPACE, '');
}

/** Every kind of line break and page break, as \n. */
export function unifyLineBreaks(text: string): string {
  return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
}

// Controls except tab and line feed; U+2061 to U+2064 are the invisible operators of formulas.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u2060-\u2064\uFEFF]/g;

// Elsewhere typesetters put joiners against ligatures. Extensions of a script cover its marks.
const SHAPED =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Nkoo}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}';
const JOINER = new RegExp(
  `(?<![${SHAPED}])[\\u200C\\u200D]+(?!\\p{Extended_Pictographic})|(?<![${SHAPED}\\p{Emoji_Modifier}\\p{Extended_Pictographic}\\uFE0F])[\\u200C\\u200D]+`,
  'gu',
);

// These scripts write no spaces between words.
const WIDTHLESS_SPACE = /(?<![\p{scx=Khmr}\p{scx=Laoo}\p{scx=Thai}\p{scx=Mymr}])\u200B+/gu;
