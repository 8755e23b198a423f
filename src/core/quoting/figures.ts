/**
 * Blanks out the figures of a text that count nothing, in place: those that refer to a part of a document (§ 3 Abs. 2,
 * Article 5, 第3条), that number an act (2016/679), a version (1.82.0), a note ([3]) or a time of day, and the days of dates (1 January). So are
 * English number words that count nothing.
 */
export function withoutReferences(text: string): string {
  const counted = MAY_COUNT.test(text) ? text.replace(NO_COUNT, blank) : text;
  if (!/\p{Nd}|[第제]/u.test(counted)) return counted;
  return counted
    .replace(REFERENCE, blank)
    .replace(ACT, blank)
    .replace(EAST_ASIAN, blank)
    .replace(LABEL, blank);
}

// What a text has if any of the patterns below matches, which take much longer.
const MAY_COUNT = /one|third|quarter/i;

function blank(found: string): string {
  return ' '.repeat(found.length);
}

const PART =
  'art(?:ikels?|icles?|ículos?|igos?|icol[oi])?|abs(?:atz(?:es)?|ätzen?)?|satz(?:es)?|sätzen?|nr|nummern?|buchst(?:aben?)?|kap(?:itels?)?|anlagen?|anhangs?|ziff(?:er)?|sections?|sec|chapters?|clauses?|paragraph(?:s|en|e)?|alinéas?|annexe?s?|anexos?|allegat[oi]|appendix|tables?|tabellen?|figures?|fig|abb(?:ildung)?|seiten?|pages?|steps?|rules?|regulations?|rfcs?|leden|lid|hoofdstuk|artikelen|apartados?|cap[íi]tul?os?|capitol[oi]|comm[ai]|par[áa]grafos?|numerais';
const NUMBER = String.raw`\p{Nd}+(?:[a-z](?!\p{L}))?`;
const REFERENCE = new RegExp(
  String.raw`(?:§{1,2}|(?<!\p{L})(?:${PART})(?!\p{L})\.?)\s?${NUMBER}(?:(?:\s?(?:,|–|-|/)\s?|\s(?:und|oder|bis|and|or|to|et|ou|à|y|o|e|en|tot)\s)${NUMBER}(?!\p{Nd}|[.,]\p{Nd}|\s?[%€$£]))*`,
  'giu',
);
const ACT = /(?<![\p{Nd}/])\p{Nd}{1,4}\/\p{Nd}{2,4}(?![\p{Nd}/])/gu;
const EAST_ASIAN =
  /第\s?[\p{Nd}一二三四五六七八九十百]+\s?[条條章节節項项号號款]|제\s?\p{Nd}+\s?[조장절항호]/gu;
const LABEL =
  /(?<!\p{Nd})v?\p{Nd}+\.\p{Nd}+\.\p{Nd}+(?!\p{Nd})|\[\p{Nd}+\]|#\p{Nd}+|(?<!\p{Nd})\p{Nd}{1,2}:\p{Nd}{2}(?!\p{Nd})/gu;
// “Third, …”, “the fourth quarter”, “this one”, “one of them”, “one has to”.
const NO_COUNT = new RegExp(
  [
    String.raw`(?<!\p{L})(?:(?:the|his|her|its|their|this|a) )?third(?! of|\p{L})(?<!(?:a|one) third)`,
    String.raw`(?<=(?<!\p{L})(?:first|second|third|fourth|last|this|next|previous|final) )quarters?(?!\p{L})`,
    String.raw`(?<=(?<!\p{L})(?:no|this|that|the|which|each|every|another|any) )one(?!\p{L})`,
    String.raw`(?<!\p{L})one(?= (?:of|thing|can|could|may|might|must|should|would|will|has|is|was|that|who|such|another|or more)(?!\p{L}))`,
  ].join('|'),
  'giu',
);
