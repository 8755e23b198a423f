/**
 * Whether the full stop at the end of `said` marks an ordinal, as in “am 3. Mai” or “der 2. Weltkrieg”. It does before
 * a month, after a word that something must follow, and at the start of a sentence. Elsewhere a number may end its
 * sentence: “Es waren 3. Dann kam er.”
 */
export function endsInOrdinal(said: string, next: string, language: string): boolean {
  const leading = LEADING.get(language);
  if (!leading) return false;
  const found = ORDINAL.exec(said.slice(-CONTEXT));
  if (!found) return false;
  const word = found.groups?.word?.toLowerCase();
  const opens = found[0].length === said.length;
  return (word === undefined ? opens : leading.has(word)) || startsWithMonth(next, language);
}

/** Whether a language writes “3rd” as “3.”. */
export function writesDottedOrdinals(language: string): boolean {
  return LEADING.has(language);
}

const CONTEXT = 40; // characters before the full stop
const ORDINAL = /(?:^|(?<![\p{L}\p{N}])(?<word>\p{L}+)\s|[\p{P}\p{S}]\s?)["“„«(]?\d{1,2}\.$/u;

// By ISO 639-1, the languages that write ordinals with a full stop, and words after which a number is an ordinal even
// before a capital letter. Words that precede “3” as well as “3rd” are left out: “zu”, “auf”, “und”.
const LEADING: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    ...{ cs: '', et: '', fi: '', fo: 'tann tað', hr: '', hu: 'a az', is: 'hinn hin hið', lv: '' },
    ...{ da: 'den det', no: 'den det', pl: '', sk: '', sl: '', sr: '', tr: '' },
    de: 'der die das dem den des am ans beim im ins vom zum zur jeder jede jedes jedem jeden dieser diese dieses diesem diesen sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres unser unsere unserem unseren unserer unseres',
    lb: 'de den dem der déi dat am vum zum',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

const months = new Map<string, RegExp>();

function startsWithMonth(next: string, language: string): boolean {
  const known = months.get(language) ?? monthsOf(language);
  months.set(language, known);
  return known.test(next);
}

/** Matches the names of months as written next to a day, long and short. */
function monthsOf(language: string): RegExp {
  const names = (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, at) => {
      const parts = format.formatToParts(new Date(Date.UTC(2024, at, 15)));
      return parts.find(({ type }) => type === 'month')?.value.replace(/\.$/, '') ?? '';
    });
  });
  const words = names.filter((name) => /^\p{L}{3,}$/u.test(name));
  return new RegExp(`^(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
