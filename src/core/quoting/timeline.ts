import type { Query } from '../search/query.ts';
import { datesInText } from '../text/dates-in-text.ts';
import type { Brief, BriefOptions, TimelineEnds } from './brief.ts';
import { type Candidate, documentsOf } from './candidate.ts';
import type { Quotation } from './citations.ts';
import { STRONG, strengthAmong } from './excerpt-ranking.ts';
import { growExcerpt, placeOf, unheard } from './excerpts.ts';
import type { RetrievalRequest } from './retriever.ts';
import { Selection } from './selection.ts';

const MAX_PASSAGES = 60;

/** What to retrieve for a timeline. */
export function timelineRetrieval(query: Query): RetrievalRequest {
  return { query, explicit: query, answerType: 'any', passages: MAX_PASSAGES };
}

/** A candidate with its date, and where that date is stated. */
interface DatedCandidate {
  readonly candidate: Candidate;
  readonly date: string | null;
  readonly source: 'sentence' | 'document' | 'nowhere';
  readonly relevance: number;
}

// The least relevance of a point. A date in its sentence makes up for some of it.
const ON_TOPIC = { sentence: 0.25, document: STRONG, nowhere: STRONG } as const;
const PRIORITY = ['sentence', 'document', 'nowhere'] as const; // the order in which points use up the budget
const PRECISION: Readonly<Record<number, number>> = { 10: 0.2, 7: 0.1, 4: 0 }; // by the length of the date

/** Composes the excerpts of a topic by date, newest first; those without a date of their own or of their document come last. */
export function composeTimeline(
  candidates: readonly Candidate[],
  { budget, shown }: Pick<BriefOptions, 'budget' | 'shown'>,
): Brief {
  const isUnseen = unheard(candidates, shown);
  const date = toDated(candidates);
  const dated = candidates
    .map(date)
    .filter((each) => isUnseen(each.candidate) && isOnTopic(each))
    .sort(byPriority);
  const selection = new Selection(budget, documentsOf(dated.map(({ candidate }) => candidate)).size);
  const points = dated.flatMap((each) => offer(each, selection) ?? []);
  const isLeft = unheard(candidates, [...shown, ...selection.chosen.map(placeOf)]);
  const left = dated.filter(({ candidate }) => isLeft(candidate));
  return {
    quotations: points.sort(byDate),
    more: left.length > 0,
    beyond: endsOf(points, left),
    considered: dated.map(({ candidate }) => candidate),
    verdict: (candidate) => {
      if (!isUnseen(candidate)) return { kind: 'shown' };
      return isOnTopic(date(candidate)) ? selection.verdict(growExcerpt(candidate)) : { kind: 'weak' };
    },
  };
}

function isOnTopic({ relevance, source }: DatedCandidate): boolean {
  return relevance >= ON_TOPIC[source];
}

function toDated(all: readonly Candidate[]): (candidate: Candidate) => DatedCandidate {
  const strength = strengthAmong(all);
  const mostPassage = Math.max(Number.EPSILON, ...all.map(({ passageCovered }) => passageCovered));
  return (candidate) => {
    const { document, slice, passageCovered } = candidate;
    const [stated] = datesInText(document.text.slice(slice.start, slice.end), document.language);
    const date = stated?.date ?? document.published;
    const precision = stated ? (PRECISION[stated.date.length] ?? 0) : 0;
    return {
      candidate,
      date,
      source: stated ? 'sentence' : date === null ? 'nowhere' : 'document',
      relevance: (strength(candidate) + passageCovered / mostPassage) / 2 + precision,
    };
  };
}

function byPriority(a: DatedCandidate, b: DatedCandidate): number {
  return PRIORITY.indexOf(a.source) - PRIORITY.indexOf(b.source) || b.relevance - a.relevance;
}

/** Looks for what is left beyond the newest and the oldest point; a year is neither before nor after a day in it. */
function endsOf(points: readonly DatedQuotation[], left: readonly DatedCandidate[]): TimelineEnds {
  const dates = points.flatMap(({ date }) => date ?? []).sort();
  const [oldest = '', newest = ''] = [dates[0], dates.at(-1)];
  const beyond = left.flatMap(({ date }) => date ?? []);
  const isWithin = (date: string, end: string) => date.startsWith(end) || end.startsWith(date);
  return {
    later: beyond.some((date) => date > newest && !isWithin(date, newest)),
    earlier: beyond.some((date) => date < oldest && !isWithin(date, oldest)),
  };
}

type DatedQuotation = Quotation & Pick<DatedCandidate, 'date'>;

function offer({ candidate, date, source }: DatedCandidate, selection: Selection): DatedQuotation | null {
  const excerpt = growExcerpt(candidate);
  if (!selection.offer(excerpt)) return null;
  return { excerpt, date, dateIsRelative: source === 'document' };
}

/** Newest first; a day comes before its month, a month before its year, no date last. Equal dates keep their order. */
function byDate(a: DatedQuotation, b: DatedQuotation): number {
  if (a.date === b.date) return 0;
  if (a.date === null) return 1;
  if (b.date === null) return -1;
  return a.date > b.date ? -1 : 1;
}
