import { inKnownScripts } from '../text/in-known-scripts.ts';

/** Matches any of some expressions as whole words; `\b` takes the letters of “à” and “perché” for their edges. */
function words(flags: string, ...expressions: readonly string[]): string {
  return inKnownScripts(
    new RegExp(String.raw`(?<![\p{L}\p{Nd}])(?:${expressions.join('|')})(?!\p{L})`, flags),
  ).source;
}

const MONTHS = [
  'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember',
  'janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre',
  'enero|febrero|marzo|abril|mayo|junio|agosto|septiembre|octubre|noviembre|diciembre',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'januari|februari|maart|mei|december',
];
const DAYS = [
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado',
  'lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira',
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag',
];
// With a capital letter, these are names of somebody or something: Mars, Julio, Santo Domingo, Emperor Augustus.
const NAMES_TOO = 'mars|julio|domingo|augustus';
// “Hier” is left out: it is yesterday in French, and here in German and Dutch.
const RELATIVE = [
  '(?:vor)?gestern|morgen|(?:letzt|vorig|vergangen|nächst|kommend|dies)e[nrsm]? (?:jahr(?:es|en)?|monats?|woche|sommers?|herbst|winter)|jahrhunderts?|jahrzehnts?',
  'demain|(?:an|année|mois|semaine|été|hiver) (?:derni(?:er|ère)|prochaine?|passée?)|siècle|décennie',
  'ayer|mañana|(?:año|mes|semana) (?:pasad[oa]|próxim[oa]|que viene)|próxim[oa]s? (?:año|mes|semana)s?|siglo|década',
  'ieri|domani|(?:anno|mese|settimana) (?:scors[oa]|prossim[oa])|(?:scors[oa]|prossim[oa]) (?:anno|mese|settimana)|secolo|decennio',
  'ontem|amanhã|(?:ano|mês|semana) (?:passad[oa]|que vem|seguinte)|próxim[oa] (?:ano|mês|semana)|século',
  'gisteren|(?:vorige?|volgende?|komende?|afgelopen|dit) (?:jaar|maand|week|zomer|najaar|voorjaar)|eeuw',
];
const EAST_ASIAN_TIMES =
  '\\d{1,4}\\s?[年月日년월일]|[昨去今明来來先上下]个?[年月周週日]|昨天|明天|世[紀纪]|年代|[月火水木金土日]曜|星期|작년|내년|올해|지난 ?(?:달|주|해)|다음 ?(?:달|주)|어제|내일|[월화수목금토일]요일';

const TIMES = new RegExp(
  `${words('iu', ...MONTHS, ...DAYS, ...RELATIVE, `\\p{Nd}{1,2}(?:er)? (?:de )?(?:${NAMES_TOO})`)}|${EAST_ASIAN_TIMES}`,
  'iu',
);
const WRITTEN_SMALL = new RegExp(words('u', NAMES_TOO), 'u');

/** Matches what tells when, in the ten languages other than English whose question words are listed. */
export const OTHER_TIMES: Pick<RegExp, 'test'> = {
  test: (text) => TIMES.test(text) || WRITTEN_SMALL.test(text),
};

const CAUSES = [
  'weil|denn|wegen|aufgrund|damit|um .{1,80} zu|deshalb|deswegen|infolge|nämlich|gr(?:und|ünde[n]?) (?:dafür|hierfür|ist|sind|war|waren)',
  "(?:parce |puis)qu(?:e|(?=[’']))|car|en raison|afin|à cause|grâce à|du fait|faute de|étant donné|vu que|pour éviter|raisons?",
  'porque|debido a|ya que|para que|puesto que|dado que|a causa|gracias a|con el fin|para evitar|razón|motivos?',
  'perché|poiché|a causa|per via|in quanto|dato che|visto che|grazie a|affinché|dovut[oaie]|per evitare|motiv[oi]',
  'pois|devido a|uma vez que|já que|visto que|por causa|graças a|a fim de|razão',
  'omdat|want|vanwege|doordat|zodat|aangezien|wegens|daarom|dankzij|(?:de|een|andere) reden|redenen',
];

/** Matches what gives a reason, in the same languages. */
export const OTHER_REASONS = new RegExp(
  `${words('iu', ...CAUSES)}|ため|ので|から、|なぜなら|理由|[因为為]此|因[为為]|由[于於]|[为為]了|所以|原因|[导導]致|때문|위해|으로 인해`,
  'iu',
);
