import { fold } from './fold.ts';

const months = new Map<string, ReadonlyMap<string, number>>();

/** Returns the numbers of months by their names in a language, in lower case: alone and next to a day, long and short. */
export function monthsOf(language: string): ReadonlyMap<string, number> {
  const known = months.get(language);
  if (known) return known;
  const names = new Map<string, number>();
  for (const month of ['long', 'short'] as const) {
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC' });
      for (let number = 1; number <= 12; number++) {
        const parts = format.formatToParts(new Date(Date.UTC(2024, number - 1, 15)));
        const name = plainMonth(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (/^\p{L}{3,}$/u.test(name)) names.set(name, number);
      }
    }
  }
  if (language === 'en') names.set('sept', 9);
  months.set(language, names);
  return names;
}

/** Converts the name of a month to lower case without a full stop. */
export function plainMonth(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

const folded = new Map<string, ReadonlyMap<string, number>>();

/** Returns the numbers of months by their folded names in a language and in English. */
export function foldedMonths(language: string): ReadonlyMap<string, number> {
  const known = folded.get(language);
  if (known) return known;
  const names = new Map(
    [...monthsOf('en'), ...monthsOf(language)].map(([name, number]) => [fold(name), number]),
  );
  folded.set(language, names);
  return names;
}
