import { fold } from './fold.ts';
import type { Word } from './word.ts';

// Verbs whose stem changes: the infinitive's stem, then the other stems, folded; endings are added to each.
const STRONG = `beginn begann begonn, beiss biss, bieg bog, biet bot, bind band bund, bitt bat bet, blas blies blasst,
  bleib blieb, brat briet, brech bricht brach broch, brenn brann brannt, bring brach bracht, denk dach dacht,
  dring drang drung, empfehl empfiehl empfahl empfohl, ess isst ass gess, fahr fahrt fuhr, fall fallt fiel, fang fangt fing,
  find fand fund, flieg flog, flieh floh, fliess floss, fress frisst frass, frier fror, geb gib gab, geh ging gang,
  geling gelang gelung, gelt gilt galt golt, geniess genoss, gescheh geschieh geschah, gewinn gewann gewonn,
  giess goss, gleich glich, grab grub, greif griff, halt hielt hal, hang hing, heb hob, heiss hiess, helf hilf half holf, kenn kann kannt,
  komm kam, kriech kroch, lad lud, lass liess lasst, lauf lief, leid litt, leih lieh, les lies las, lieg lag leg, lug log,
  meid mied, mess misst mass, nehm nimm nahm nomm, nenn nann nannt, pfeif pfiff, preis pries, rat riet, reiss riss, reit ritt,
  renn rann rannt, ruf rief, schaff schuf, scheid schied, schein schien, schieb schob, schiess schoss, schlaf schlief,
  schlag schlug, schliess schloss, schmeiss schmiss, schmelz schmilz schmolz, schneid schnitt, schreib schrieb, schrei schrie,
  schreit schritt, schweig schwieg, schwimm schwamm schwomm, schwind schwand schwund, schwor schwur, seh sieh sah, send sandt,
  sing sang sung, sink sank sunk, sitz sass sess, sprech sprich sprach sproch, spring sprang sprung, steh stand, stehl stiehl stahl stohl,
  steig stieg, sterb stirb starb storb, stoss stiess, streich strich, streit stritt, trag trug, treff triff traf troff, treib trieb, tret tritt trat,
  trink trank trunk, trug trog, verderb verdirb verdarb verdorb, verlier verlor, vergess vergiss vergass, verzeih verzieh,
  wachs wuchs, weich wich, weis wies, wend wandt, werb wirb warb worb, werf wirf warf worf, wieg wog, wiss weiss wuss wusst, zieh zog, zwing zwang zwung`;

const ROOTS = new Map(
  STRONG.split(',').flatMap((line) => {
    const [root = '', ...others] = line.trim().split(' ');
    return [root, ...others].map((stem) => [stem, root] as const);
  }),
);

const PARTICLES =
  `ab an auf aus bei dar ein entgegen fest fort frei heran heraus herein herunter hervor hin hinaus hinein hinzu los mit nach nieder
  statt teil uber um unter voran voraus vorbei vor weg weiter wieder zu zuruck zusammen`
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);

const ENDING = /(?:ens?|end|test|tet|ten|te|est|et|st|t|e)$/;
const MIN_STEM = 3; // letters

/** The words with one more form for each verb, by which its other forms are found: “schlug … vor” and “vorgeschlagen”. */
export function withGermanVerbs(text: string, words: readonly Word[]): readonly Word[] {
  const particles = particlesBehind(text, words);
  return words.map((word, at) => {
    const particle = particles.get(at);
    const form = particle ? separated(word, particle) : whole(word);
    return form === null ? word : { ...word, forms: [...word.forms, form] };
  });
}

/** The particle at the end of the clause of each verb that may have lost it, by the verb's index. */
function particlesBehind(text: string, words: readonly Word[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let from = 0;
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (next && !/[,;:.!?–—()\n]/.test(text.slice(word.end, next.start))) continue;
    const particle = fold(word.written);
    const verb = PARTICLES.includes(particle) ? finiteVerb(words.slice(from, at)) : -1;
    if (verb >= 0) found.set(from + verb, particle);
    from = at + 1;
  }
  return found;
}

/** The first word that can only be a verb; else the first with a verb's ending. */
function finiteVerb(clause: readonly Word[]): number {
  const strong = clause.findIndex(({ written }) => isLower(written) && strongRoot(fold(written)) !== null);
  return strong >= 0
    ? strong
    : clause.findIndex(({ written, term }) => term !== null && isLower(written) && ENDING.test(written));
}

function separated({ written }: Word, particle: string): string | null {
  const root = rootOf(fold(written));
  return root === null ? null : `${particle}|${root}`;
}

/** The form of a verb with its particle before it: “vorgeschlagen”, “vorzuschlagen”, “vorschlägt”; of a strong verb alone. */
function whole({ written, term }: Word): string | null {
  if (term === null || !/^\p{L}+$/u.test(written)) return null;
  const plain = fold(written);
  const particle = PARTICLES.find((each) => plain.startsWith(each));
  const rest = particle === undefined ? '' : plain.slice(particle.length);
  const root = strongRoot(rest) ?? (isLower(written) ? weakParticiple(rest) : null);
  if (particle !== undefined && root !== null) return `${particle}|${root}`;
  const own = isLower(written) ? strongRoot(plain) : null;
  return own === null ? null : `|${own}`;
}

function rootOf(plain: string): string | null {
  return strongRoot(plain) ?? stemOf(plain);
}

/** “geschlagen”, “zuschlagen”, “schlug”, “schlägt”: the stem of the infinitive of a verb that changes it. */
function strongRoot(plain: string): string | null {
  for (const inside of [plain, plain.replace(/^(?:ge|zu)/, '')]) {
    const root = ROOTS.get(inside) ?? ROOTS.get(inside.replace(ENDING, ''));
    if (root !== undefined) return root;
  }
  return null;
}

/** “gelehnt” and “zulehnen” after a particle, and any other form of a verb that keeps its stem. */
function weakParticiple(rest: string): string | null {
  const stem = stemOf(rest.replace(/^(?:ge|zu)(?=\p{L}{3})/u, ''));
  return stem !== null && ENDING.test(rest) ? stem : null;
}

function stemOf(plain: string): string | null {
  const stem = plain.replace(ENDING, '');
  return stem.length >= MIN_STEM ? stem : null;
}

function isLower(written: string): boolean {
  return /^\p{Ll}/u.test(written);
}
