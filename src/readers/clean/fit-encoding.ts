// The letters beyond ASCII of languages written with a few of them, in lower case.
const ALPHABETS: readonly string[] = [
  'ąćęłńóśźż', // Polish
  'áčďéěíňóřšťúůýž', // Czech
  'áäčďéíĺľňóôŕšťúýž', // Slovak
  'áéíóöőúüű', // Hungarian
  'čćđšž', // Croatian, Slovene
  'ăâîșțşţ', // Romanian
  'çğıİöşüâîû', // Turkish
  'äöüßéè', // German
  'àâæçéèêëîïôœùûüÿ', // French
  'áéíñóúüç¿¡ºª', // Spanish
  'ãáàâçéêíóôõúü', // Portuguese
  'àèéìòù', // Italian
  'åäöæøéü', // Nordic
  'áðéíóúýþæö', // Icelandic
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџќѓѕ', // Cyrillic
  'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىپچژگکی،؛؟ًٌٍَُِّْ', // Arabic, Persian
  'אבגדהוזחטיךכלםמןנסעףפץצקרשת', // Hebrew
  'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ', // Greek
];

const SETS = ALPHABETS.map((letters) => new Set(letters));
const SIGNS = /[\p{ASCII}\u00A0\u00AD“”„‚‘’‹›«»–—…•€§°№©®™]/u; // of any language
const LONE_SIGN = /(?<!\p{L})[£¥¢½¼¾×÷±](?!\p{L})/gu;
// A capital within a word, or letters of two scripts in one word, are signs of a wrong reading.
const BROKEN_WORD =
  /\p{Ll}\p{Lu}|\p{scx=Latn}[\p{scx=Cyrl}\p{scx=Grek}]|[\p{scx=Cyrl}\p{scx=Grek}]\p{scx=Latn}|\p{scx=Cyrl}\p{scx=Grek}/gu;
const CONTROL = /[\u0080-\u009F\uFFFD]/u;

/**
 * How well a text fits one language: 1 if all of its letters beyond ASCII are in one alphabet and no word is broken, less
 * for every character that is not. Bytes read in a wrong encoding give letters and signs of several languages.
 */
export function fitLanguage(text: string): number {
  const beyond = [...text.replace(LONE_SIGN, '')].filter((character) => !SIGNS.test(character));
  if (beyond.length === 0) return 1;
  if (beyond.some((character) => CONTROL.test(character))) return 0;
  const lower = beyond.map((character) => character.toLowerCase());
  const best = Math.max(...SETS.map((letters) => lower.filter((letter) => letters.has(letter)).length));
  const broken = text.match(BROKEN_WORD)?.length ?? 0;
  return (best - broken) / beyond.length;
}

// The bytes that begin the common characters of each encoding of East Asia: syllables, kana, and ideographs of the first level.
const COMMON: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  shift_jis: [
    [0x82, 0x83],
    [0x88, 0x97],
  ],
  'euc-jp': [
    [0xa4, 0xa5],
    [0xb0, 0xcf],
  ],
  'euc-kr': [[0xb0, 0xc8]],
  gb18030: [[0xb0, 0xd7]],
  big5: [[0xa4, 0xc6]],
};
const PUNCTUATION: Readonly<Record<string, readonly [number, number]>> = {
  shift_jis: [0x81, 0x81],
  'euc-jp': [0xa1, 0xa1],
  'euc-kr': [0xa1, 0xa3],
  gb18030: [0xa1, 0xa3],
  big5: [0xa1, 0xa3],
};
const SURE = 0.95; // of the characters of two bytes that begin with a common byte
const LEAST = 4; // such characters; with fewer, bytes of a western text may look alike

/** The encoding of East Asia that a text of common characters is in; null if it is in none of them, or may be in two. */
export function fitEastAsian(bytes: Uint8Array): string | null {
  const fitting = Object.keys(COMMON).filter((encoding) => fitPairs(bytes, encoding) >= SURE);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  return fitting.includes('euc-kr') && bytes.includes(0x20) ? 'euc-kr' : null; // Korean alone has spaces
}

function fitPairs(bytes: Uint8Array, encoding: string): number {
  const isIn = (byte: number, [from, to]: readonly [number, number]) => byte >= from && byte <= to;
  let common = 0;
  let pairs = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[++at] ?? 0;
    if (trail < 0x40) return 0;
    if (isIn(lead, PUNCTUATION[encoding] ?? [0, 0])) continue;
    pairs++;
    if (COMMON[encoding]?.some((range) => isIn(lead, range))) common++;
  }
  return pairs < LEAST ? 0 : common / pairs;
}
