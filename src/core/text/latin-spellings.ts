// How Korean writes the sounds of foreign names, with the letters that each may stand for.
const INITIALS = 'g|k,k,n,d,t,r|l,m,b|v,p,s,s,,j|z,j,ch,k|c,t,p|f,h'.split(',');
const VOWELS = 'a,e,ya,ye,e,e,ye,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,,ui,i'.split(',');
const FINALS = ',k|c,kk,ks,n,nj,nh,d,l,lk,lm,lb,ls,lt,lp,lh,m,p,ps,t,t,ng,j,ch,k,t,p,h'.split(',');

const HANGUL = /^[가-힣]+$/;
const FIRST = 0xac00;
const [VOWEL_COUNT, FINAL_COUNT] = [21, 28];
const MAX_SPELLINGS = 8;
const MIN_LETTERS = 4; // shorter spellings are like too many words

/** Returns how a name that is written in Hangul may be written in Latin letters: “android” of 안드로이드; none for other words. */
export function latinSpellings(word: string): readonly string[] {
  if (!HANGUL.test(word)) return [];
  let spellings = [''];
  for (const letters of soundsOf(word)) {
    const longer = spellings.flatMap((begun) => letters.split('|').map((letter) => begun + letter));
    spellings = longer.length > MAX_SPELLINGS ? spellings.map((begun) => begun + first(letters)) : longer;
  }
  return spellings.filter(({ length }) => length >= MIN_LETTERS);
}

/** The sounds of a word in order; an l that goes on in the next syllable is one. */
function soundsOf(word: string): readonly string[] {
  const sounds: string[] = [];
  for (const syllable of word) {
    const code = syllable.charCodeAt(0) - FIRST;
    const initial = INITIALS[Math.floor(code / (VOWEL_COUNT * FINAL_COUNT))] ?? '';
    const goesOn = sounds.at(-1) === 'l' && initial === 'r|l';
    const vowel = VOWELS[Math.floor(code / FINAL_COUNT) % VOWEL_COUNT] ?? '';
    sounds.push(goesOn ? '' : initial, vowel, FINALS[code % FINAL_COUNT] ?? '');
  }
  return sounds.filter((sound) => sound !== '');
}

function first(letters: string): string {
  return letters.split('|', 1)[0] ?? '';
}

/**
 * Whether two spellings have the same consonants, however each is written: “maikrosoft” and “microsoft”. Words of fewer are like too
 * many others, so that every letter has to be the same: “nato”.
 */
export function soundAlike(one: string, other: string): boolean {
  const consonants = consonantsOf(one);
  return one === other || (consonants.length >= TELLING && consonants === consonantsOf(other));
}

const TELLING = 3; // consonants by which a word can be told

const SPELT: readonly (readonly [RegExp, string])[] = [
  [/[aeiouyw]|h(?!$)/g, ''],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/l/g, 'r'],
  [/f/g, 'p'],
  [/v/g, 'b'],
  [/z/g, 'j'],
  [/(.)\1+/g, '$1'],
];

function consonantsOf(word: string): string {
  return SPELT.reduce((rest, [letters, plain]) => rest.replace(letters, plain), word);
}
