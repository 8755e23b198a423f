/**
 * Returns a Korean word without the particle at its end; null if it has none. The particle must suit the sound before
 * it, and two syllables must be left: 국가 (“state”) doesn't end in one.
 */
export function withoutKoreanParticle(word: string): string | null {
  if (!HANGUL.test(word)) return null;
  for (const [particle, sound] of PARTICLES) {
    const noun = word.slice(0, -particle.length);
    if (noun.length < MIN_NOUN || !word.endsWith(particle)) continue;
    if (sound === 'any' || hasFinal(noun, particle) === (sound === 'consonant')) return noun;
  }
  return null;
}

type Sound = 'any' | 'consonant' | 'vowel';

const MIN_NOUN = 2; // syllables
const HANGUL = /[가-힣]$/;

// By the sound after which they stand; longer ones first.
const WRITTEN: Readonly<Record<Sound, string>> = {
  any: '에서는 에서도 에게서 에게는 에게도 까지는 까지도 부터는 에서의 으로의 에는 에도 에서 에게 한테 께서 까지 부터 보다 처럼 마다 조차 마저 밖에 만이 만을 만은 들이 들을 들은 들의 들도 들과 들에게 의 에 도 만',
  consonant: '으로부터 으로서 으로써 으로는 으로도 이라고 이라는 이며 이나 으로 은 이 을 과',
  vowel: '로부터 로서 로써 로는 로도 라고 라는 나 로 는 가 를 와',
};

const PARTICLES: readonly (readonly [string, Sound])[] = (['any', 'consonant', 'vowel'] as const)
  .flatMap((sound) => WRITTEN[sound].split(' ').map((particle) => [particle, sound] as const))
  .sort(([a], [b]) => b.length - a.length);

const FIRST_SYLLABLE = 0xac00;
const FINALS = 28; // the final consonants of a syllable, the first of which is none
const RIEUL = 8;

/** Whether a noun ends in a consonant; before 로, ㄹ counts as a vowel. */
function hasFinal(noun: string, particle: string): boolean {
  const final = (noun.charCodeAt(noun.length - 1) - FIRST_SYLLABLE) % FINALS;
  return final !== 0 && !(final === RIEUL && particle.startsWith('로'));
}
