// Short forms that make a sentence of a line, and the endings of English and German ones; not all verbs of a language.
const VERBS = [
  "is|are|was|were|be|been|will|would|shall|should|must|can|cannot|could|may|might|has|have|had|does|do|did|don[’']t|we|they",
  'ist|sind|war|waren|wird|werden|wurden?|hat|haben|muss|müssen|soll|sollen|kann|können|darf|dürfen|wir',
  'est|sont|était|sera|ont|doit|doivent|peut|peuvent|nous|son|fue|fueron|será|han|debe|deben|puede|pueden',
  'è|sono|sarà|hanno|deve|devono|può|possono|é|são|foi|foram|será|tem|podem|zijn|wordt|worden|werd|heeft|moet|moeten|kan|zal',
].join('|');
const VERB = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${VERBS})(?![\p{L}\p{N}])`, 'iu');
const PAST = /\s\p{Ll}{2,}ed(?!\p{L})/u; // no first word: “Related links”

/** Whether a line has what only a sentence has, as far as short forms tell: “Mail is sent at eight”, not “Mail at eight”. */
export function hasVerb(line: string): boolean {
  return VERB.test(line) || PAST.test(line);
}
