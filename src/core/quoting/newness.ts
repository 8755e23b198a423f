import type { Document, DocumentId } from '../library/documents/document.ts';

const LATEST =
  /(?<!\p{L})(?:latest|newest|most recent|last(?! (?:year|month|week|time|century|decade|spring|summer|autumn|winter|night))|current(?:ly)?|now|nowadays|at present|today|neue?ste[rnms]?|letzte[rnms]?|aktuelle?[rnms]?|derzeit|zuletzt|derni(?:er|ère)s?|récente?s?|actuel(?:le)?(?:ment)?s?|últim[oa]s?|actual(?:mente)?|recientes?|ultim[oiae]|attual[ei]|atual|nieuwste|laatste|huidige)(?!\p{L})|最新|直近|现在|目前|最近|최신|최근|현재/iu;

/** Whether a question asks for how things stand last. */
export function asksForLatest(question: string): boolean {
  return LATEST.test(question);
}

/**
 * Creates a measure of how new a document is among some: from 0 for the oldest to 1 for the newest. One whose date is
 * unknown has 0, and so have all if only one date is known.
 */
export function newnessAmong(documents: Iterable<Document>): (id: DocumentId) => number {
  const { dates, order } = datesOf(documents);
  const places = new Map(order.map((date, at) => [date, order.length > 1 ? at / (order.length - 1) : 0]));
  return (id) => places.get(dates.get(id) ?? '') ?? 0;
}

/** Creates a measure of whether a document is the last of some: 1 if it is, the less the more dates are later; 0 without a date. */
export function lastnessAmong(documents: Iterable<Document>): (id: DocumentId) => number {
  const { dates, order } = datesOf(documents);
  const places = new Map(order.map((date, at) => [date, 1 / (order.length - at)]));
  return (id) => places.get(dates.get(id) ?? '') ?? 0;
}

interface Dates {
  readonly dates: ReadonlyMap<DocumentId, string>;
  /** Each once, the earliest first. */
  readonly order: readonly string[];
}

function datesOf(documents: Iterable<Document>): Dates {
  const dates = new Map<DocumentId, string>();
  for (const { id, published } of documents) if (published !== null) dates.set(id, published);
  return { dates, order: [...new Set(dates.values())].sort() };
}
