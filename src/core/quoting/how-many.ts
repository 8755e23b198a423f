import { inKnownScripts } from '../text/in-known-scripts.ts';

/** Words for thousands and more, which stand between a figure and what it measures. */
export const SCALE =
  "(?:thousand|million(?:en|s)?|milliard(?:en?|s)?|billion(?:en|s)?|trillions?|tausend|mille|milliers|mil|millones|miles|mila|migliaia|milioni|miliardi|milhões|milhares|bilhões|duizend|miljoen|miljard|k|[mb]n?|tn)(?!\\p{L})(?: d[ei](?!\\p{L})| ?d[’'])?";

const NO_MODIFIER =
  '(?:people|persons|men|women|children|staff|police|who|which|that|do|does|did|ha(?:ve|s|d)|are|is|was|were|be|been|can|could|will|would|sh(?:ould|all)|may|might|must|in|on|at|of|to|for|from|by|with|per|each|every|these|those|the|an?|some|and|or|after|before|within|over|during|two|three|four|five|six|seven|eight|nine|ten|light)(?!\\p{L})';

/** An English word before the noun that it belongs to: an adjective, or a noun that isn't a plural. */
export const MODIFIER = `(?!${NO_MODIFIER})[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}.’'-]*(?<![^sui]s) `;
const GERMANIC = `${SCALE} |\\p{L}+er? `;
const ROMANCE = `${SCALE} ?|\\p{L}+[sxei] `;

/** How a language asks how many, and so many words that may stand between that and the noun. */
interface Wording {
  readonly isEnglish: boolean;
  readonly asks: RegExp;
  readonly between: RegExp;
  readonly most: number;
}

const WORDINGS: readonly Wording[] = [
  { ...wording('how many (?:of (?:the|these|those|its|their|our|your) )?', MODIFIER, 4), isEnglish: true },
  wording('wie ?viele[nr]? ', GERMANIC, 3),
  wording('wie ?vielen ', `${SCALE} |\\p{L}+en `, 3),
  wording("combien (?:de |d['’])", ROMANCE, 1),
  wording('(?:cu[áa]nt[oa]s|quant[eio]s?|quantas) ', ROMANCE, 1),
  wording('hoeveel ', GERMANIC, 3),
];

function wording(asks: string, between: string, most: number): Wording {
  return {
    isEnglish: false,
    asks: inKnownScripts(new RegExp(`(?<!\\p{L})${asks}`, 'giu')),
    between: inKnownScripts(new RegExp(`^(?:${between})`, 'iu')),
    most,
  };
}

/** Creates a test that tells whether a question asks how many there are of some nouns, with adjectives before them or not. */
export function howMany(english: string, others = english): (question: string) => boolean {
  const [isEnglish, isOther] = [opening(english), opening(others)];
  return (question) =>
    WORDINGS.some((wording) => {
      const noun = wording.isEnglish ? isEnglish : isOther;
      return [...asked(question, wording)].some((rest) => noun.test(rest));
    });
}

function opening(nouns: string): RegExp {
  return inKnownScripts(new RegExp(`^(?:${nouns})(?![\\p{L}-])`, 'iu'));
}

/** What follows each “how many”: as a whole, and without the words that may stand before a noun. */
function* asked(question: string, { asks, between, most }: Wording): Generator<string> {
  for (const { 0: words, index } of question.matchAll(asks)) {
    let rest = question.slice(index + words.length);
    for (let left = most; ; left--) {
      yield rest;
      const word = left > 0 ? between.exec(rest) : null;
      if (!word) break;
      rest = rest.slice(word[0].length);
    }
  }
}
