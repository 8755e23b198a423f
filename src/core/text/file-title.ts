/**
 * The title of a document that does not say one, after its file: `0255-object-safety.md` is "Object safety", and
 * `harbour_depths-2024.csv` "Harbour depths-2024". A stand-in such as `README.md` is called after its folder if that is
 * within another. Null if the name says nothing, as do those that programs give ("attachment 1.pdf") and numbers.
 */
export function fileTitle(path: string): string | null {
  const folders = path.split(/[/\\]/);
  const stem = (folders.pop() ?? '').replace(ENDING, '');
  const isNamedAfterFolder = STAND_IN.test(stem) && folders.length > 1;
  const words = separate((isNamedAfterFolder ? (folders.at(-1) ?? '') : stem).replace(NUMBER, ''));
  if (STAND_IN.test(words) || CODE.test(words) || !/\p{L}{2}/u.test(words)) return null;
  return words.replace(/^\p{Ll}(?=[\p{Ll}\s]+(?:[\s\d-]|$))/u, (letter) => letter.toUpperCase());
}

const ENDING = /\.[\p{L}\d]{1,9}$/u;

/** A word that says nothing about what is in a file, with any number; or no word. */
const STAND_IN =
  /^\P{L}*(?:index|readme|main|default|documents?|dokument|doc|contents?|text|page|post|article|message|proposal|files?|attachment|att|inserted|anhang|part|noname|unnamed|untitled|image|data|export|downloads?|book|mappe|sheet|tabelle|new|copy|scan)?\P{L}*$/iu;

/** The number or day by which a file is filed, before the words; a year or a span of years belongs to them. */
const NUMBER =
  /^(?:[a-z]{2,5}[-_ ])?(?!(?:19|20)\d\d(?:[-_ ](?:19|20)\d\d)?[-_ ]+\D)\d[\d._-]*[-_ ]+(?=.*\p{L})/iu;

/** "eip 1154", "scan0034", "a3f9c2": names of one short word or none with a number, unless that is a year. */
const CODE = /^(?:[a-z]{2,5} (?!(?:19|20)\d\d$)\d+|(?!\p{L}{3,}(?:19|20)\d\d$)(?=\S*\d)\S+)$/iu;

function separate(name: string): string {
  const words = name.replace(/[_\s]+|(?<=[\p{L}\d])\+(?=[\p{L}\d])/gu, ' ').trim();
  return words.includes(' ') ? words : words.replace(HYPHEN, ' ');
}

// Between words, or a word and a number; those of dates, ranges and names such as F-35 stay.
const HYPHEN = /(?<=\p{L}{2})-(?=[\p{L}\d])|(?<=\d)-(?=\p{L}{2})/gu;
