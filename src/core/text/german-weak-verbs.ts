import { fold } from './fold.ts';
import { GERMAN_VERBS } from './german-verbs.ts';

const PARTICLE = `(?:${GERMAN_VERBS.particles.split(/\s+/).join('|')})`;
const INFINITIVE = /^(.{3,}(?:e[lr](?=n)|(?=en)))e?n$/;
const PARTICIPLE = new RegExp(`^(${PARTICLE}?)ge(?:(.{2,}[dt])et|(.{3,}?)t)(?:e[mnrs]?)?$`);
const PAST = /^(?:(.{2,}[dt])et|(.{3,}?)t)(?:en?|est|et)?$/;
const WITH_PARTICLE = new RegExp(`^(${PARTICLE})(.{4,})$`);
const WITHOUT_GE = /^(?:be|ent|er|ge|miss|ver|zer)|ier$/;
const DENTAL = /[dt]$/;

// Adjectives, ordinals and others that end as verbs do, folded and without ending.
const NO_VERBS = new Set(
  `acht abstrakt absolut akut alt bekannt berühmt bereit bewusst breit bunt dicht direkt dritt echt elft erst exakt fest fett feucht fünft
  gerecht gesamt geschicht glatt gut hart hundert insgesamt intakt jetzt kalt kompakt komplett konkret konstant korrekt kurzest laut leicht letzt matt
  meist nackt nächst nett neunt nicht oft perfekt platt privat quadrat recht relevant robust rot satt schlecht schlicht sechst seicht selbst siebt
  siebent sonst spät strikt tot unbekannt unbewusst verrückt viert weit wert zart zehnt zweit zwolft`
    .split(/\s+/)
    .map(fold),
);
const ADJECTIVE = /(?:[dglr]ent|[kmrsv]ant|haft)$/; // intelligent, signifikant, dauerhaft
// Verbs that begin with “ge”, which their participles do, too: “gewährt” is no form of “währen”.
const WITH_GE = /^(?:fahrd|hor|lang|nehmig|nug|stalt|statt|wahr|wohn)$/;

interface Verb {
  /** What may stand apart: “ein” of “eingereicht”. */
  readonly particle: string;
  readonly root: string;
}

/**
 * Returns other forms of a German word that may be a verb with a regular past, folded: “ändert”, “geändert” and “Änderung” of
 * “ändern”, “kaufen” of “gekauft”, “einreichen” of “eingereicht”. Stemming leaves these apart.
 */
export function weakForms(written: string): readonly string[] {
  const plain = fold(written);
  const forms = verbsOf(plain).flatMap(formsOf);
  return [...new Set(forms)].filter((form) => form !== plain);
}

function formsOf({ particle, root }: Verb): readonly string[] {
  const past = `${root}${DENTAL.test(root) ? 'et' : 't'}`;
  const participle = WITHOUT_GE.test(root) ? past : `ge${past}`;
  const infinitive = `${root}${/(?<!i)e[lr]$/.test(root) ? 'n' : 'en'}`;
  return [past, participle, infinitive, nounOf(root)].map((form) => `${particle}${form}`);
}

/** The verbs of which a word may be a form. */
function verbsOf(plain: string): readonly Verb[] {
  if (isNoVerb(plain)) return [];
  const [, particle = '', dental, other] = PARTICIPLE.exec(plain) ?? [];
  const participle = dental ?? other;
  if (participle !== undefined)
    return [{ particle, root: `${particle === '' && WITH_GE.test(participle) ? 'ge' : ''}${participle}` }];
  const [, infinitive] = INFINITIVE.exec(plain) ?? [];
  const [, dentalPast, otherPast] = PAST.exec(plain) ?? [];
  const root = infinitive ?? dentalPast ?? otherPast;
  if (root === undefined) return [];
  const [, apart, rest] = WITH_PARTICLE.exec(root) ?? [];
  const whole = { particle: '', root };
  return apart === undefined || rest === undefined ? [whole] : [whole, { particle: apart, root: rest }];
}

function isNoVerb(plain: string): boolean {
  const bare = plain.replace(/(?<=t)e[mnrs]?$/, '');
  return NO_VERBS.has(bare) || (bare.endsWith('t') && ADJECTIVE.test(bare) && !/^ge/.test(bare));
}

/** “Änderung” of “ändern”, “Regelung” of “regeln”, “Handlung” of “handeln”. */
function nounOf(root: string): string {
  return `${root.replace(/(?<=[^g])el$/, 'l')}ung`;
}
