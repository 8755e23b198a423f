const GIVEN_BY_PROGRAMS =
  /^(?:attachment|att|inserted|anhang|part|noname|unnamed|untitled|file|document|dokument|text|message|image|data|export|download|book|mappe|sheet|tabelle|new|copy|scan)?[\s\d()]*$/i;

/**
 * A file's name as a title: without folders and ending, its words apart ("harbour_depths-2024.csv" is "Harbour depths
 * 2024"). Null if it says nothing, as names do that programs give ("attachment 1.pdf") and numbers.
 */
export function fileTitle(name: string): string | null {
  const words = name
    .replace(/^.*[/\\]/s, '')
    .replace(/\.[a-z\d]{1,9}$/i, '')
    .replace(/[_+\s]+/gu, ' ')
    .trim();
  const apart = words.includes(' ') ? words : words.replace(HYPHEN, ' ');
  if (!/\p{L}{2}/u.test(apart) || GIVEN_BY_PROGRAMS.test(apart)) return null;
  return apart.replace(/^\p{Ll}(?=[\p{Ll}\s]+(?:[\s\d-]|$))/u, (letter) => letter.toUpperCase());
}

// Between words, or a word and a number; those of dates, ranges and names such as F-35 stay.
const HYPHEN = /(?<=\p{L}{2})-(?=[\p{L}\d])|(?<=\d)-(?=\p{L}{2})/gu;
