import { inKnownScripts } from '../text/in-known-scripts.ts';
import type { Slice } from '../text/slice.ts';

// How many …, which …: the words before what a question wants to hear. “What is the … of” names what the text has, too.
const ASKS = [
  '(?:wie ?viele?|welche[rsmn]?) ',
  "(?:combien d(?:e |[’'])|quel(?:le)?s? )",
  '(?:cu[áa]nt[oa]s?|qué) ',
  '(?:quant[oiae]|che|quale) ',
  '(?:quant[oa]s?|que) ',
  '(?:hoeveel|welke?) ',
];

// Texts say it in figures: lengths of time, dates, amounts, shares.
const MEASURES = [
  'minuten|stunden|tagen?|wochen|monaten?|jahren?|jahr|monat|tag|datum|uhrzeit|zeit|frist|dauer|zeitraum|betrag|summe|anteil|prozentsatz|anzahl',
  'minutes|heures?|jours?|semaines?|mois|ans|années?|date|délai|durée|temps|somme|montant|pourcentage|proportion|nombre',
  'minutos|horas?|d[íi]as?|semanas?|mes|meses|años?|fecha|plazo|duración|tiempo|importe|suma|monto|cantidad|porcentaje|proporción|número',
  'minuti|ore|ora|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|data|durata|tempo|importo|somma|cifra|percentuale|numero',
  'dias?|m[êe]s|anos?|prazo|duração|valor|montante|percentagem|porcentagem|proporção',
  'minuten|uur|uren|dag|dagen|weken|maand|maanden|jaar|jaren|tijd|termijn|duur|bedrag|som|percentage|aantal',
].join('|');

// Asked of text in lower case: an expression for any case takes five times as long to compile.
const ASKED = inKnownScripts(
  new RegExp(String.raw`(?<!\p{L})(?:${ASKS.join('|')})(?=(?:${MEASURES})(?!\p{L}))`, 'u'),
);
const WORD = /^\p{L}+/u;
const EAST_ASIAN = /割合(?=は)|比例/u;

/**
 * Finds the measure in which a question wants its answer (“combien de jours”, “in welchem Jahr”, “qué importe”), which only asks:
 * the text that answers may have it as a figure alone. Null if there is none.
 */
export function measureAsked(question: string): Slice | null {
  const found = ASKED.exec(question.toLowerCase());
  if (found) {
    const start = found.index + found[0].length;
    return { start, end: start + (WORD.exec(question.slice(start))?.[0].length ?? 0) };
  }
  const other = EAST_ASIAN.exec(question);
  return other && { start: other.index, end: other.index + other[0].length };
}
