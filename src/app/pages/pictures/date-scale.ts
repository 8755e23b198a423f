/** Places dates along a line. */
export interface DateScale {
  /** 0 to 1; a month or a year stands at its middle. */
  place(date: string): number;
  /** Round dates along the line, the first and the last year, month or day among them. */
  readonly ticks: readonly { readonly date: string; readonly at: number }[];
}

const DAY = 86_400_000; // milliseconds
const SPANS = { year: 366 * 1.5, month: 45 } as const; // days from which ticks are years, or months
const MOST = 6; // ticks
const APART = 0.14; // of the line, so that dates don't overlap on a phone

/** Creates a scale that holds all the dates, each of which may be a day, a month or a year. */
export function createDateScale(dates: readonly string[]): DateScale {
  const bounds = dates.map(boundsOf);
  const [first, last] = [
    Math.min(...bounds.map(({ from }) => from)),
    Math.max(...bounds.map(({ to }) => to)),
  ];
  const length = Math.max(1, last - first);
  const at = (moment: number) => Math.min(1, Math.max(0, (moment - first) / length));
  const place = (date: string) => {
    const { from, to } = boundsOf(date);
    return at((from + to) / 2);
  };
  const ticks = ticksWithin(first, last).map((date) => ({ date, at: at(boundsOf(date).from) }));
  const [{ at: second } = { at: 1 }] = ticks.slice(1);
  return { place, ticks: second < APART ? ticks.slice(1) : ticks }; // the first may have begun before the line does
}

function boundsOf(date: string): { readonly from: number; readonly to: number } {
  const [year = 0, month, day] = date.split('-').map(Number);
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (day !== undefined) return { from, to: from + DAY };
  return { from, to: month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1) };
}

function ticksWithin(first: number, last: number): readonly string[] {
  const days = (last - first) / DAY;
  const size = days > SPANS.year ? 4 : days > SPANS.month ? 7 : 10; // characters of a date that is a tick
  const all = new Set<string>();
  for (let moment = first; moment < last; moment += DAY)
    all.add(new Date(moment).toISOString().slice(0, size));
  const ticks = [...all];
  const step = Math.ceil(ticks.length / MOST);
  return ticks.filter((_, nth) => nth % step === 0);
}
