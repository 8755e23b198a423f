/** A hyphen at the end of a line and the letters on both sides of it. */
export interface LineBreak {
  readonly start: string;
  readonly end: string;
}

// Of these, a hyphen before a small letter is part of a word too seldom to expect it: about one in fifty.
const WHOLE = new Set('cs da de es fi hu it nl no pl sv'.split(' '));
// These join words by hyphens, but only with few second ones.
const JOINED: Readonly<Record<string, RegExp>> = {
  fr: /^(?:ce|ci|de|dire|elles?|en|être|ils?|je|la|là|le|les|leur|lui|mêmes?|moi|nous|on|toi|tu|uns|vous|y)$/,
  pt: /^(?:[ao]s?|lh[aeo]s?|l[ao]s?|me|n[ao]s?|se|te|vos|á|ão|ei|emos|ia|iam)$/,
};

/**
 * Whether a hyphen only breaks a word, as far as the language tells; a document's own words tell it better. In English the
 * second part of a compound is a word, for which `isWord` asks.
 */
export function isHyphenation(
  { start, end }: LineBreak,
  language: string,
  isWord: (word: string) => boolean,
): boolean {
  if (start === start.toUpperCase()) return false; // EU-weit
  if (language === 'en') return end.length > 1 && !isWord(end);
  return WHOLE.has(language) || JOINED[language]?.test(end) === false;
}

// What joins a word that another one completes: "Ein- und Ausfuhr", "mid- and long-term".
const COMPLETED =
  /^(?:and|or|to|und|oder|bis|sowie|bzw|en|of|et|ou|y|o|u|e|och|eller|og|i|lub|oraz|nebo|tai|ja|és|vagy)(?![\p{L}-])/u;

/** Whether a hyphen stands for what a later word completes, so that a space follows it. */
export function isCompletedLater(line: string): boolean {
  return COMPLETED.test(line);
}
