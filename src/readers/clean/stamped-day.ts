import { isDate } from '../../core/text/stated-date.ts';

const STAMP = /^\s*(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[+-]\d\d:?\d\d)?\s*$/;
const PAIR = 2; // moments of publication and of the last change, as programs write them, in this order

/**
 * The day of the one moment that a page states in a line of its own, as for programs, or of the first of two below each
 * other; null if there are more, which are those of messages or events.
 */
export function findStampedDay(text: string): string | null {
  const lines = text.split('\n');
  const stamps = lines.flatMap((line, at) => (STAMP.test(line) ? [at] : []));
  const [first = 0, last = first] = [stamps[0], stamps.at(-1)];
  if (stamps.length === 0 || stamps.length > PAIR || last - first >= PAIR) return null;
  const [, day = ''] = STAMP.exec(lines[first] ?? '') ?? [];
  return isDate(day) ? day : null;
}
