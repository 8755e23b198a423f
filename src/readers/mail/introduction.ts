const OPENS = /^\s*(?:On|Am|Le|El|Il|Op|Em|W dniu|In data|Den)\s.{4,}/;
const WROTE =
  /(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|kirjoitti|napisał(?:\(a\))?)(?:\s.{1,80})?\s?:?\s*$/i;
const TIME = /\b\d{1,2}(?:[:h]|\.(?=\d\d\b))\d\d/;
const DAY = /\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]/;
const ADDRESS = /[<(][^<>()\s]{1,80}@[^<>()\s]{1,80}[>)]/;
const MAX_LENGTH = 300; // characters
const MAX_LINES = 3; // over which a program wraps it

/**
 * How many lines from `at` on say who wrote what is quoted below, and when: "On Tue, 5 Mar 2024 at 10:12, Tom wrote:".
 * 0 if they don't.
 */
export function introduction(lines: readonly string[], at: number): number {
  if (!couldOpen(lines[at] ?? '')) return 0;
  for (let count = 1; count <= MAX_LINES; count++) {
    if ((lines[at + count - 1] ?? '').trim() === '') return 0;
    if (introduces(lines.slice(at, at + count).join(' '))) return count;
  }
  return 0;
}

function couldOpen(line: string): boolean {
  return OPENS.test(line) || (TIME.test(line) && DAY.test(line));
}

/** Whether a line tells a day and who wrote; a sentence that tells what somebody wrote names no time and no address. */
function introduces(line: string): boolean {
  if (line.length > MAX_LENGTH) return false;
  const signs = [TIME, DAY, ADDRESS].filter((sign) => sign.test(line)).length;
  const ends = /:\s*$/.test(line);
  if (WROTE.test(line) && OPENS.test(line)) return signs >= (ends ? 1 : 3);
  return ends && signs >= (WROTE.test(line) ? 2 : 3);
}
