import type { Language } from './languages.ts';

// English words of one meaning whose stems differ: a verb, what is done, who does it; a quality and its noun. Left out are those
// that have drifted apart, as study and student, or whose stem another word has, too: “conversion” and “conversation”,
// “founded” and “found”; and words of many meanings, as high, short and train.
const FAMILIES = `abolish abolition|absorb absorption|acquire acquisition|admit admission admittance|advise advice advisor
|analyse analyze analysis analyst|argue argument|ascend ascent|assume assumption|behave behavior|believe belief
|bleed blood|build builder|bury burial|buy buyer|choose choice|collide collision|compare comparison|compel compulsion
|compete competition competitor|complain complaint|comply compliance|concede concession|conclude conclusion
|conquer conquest conqueror|consume consumption|create creator|deceive deception|decide decision|deep depth
|defend defense|deliver delivery|deny denial|descend descent|describe description|destroy destruction
|detain detention|deter deterrence|die death dead|discover discovery discoverer|dissolve dissolution
|distinguish distinction|divide division|drive driver|edit editor|emit emission|enter entry entrance|erode erosion|evade evasion
|exceed excess|exclude exclusion|expand expansion|expel expulsion|explain explanation|explode explosion|expose exposure
|extend extension|fail failure|farm farmer|fly flight|free freedom|give gift|grow growth|guide guidance|hate hatred
|heal health|heat hot|hungry hunger|imply implication|impose imposition|include inclusion|inherit heir
|inquire inquiry|intend intention|intervene intervention|introduce introduction|invade invasion|invent inventor|invest investor
|judge judgment|know knowledge|laugh laughter|lead leader leadership|lend loan lender|live life|long length lengthen
|lose loss loser|maintain maintenance|make maker|marry marriage|merge merger|mix mixture|move movement
|notify notification|obey obedience|occupy occupation|occur occurrence|offend offense|omit omission|oppose opposition
|own owner ownership|paint painter|pay payment|perceive perception|permit permission|persuade persuasion|please pleasure
|poor poverty|prescribe prescription|presume presumption|produce production|pronounce pronunciation|prosecute prosecutor
|prove proof|provide provision|pursue pursuit|rebel rebellion|receive receipt reception recipient
|recognize recognition|recover recovery|reduce reduction|rely reliance|resolve resolution|respond response|retain retention
|reveal revelation|revise revision|rob robbery robber|rule ruler|sail sailor|satisfy satisfaction|secede secession|seize seizure
|sell sale seller|shoot shooter|sign signature|sing song singer|solve solution|speak speech speaker
|sponsor sponsorship|steal theft thief|strong strength strengthen|submit submission|subscribe subscription
|succeed successor|supply supplier|suspect suspicion|suspend suspension|survive survivor|swim swimmer|teach teacher
|think thought|threaten threat|transmit transmission|treat treatment|true truth|visit visitor
|vote voter|weak weaken|weigh weight|wide width widen|win winner|wise wisdom|work worker|write writer|young youth`;

const known = new WeakMap<Language, ReadonlyMap<string, readonly string[]>>();

/** Returns the English terms of the same family as one, as “marriage” is of “marry”; none in other languages. */
export function kindredTerms(term: string, language: Language): readonly string[] {
  if (language.code !== 'en') return [];
  const families = known.get(language) ?? readFamilies(language);
  known.set(language, families);
  return families.get(term) ?? [];
}

function readFamilies({ stem }: Language): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of FAMILIES.split('|')) {
    const terms = [...new Set(line.trim().split(' ').map(stem))];
    for (const term of terms)
      found.set(term, [...(found.get(term) ?? []), ...terms.filter((other) => other !== term)]);
  }
  return found;
}
