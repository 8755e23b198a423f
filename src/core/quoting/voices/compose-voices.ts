import type { Brief, BriefOptions } from '../brief.ts';
import { type Candidate, documentsOf } from '../candidate.ts';
import type { Quotation } from '../citations.ts';
import { placeOf, unheard } from '../excerpts.ts';
import { Selection } from '../selection.ts';
import { ON_TOPIC, relevanceAmong } from '../topic-relevance.ts';
import { isTitle } from './office-words.ts';
import { type VoicedExcerpt, voicedExcerpt } from './voiced-excerpt.ts';

/** A candidate, and who says it; null if that is not sure. */
interface Rated {
  readonly candidate: Candidate;
  readonly voiced: VoicedExcerpt | null;
  readonly relevance: number;
}

interface Voiced extends Rated {
  readonly voiced: VoicedExcerpt;
}

/** Composes what is said on a topic, by voice: each of them once, then again. */
export function composeVoices(
  candidates: readonly Candidate[],
  { budget, shown }: Pick<BriefOptions, 'budget' | 'shown'>,
): Brief {
  const isUnseen = unheard(candidates, shown);
  const rate = rating(candidates);
  const rated = candidates.map(rate).sort((a, b) => b.relevance - a.relevance);
  const sure = rated.filter((each): each is Voiced => each.voiced !== null && each.relevance >= ON_TOPIC);
  const fresh = sure.filter(({ candidate }) => isUnseen(candidate));
  const selection = new Selection(budget, documentsOf(fresh.map(({ candidate }) => candidate)).size);
  const chosen = choose(fresh, selection);
  const isLeft = unheard(candidates, [...shown, ...selection.chosen.map(placeOf)]);
  return {
    quotations: byVoice(chosen),
    more: fresh.some(({ candidate }) => isLeft(candidate)),
    considered: rated.map(({ candidate }) => candidate),
    verdict: (candidate) => {
      if (!isUnseen(candidate)) return { kind: 'shown' };
      const { voiced, relevance } = rate(candidate);
      if (!voiced) return { kind: 'unattributed' };
      return relevance >= ON_TOPIC ? selection.verdict(voiced.excerpt) : { kind: 'weak' };
    },
  };
}

function rating(all: readonly Candidate[]): (candidate: Candidate) => Rated {
  const relevance = relevanceAmong(all);
  return (candidate) => ({ candidate, voiced: voicedExcerpt(candidate), relevance: relevance(candidate) });
}

/** Takes a statement of each voice, best first, then others while there is room. */
function choose(all: readonly Voiced[], selection: Selection): Voiced[] {
  const heard = new Set<string>();
  const first = all.filter((each) => {
    if (heard.has(keyOf(each)) || !selection.offer(each.voiced.excerpt)) return false;
    heard.add(keyOf(each));
    return true;
  });
  return [...first, ...all.filter((each) => !first.includes(each) && selection.offer(each.voiced.excerpt))];
}

/** What makes two voices one: the name in any case, without forms of address. */
function keyOf({ candidate: { document }, voiced: { voice } }: Voiced): string {
  const words = document.text.slice(voice.name.start, voice.name.end).split(/\s+/);
  const name = words.length > 2 ? words.filter((word) => !isTitle(word)) : words;
  return name.join(' ').toLowerCase();
}

/** Puts the statements of a voice together, under the heading that says most. */
function byVoice(chosen: readonly Voiced[]): Quotation[] {
  const keys = [...new Set(chosen.map(keyOf))];
  return keys.flatMap((key) => {
    const statements = chosen.filter((each) => keyOf(each) === key);
    const said = statements.find(({ voiced }) => voiced.voice.isPerson) ?? statements[0];
    if (!said) return [];
    const { heading, name } = said.voiced.voice;
    const group = { document: said.candidate.document, places: [heading], speaker: name };
    return statements.map(({ voiced: { excerpt } }) => ({ excerpt, group }));
  });
}
