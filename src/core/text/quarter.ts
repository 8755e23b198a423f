const ORDINAL =
  'first|second|third|fourth|last|premier|deuxième|troisième|quatrième|primer|segundo|tercer|cuarto|primo|secondo|terzo|quarto|primeiro|terceiro|[1-4](?:st|nd|rd|th|er|e|ème|\\.)?';
const YEAR = '(?:1[89]|20)\\p{Nd}{2}(?!\\p{Nd})';
const ASIAN = '第 ?(?<asian>[1-4一二三四]) ?(?:四半期|季度)';
const QUARTER = new RegExp(
  `(?<!\\p{L})(?:[qt](?<letter>[1-4])|(?<word>${ORDINAL}) (?:quarter|quartal|trimestre))(?: (?:of|in|de|del|do))?,? (?<after>${YEAR})|(?<!\\p{Nd})(?<year>(?:1[89]|20)\\p{Nd}{2}) ?(?:[ -]?q(?<figure>[1-4])(?!\\p{Nd})|年?の?${ASIAN})`,
  'giu',
);
const QUARTERS = [
  /^(?:1|first|prem|prim|一)/i,
  /^(?:2|second|deux|segun|二)/i,
  /^(?:3|third|trois|ter|三)/i,
  /^(?:4|four|last|quat|cuar|quar|四)/i,
];

/** A quarter of a year in a line: its first month, the month after it, and the offsets between which it is written. */
export interface Quarter {
  readonly date: string;
  readonly next: string;
  readonly at: number;
  readonly end: number;
}

/** Finds the quarters of years in a line: “Q3 2022”, “the third quarter of 2022”, “2022-Q3”. */
export function quartersIn(line: string): readonly Quarter[] {
  return [...line.matchAll(QUARTER)].flatMap(({ 0: written, index: at, groups = {} }) => {
    const { after, year = after, letter, figure, word, asian } = groups;
    const name = letter ?? figure ?? word ?? asian ?? '';
    const quarter = QUARTERS.findIndex((form) => form.test(name));
    const [date, next] = [firstMonth(Number(year), quarter), firstMonth(Number(year), quarter + 1)];
    return quarter === -1 ? [] : [{ date, next, at, end: at + written.length }];
  });
}

function firstMonth(year: number, quarter: number): string {
  return new Date(Date.UTC(year, 3 * quarter, 1)).toISOString().slice(0, 7);
}
