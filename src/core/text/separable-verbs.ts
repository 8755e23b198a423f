import { fold } from './fold.ts';
import type { Word } from './word.ts';

/** How the verbs of a language are told whose particle may stand apart. */
export interface VerbRules {
  /** Verbs whose stem changes: the infinitive's stem, then others, folded; with commas between verbs. */
  readonly strong: string;
  readonly particles: string;
  /** What is added to stems. */
  readonly ending: RegExp;
  /** What may stand between particle and stem: “vorgeschlagen”, “vorzuschlagen”. */
  readonly inside: RegExp;
  /** The word between a particle and its infinitive, where that is written apart: “voor te stellen”. */
  readonly marker: string | null;
  /** One spelling of a stem that is written in several ways. */
  spell(stem: string): string;
}

/** Adds to words one more form for each verb, by which its other forms are found. */
export type VerbFinder = (text: string, words: readonly Word[]) => readonly Word[];

const MIN_STEM = 3; // letters

/** Creates what finds verbs by all their forms: “schlug … vor” and “vorgeschlagen”. */
export function createVerbFinder(rules: VerbRules): VerbFinder {
  const roots = readRoots(rules);
  const particles = rules.particles.split(/\s+/).sort((a, b) => b.length - a.length);
  const stemOf = (plain: string) => {
    const stem = plain.replace(rules.ending, '');
    return stem.length >= MIN_STEM ? rules.spell(stem) : null;
  };
  /** “geschlagen”, “zuschlagen”, “schlug”, “schlägt”: the stem of the infinitive of a verb that changes it. */
  const strongRoot = (plain: string) => {
    for (const inside of [plain, plain.replace(rules.inside, '')]) {
      const root = roots.get(rules.spell(inside)) ?? roots.get(rules.spell(inside.replace(rules.ending, '')));
      if (root !== undefined) return root;
    }
    return null;
  };
  /** “gelehnt” and “zulehnen” after a particle, and any other form of a verb that keeps its stem. */
  const weakRoot = (rest: string) => {
    const bare = rest.replace(rules.inside, '');
    return rules.ending.test(rest) ? stemOf(bare.length >= MIN_STEM ? bare : rest) : null;
  };
  /** The form of a verb with its particle before it: “vorgeschlagen”, “vorzuschlagen”, “vorschlägt”; of a strong verb alone. */
  const whole = ({ written, term }: Word): string | null => {
    if (term === null || !/^\p{L}+$/u.test(written)) return null;
    const plain = fold(written);
    const particle = particles.find((each) => plain.startsWith(each));
    const rest = particle === undefined ? '' : plain.slice(particle.length);
    const root = strongRoot(rest) ?? (isLower(written) ? weakRoot(rest) : null);
    if (particle !== undefined && root !== null) return `${particle}|${root}`;
    const own = isLower(written) ? strongRoot(plain) : null;
    return own === null ? null : `|${own}`;
  };
  const separated = ({ written }: Word, particle: string): string | null => {
    const plain = fold(written);
    const root = strongRoot(plain) ?? stemOf(plain);
    return root === null ? null : `${particle}|${root}`;
  };
  /** The first word that can only be a verb; else the first with a verb's ending. */
  const finiteVerb = (clause: readonly Word[]): number => {
    const strong = clause.findIndex(({ written }) => isLower(written) && strongRoot(fold(written)) !== null);
    return strong >= 0
      ? strong
      : clause.findIndex(
          ({ written, term }) => term !== null && isLower(written) && rules.ending.test(written),
        );
  };
  return (text, words) => {
    const apart = particlesApart(text, words, { particles, marker: rules.marker, finiteVerb });
    return words.map((word, at) => {
      const particle = apart.get(at);
      const form = particle ? separated(word, particle) : whole(word);
      return form === null ? word : { ...word, forms: [...word.forms, form] };
    });
  };
}

function readRoots({ strong, spell }: VerbRules): ReadonlyMap<string, string> {
  return new Map(
    strong.split(',').flatMap((line) => {
      const [root = '', ...others] = line.trim().split(' ').map(spell);
      return [root, ...others].map((stem) => [stem, root] as const);
    }),
  );
}

interface Apart extends Pick<VerbRules, 'marker'> {
  readonly particles: readonly string[];
  finiteVerb(clause: readonly Word[]): number;
}

/** The particle of each verb that stands apart from it, by the verb's index: at the end of the clause, or before “te”. */
function particlesApart(
  text: string,
  words: readonly Word[],
  { particles, marker, finiteVerb }: Apart,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let from = 0;
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    const isParticle = particles.includes(fold(word.written));
    if (marker !== null && isParticle && next?.written === marker && words[at + 2])
      found.set(at + 2, fold(word.written));
    if (next && !/[,;:.!?–—()\n]/.test(text.slice(word.end, next.start))) continue;
    const verb = isParticle ? finiteVerb(words.slice(from, at)) : -1;
    if (verb >= 0) found.set(from + verb, fold(word.written));
    from = at + 1;
  }
  return found;
}

function isLower(written: string): boolean {
  return /^\p{Ll}/u.test(written);
}
