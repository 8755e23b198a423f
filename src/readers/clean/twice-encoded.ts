// Characters of UTF-8 that were taken for Latin-1 and encoded again. One with a control character is no text of its own.
const SEQUENCE =
  /[\u00C2-\u00DF][\u0080-\u00BF]|[\u00E0-\u00EF][\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u0080-\u00BF]{3}/g;
const CONTROL = /[\u0080-\u009F]/;
const CERTAIN = /[\u0080-\u0084\u0086-\u009F]/; // all but U+0085, which breaks lines

/** Mends characters that were encoded twice, as far as that is certain: `17â\u0080\u009318` is “17–18”. */
export function mendTwiceEncoded(text: string): string {
  if (!CERTAIN.test(text) || !text.match(SEQUENCE)?.some((characters) => CERTAIN.test(characters)))
    return text;
  return text.replace(SEQUENCE, (characters) => {
    if (!CONTROL.test(characters)) return characters;
    const mended = Buffer.from(characters, 'latin1').toString('utf8');
    return mended.includes('\uFFFD') ? characters : mended;
  });
}
