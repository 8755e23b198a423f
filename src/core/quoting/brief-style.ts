import type { Coverage } from '../library/coverage.ts';
import type { Topic } from '../library/topics/topic.ts';
import { countDocuments } from '../replies/coverage.ts';
import { formatDate } from '../text/format-date.ts';
import type { Brief } from './brief.ts';
import type { QuotedPlace } from './quoted-place.ts';

/** How the points of a brief are arranged: by importance, by date, by who says them, or by what they differ about. */
export const BRIEF_STYLES = ['points', 'timeline', 'voices', 'differences'] as const;

/** One arrangement of a brief. */
export type BriefStyle = (typeof BRIEF_STYLES)[number];

/** What the notes of a brief depend on. */
interface StyledRequest {
  readonly topic: Pick<Topic, 'title'>;
  readonly style: BriefStyle;
  /** Places quoted before. */
  readonly shown: readonly QuotedPlace[];
}

/** Says that nothing is on a topic, or nothing of the kind that was asked for. */
export function nothingNote({ topic: { title }, style, shown }: StyledRequest, coverage: Coverage): string {
  const documents = countDocuments(coverage);
  switch (style) {
    case 'points':
    case 'timeline':
      return `Nothing in ${documents} is about ${title}.`;
    case 'voices':
      return `No statement on ${title} in ${documents} says for certain who makes it.`;
    case 'differences':
      return `No ${shown.length === 0 ? '' : 'further '}differing numbers or dates found in ${documents}.`;
  }
}

/** Says how points are arranged, and where a timeline ends. */
export function styleNote(request: StyledRequest, brief: Brief, coverage: Coverage): string | null {
  switch (request.style) {
    case 'points':
    case 'voices':
      return null;
    case 'differences':
      return differencesNote(request, brief, coverage);
    case 'timeline':
      return timelineNote(
        brief,
        `${request.shown.length === 0 ? 'Nothing' : 'Nothing else'} found on this in ${countDocuments(coverage)}`,
      );
  }
}

/** Says that no numbers or dates differ if only statements are left. */
function differencesNote(
  request: StyledRequest,
  { inFigures = false, quotations }: Brief,
  coverage: Coverage,
): string {
  const order = quotations.some(({ date }) => date) ? ', newest first' : '';
  return inFigures
    ? `Side by side${order}.`
    : `${nothingNote(request, coverage)} What different people say of the same${order}.`;
}

/** Says in which order a timeline is and what is beyond its ends, or that it has no dates at all. `nothing` opens a sentence. */
function timelineNote({ quotations, beyond }: Brief, nothing: string): string {
  const dates = quotations.flatMap(({ date }) => date ?? []);
  const [newest, oldest] = [dates[0], dates.at(-1)];
  if (newest === undefined || oldest === undefined)
    return quotations.length === 1 ? 'This has no date.' : 'None of these has a date.';
  const { later, earlier } = beyond ?? { later: false, earlier: false };
  const [from, to] = [formatDate(oldest), formatDate(newest)];
  const order = `Newest first, back to ${from}.`;
  if (later && earlier) return `${order} There is more after ${to} and before ${from}.`;
  if (later) return `${order} There is more after ${to}. ${nothing} is earlier.`;
  if (earlier) return `${order} ${nothing} is later than ${to}. There is more before ${from}.`;
  return newest === oldest
    ? `${order} ${nothing} is later or earlier.`
    : `${order} ${nothing} is later than ${to} or earlier than ${from}.`;
}
