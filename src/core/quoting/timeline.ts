import { datesInText } from '../text/dates-in-text.ts';
import type { BriefOptions } from './brief.ts';
import { type Candidate, findCandidates, type Search } from './candidates.ts';
import type { Quotation } from './citations.ts';
import { STRONG } from './excerpt-ranking.ts';
import { type Excerpt, growExcerpt, unseen } from './excerpts.ts';
import { Selection } from './selection.ts';

/** A point in time, and where its date is from: the sentence, the document, or nowhere. */
interface Dated {
  readonly excerpt: Excerpt;
  readonly date: string | null;
  readonly from: 'sentence' | 'document' | 'nowhere';
  readonly worth: number;
}

const MAX_PASSAGES = 60;
// The least share of what the best sentence and its passage cover. A date stated makes up for some of it.
const ON_TOPIC = { sentence: 0.25, document: STRONG, nowhere: STRONG } as const;
const ORDER = ['sentence', 'document', 'nowhere'] as const; // in which points are taken while there is budget
const PRECISION: Readonly<Record<number, number>> = { 10: 0.2, 7: 0.1, 4: 0 }; // by the length of the date

/** The excerpts of a topic by date; those of documents without one, that state none themselves, come last. */
export function composeTimeline({ query, budget, shown }: BriefOptions, search: Search): Quotation[] {
  const candidates = findCandidates({ query, asked: query, kind: 'any' }, search, MAX_PASSAGES);
  const points = candidates.filter(unseen(shown)).map(toDated(candidates, search));
  const worthy = points
    .filter(({ worth, from }) => worth >= ON_TOPIC[from])
    .sort((a, b) => ORDER.indexOf(a.from) - ORDER.indexOf(b.from) || b.worth - a.worth);
  const selection = new Selection(budget, new Set(worthy.map(({ excerpt }) => excerpt.document.id)).size);
  const taken = worthy.filter(({ excerpt }) => selection.offer(excerpt));
  return taken.sort(byDate).map(({ excerpt, date, from }) => ({
    ...{ excerpt, label: null, weak: false },
    ...{ date, dateIsRelative: from === 'document' },
  }));
}

function toDated(all: readonly Candidate[], search: Search): (candidate: Candidate) => Dated {
  const most = Math.max(Number.EPSILON, ...all.map(({ covered }) => covered));
  const mostPassage = Math.max(Number.EPSILON, ...all.map(({ passageCovered }) => passageCovered));
  return (candidate) => {
    const { document, slice, covered, passageCovered } = candidate;
    const [stated] = datesInText(document.text.slice(slice.start, slice.end), document.language);
    const date = stated?.date ?? document.published;
    const precision = stated ? (PRECISION[stated.date.length] ?? 0) : 0;
    return {
      excerpt: growExcerpt(candidate, search.corpus),
      date,
      from: stated ? 'sentence' : date === null ? 'nowhere' : 'document',
      worth: (covered / most + passageCovered / mostPassage) / 2 + precision,
    };
  };
}

/** A year comes before its months, a month before its days; what has no date comes last. Equals stay as they were. */
function byDate(a: Dated, b: Dated): number {
  if (a.date === b.date) return 0;
  if (a.date === null) return 1;
  if (b.date === null) return -1;
  return a.date < b.date ? -1 : 1;
}
