import type { VerbRules } from './separable-verbs.ts';

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

const PARTICLES = `ab an auf aus bei dar ein entgegen fest fort frei heran heraus herein herunter hervor hin hinaus hinein hinzu los mit nach nieder
  statt teil uber um unter voran voraus vorbei vor weg weiter wieder zu zuruck zusammen`;

/** German: “schlug … vor”, “vorgeschlagen”, “vorzuschlagen”. */
export const GERMAN_VERBS: VerbRules = {
  strong: STRONG,
  particles: PARTICLES,
  ending: /(?:ens?|end|test|tet|ten|te|est|et|st|t|e)$/,
  inside: /^(?:ge|zu)/,
  marker: null,
  spell: (stem) => stem,
};
