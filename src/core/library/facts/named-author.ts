import { findLocalDates, plainLine } from '../../text/local-date.ts';

const NAME_WORD = "\\p{Lu}[\\p{L}.’'-]*";
const NAME = `${NAME_WORD}(?: (?:de|da|di|del|della|van|von|der|den|la|le|al|bin|ter|ten|zu|${NAME_WORD})){1,4}`;
const SPEECH = new RegExp(
  `^(?:(?:opening|introductory|closing|keynote|welcome|dinner|acceptance|inaugural|press|written) )?(?:speech|remarks|address|lecture|statement|testimony|keynote|rede|ansprache|discours|allocution|discurso|intervención|discorso|intervento|toespraak) (?:delivered |given |held )?(?:by|von|de|du|del|di|do|da|door) (?<names>${NAME})(?=,|$| at | to | on | before | in | auf | bei | beim | à | en )`,
  'u',
);
const BYLINE = new RegExp(
  `^(?:by|von|par|por|di|door) (?<names>${NAME}(?:(?:, | and | und | et | y | e |, and )${NAME})*)(?=$|\\s*[|·•,–—(-]|\\s+\\d)`,
  'u',
);
// “Ada Quay, President of the harbour board,” alone on a line.
const OFFICE =
  '(?:(?:Deputy|Vice|First|Prime|Executive|Managing|Acting|Federal|General) ?-?)*(?:President|Governor|Chair(?:man|woman|person)?|Minister|Secretary|Commissioner|Chancellor|Director|Chief|Head|Member|Ambassador|Speaker|Präsident(?:in)?|Mitglied|Président|Presidente?|Membre|Gouverneur|Gobernadora?|Governatore|Governadora?|Ministre|Ministr[oa])';
const OFFICE_HOLDER = new RegExp(`^(?<names>${NAME}), (?:the )?(?:Vice-)?${OFFICE}\\b[^.!?:]{0,100},?$`, 'u');
const REACH = 8; // lines at the beginning

/**
 * Finds who speaks or writes in the first lines: “Speech by Ada Quay, …”, “By Ada Quay” beside the line of the date, or
 * “Ada Quay, President of the harbour board” above it.
 */
export function findAuthor(text: string, language: string | null): string | null {
  const lines = text
    .slice(0, 3000)
    .split('\n')
    .map(plainLine)
    .filter((line) => line !== '')
    .slice(0, REACH);
  const speech = lines
    .map((line) => (line.length <= 200 ? namesIn(SPEECH, lowerFirst(line)) : null))
    .find((name) => name !== null);
  if (speech) return speech;
  const isDated = (line: string | undefined) =>
    line !== undefined && line.length <= 90 && findLocalDates(line, language).length > 0;
  const at = lines.findIndex(
    (line, index) => lowerBy(line) !== null && [lines[index - 1], line, lines[index + 1]].some(isDated),
  );
  return at === -1 ? findHolders(lines, isDated) : lowerBy(lines[at] ?? '');
}

/** The holders of offices on lines of their own, if the next line or the one after it has a date. */
function findHolders(
  lines: readonly string[],
  isDated: (line: string | undefined) => boolean,
): string | null {
  const from = lines.findIndex((line) => namesIn(OFFICE_HOLDER, line) !== null);
  if (from === -1) return null;
  const names = lines.slice(from).map((line) => namesIn(OFFICE_HOLDER, line));
  const to = names.includes(null) ? names.indexOf(null) : names.length;
  const after = lines.slice(from + to, from + to + 2);
  return after.some(isDated) ? names.slice(0, to).join(', ') : null;
}

function lowerBy(line: string): string | null {
  return line.length <= 120 && !/[.!?]$/.test(line)
    ? namesIn(
        BYLINE,
        line.replace(/^\p{Lu}/u, (first) => first.toLowerCase()),
      )
    : null;
}

function namesIn(pattern: RegExp, line: string): string | null {
  const names = pattern.exec(line)?.groups?.names ?? null;
  return names !== null && /^\p{Lu}/u.test(names) ? names : null;
}

function lowerFirst(line: string): string {
  return line.replace(/^\p{Lu}/u, (first) => first.toLowerCase());
}
