import type { VerbRules } from './separable-verbs.ts';

// Verbs whose stem changes: the infinitive's stem, then the other stems; endings are added to each.
const STRONG = `bied bood bod, bind bond, blijv bleef, breng brach, breek brak brok, bid bad, buig boog, denk dach, doe deed daan, draag droeg,
  drijf dreef, dring drong, drink dronk, eet at get, ga ging gaan, geef gaf, geld gold, grijp greep, hang hing, heb had, heff hief, help hielp holp,
  houd hield, kies koos, kijk keek, klim klom, komm kwam, kom kwam, koop koch, krijg kreeg, laat liet, lees las, lig lag leg, lijd leed, loop liep,
  meet mat, neem nam nom, nemm nam, prijs prees, rijd reed, roep riep, schenk schonk, schiet schoot, schijn scheen, schrijf schreef, schrik schrok,
  schuif schoof, sla sloeg slag, slaap sliep, sluit sloot, snijd sneed, spreek sprak sprok, spring sprong, sta stond staan, steek stak stok,
  sterf stierf storf, stijg steeg, strijd streed, treed trad, tref trof, trek trok, val viel, vang ving, vecht vocht, vind vond, vlieg vloog,
  vraag vroeg, weeg woog, werp wierp worp, wijs wees, win won, word werd, wrijf wreef, zeg zei, zend zond, zie zag, zing zong, zink zonk,
  zit zat zet, zoek zoch, zwem zwom, zwijg zweeg`;

const PARTICLES = `aan achter af binnen bij deel door heen in langs los mee mede na neer om onder op open over plaats samen tegen tegemoet terecht
  terug toe uit vast voor vooruit voort vrij weg`;

/** Dutch: “stelde … voor”, “voorgesteld”, “voor te stellen”. */
export const DUTCH_VERBS: VerbRules = {
  strong: STRONG,
  particles: PARTICLES,
  ending: /(?:ende?|den|ten|de|te|en|t|d|e)$/,
  inside: /^(?:ge|te)/,
  marker: 'te',
  spell,
};

/** A stem however its vowel and consonant are written: “stel” and “stell”, “maak” and “mak”, “geef” and “gev”. */
function spell(stem: string): string {
  return stem
    .replace(/([a-z])\1/g, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
}
