import { fold } from '../../text/fold.ts';
import type { DocumentId } from './document.ts';

/** Formats a word and a number as documents are known by them: `rfc 243` for “RFCs” and “0243”. */
export function numberKey(word: string, number: string): string {
  return `${fold(word).replace(/(?<=..)s$/, '')} ${Number(number)}`;
}

/**
 * Returns the keys by which a document is known by its number, two at most: `pep 8` for `python/pep-0008`; `rfc 243` and
 * `text 243` for `rfcs/text/0243-lamps`. A number that belongs to a date, a version or a range is none of its own.
 */
export function numberKeys(id: DocumentId): readonly string[] {
  const [name = '', ...folders] = id.split('/').map(fold).reverse();
  const { word, number } = NUMBERED.exec(name)?.groups ?? {};
  if (number === undefined) return [];
  const words = word === undefined ? nearestWords(folders, number) : [word];
  return [...new Set(words.map((each) => numberKey(each, number)))];
}

// `2024-05-17`, `05-17`, `1.28` and `5-7` go on with a number of one or two figures.
const NUMBERED =
  /^(?:(?<word>\p{L}{2,12})[-_ ]?)?(?<number>0*\d{1,5})(?![\p{L}\d]|[-_. ]\d{1,2}(?![\p{L}\d]))/u;

/** The nearest two folders that are words; none if one is a year (`2024/05-lamp`), where a short number is a month or a day. */
function nearestWords(folders: readonly string[], number: string): readonly string[] {
  if (number.length <= 2 && folders.some((folder) => /^\d{4}/.test(folder))) return [];
  return folders.filter((folder) => /^\p{L}{2,12}$/u.test(folder)).slice(0, 2);
}
