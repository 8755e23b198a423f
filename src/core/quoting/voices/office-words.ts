import { COUNTRY_SYNONYMS } from '../../search/country-synonyms.ts';

// What people are, folded to lower case: English, German, French, Spanish, Italian, Portuguese, Dutch.
const OFFICES = new Set(
  (
    'member speaker president vice-president premier chancellor minister secretary secretary-general undersecretary spokesman spokeswoman spokesperson ' +
    'chairman chairwoman chairperson chair chief head leader director director-general executive ceo cfo cto boss governor senator ' +
    'congressman congresswoman representative mp msp mep ambassador envoy diplomat commissioner general admiral colonel captain ' +
    'commander lieutenant sergeant marshal king queen prince princess pope bishop archbishop cardinal reverend mayor judge justice ' +
    'attorney prosecutor lawyer solicitor barrister analyst economist strategist expert scientist researcher professor historian ' +
    'author editor columnist correspondent reporter journalist founder co-founder manager partner consultant adviser advisor ' +
    'official officer treasurer fellow principal dean coach captain physician doctor psychologist engineer architect ' +
    'campaigner activist critic politician backbencher peer treasurer lecturer inspector detective sheriff superintendent ' +
    'bundeskanzler bundespräsident kanzler kanzlerin sprecher sprecherin präsident präsidentin chef chefin vorsitzende vorsitzender ' +
    'direktor direktorin ökonom ökonomin experte expertin ministre président présidente directeur directrice porte-parole chef ' +
    'secrétaire économiste chercheur ministro ministra presidente presidenta director directora portavoz secretario economista ' +
    'direttore portavoce segretario premier cancelliere diretor porta-voz secretário minister-president woordvoerder woordvoerster ' +
    'voorzitter directeur'
  ).split(' '),
);
const OFFICE_ENDINGS =
  /(?:minister(?:in)?|kanzler(?:in)?|präsident(?:in)?|sprecher(?:in)?|chef(?:in)?|vorsitzende[rn]?|direktor(?:in)?)$/;

const TITLES = new Set(
  'mr mrs ms miss dr lt col gen capt sgt maj sen rep gov rev sir lord lady baroness dame prof herr frau monsieur madame señor señora dom'.split(
    ' ',
  ),
);

const BODIES = new Set(
  (
    'ministry government commission bank council court department agency institute institution university police party committee ' +
    'parliament embassy treasury organisation organization association union board fund watchdog regulator authority office bureau ' +
    'federation confederation foundation administration cabinet congress senate assembly army navy airline company group corporation ' +
    'centre center society trust service reserve house church chamber alliance campaign network coalition college ' +
    'regierung ministerium bundesbank zentralbank bundesregierung amt gouvernement ministère banque commission gobierno ministerio banco ' +
    'governo ministero banca ministério comisión commissione comissão regering ministerie commissie'
  ).split(' '),
);

const SPOKESPEOPLE =
  /^(?:spokes(?:man|woman|person)|sprecher(?:in)?|porte-parole|portavoz|portavoce|porta-voz|woordvoerders?ter|woordvoerder)$/;

/** Whether a word says what a person is: minister, analyst. */
export function isOffice(word: string): boolean {
  const small = bare(word);
  return OFFICES.has(small) || OFFICE_ENDINGS.test(small);
}

/** Whether a word is a form of address: Mr, Lord. */
export function isTitle(word: string): boolean {
  return TITLES.has(bare(word));
}

/** Whether a word is what a body is called: ministry, bank. */
export function isBody(word: string): boolean {
  return BODIES.has(bare(word));
}

/** Whether a word is one for somebody who speaks for others. */
export function isSpokesperson(word: string): boolean {
  return SPOKESPEOPLE.test(bare(word));
}

const STATES = new Set(COUNTRY_SYNONYMS.flatMap(([name, _adjective, ...others]) => [name, ...others]));
const NATIONALITIES = new Set(COUNTRY_SYNONYMS.map(([, adjective]) => adjective));

/** Whether a name is that of a state, or of a capital that stands for one. */
export function isState(name: string): boolean {
  return STATES.has(name);
}

/** Whether a word is the adjective of a state: French. */
export function isNationality(word: string): boolean {
  return NATIONALITIES.has(word);
}

function bare(word: string): string {
  return word.toLowerCase().replace(/\.$/, '');
}
