/**
 * Returns what is left of a Korean verb or adjective without its ending (닫나요, 닫는다: 닫), and of a noun without the verb
 * that it is made one by (승인했다: 승인) or the copula (얼마인가요: 얼마); null if it has no such ending.
 */
export function withoutKoreanEnding(word: string): string | null {
  if (!HANGUL.test(word)) return null;
  const noun = COPULA.exec(word)?.[1];
  if (noun !== undefined) return noun;
  const stem = ENDING.exec(word)?.[1] ?? withoutFinal(word);
  const root = LIGHT_VERB.exec(stem ?? word)?.[1];
  return root ?? stem;
}

const HANGUL = /[가-힣]$/;
const COPULA = /^(.{2,}?)(?:인가요|입니까|입니다|이다|이었다|였다|였나요|이에요|예요)$/;
const ENDING = /^(.+?)(?:나요|는다|는가요?|습니다|습니까)$/;
const LIGHT_VERB = /^(.{2,}?)(?:하였?|되었?|했|됐|한|된|할|될|하는|되는|하고|하여|해서?|되어|돼)$/;

const FIRST_SYLLABLE = 0xac00;
const FINALS = 28; // the final consonants of a syllable, the first of which is none
const [NIEUN, BIEUP, SSANG_SIOT] = [4, 17, 20];

/** Removes 다 after a past tense, and endings that are written into the last syllable: 열린다, 열립니다 are 열리. */
function withoutFinal(word: string): string | null {
  const found = /^(.+?)(?:니다|니까|다)$/.exec(word);
  const stem = found?.[1] ?? '';
  const final = stem === '' ? 0 : (stem.charCodeAt(stem.length - 1) - FIRST_SYLLABLE) % FINALS;
  if (final === SSANG_SIOT) return stem;
  if (final !== (word.endsWith('니다') || word.endsWith('니까') ? BIEUP : NIEUN)) return null;
  return stem.slice(0, -1) + String.fromCharCode(stem.charCodeAt(stem.length - 1) - final);
}
