/**
 * Converts a text to what it is compared by: lower case without accents and invisible characters, and plain letters for
 * those that Unicode doesn't take apart (ł, ø, œ, ß, ı). Turkish i and ı fold alike.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .replace(LETTER, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}

/** Matches characters that show nothing: soft hyphens, zero-width spaces and joiners, byte-order marks. */
export const INVISIBLE = '\\u00AD\\u200B-\\u200F\\u2060\\uFEFF';

/** Spells umlauts with two letters, as people do whose keyboard lacks them: Müller, Mueller. */
export function spellUmlauts(text: string): string {
  return text.normalize('NFC').replace(/[äöüøåÄÖÜØÅ]/g, (letter) => {
    const spelt = UMLAUTS[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? spelt : spelt.charAt(0).toUpperCase() + spelt.slice(1);
  });
}

const ASCII = /^[\0-\x7f]*$/;
// Marks of Latin, Greek, Cyrillic, Hebrew and Arabic. Those of Indic scripts and of kana tell words apart.
const LEFT_OUT = new RegExp(`[${INVISIBLE}\\u0300-\\u036F\\u0591-\\u05C7\\u064B-\\u065F\\u0670]`, 'g');
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n' },
};
const LETTER = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
