import { beforeUpdate, fromUpdate, isPublicationLine } from '../../text/date-labels.ts';
import { parseDateline } from '../../text/dateline.ts';
import { findLocalDates, type LocalDate, MONTH_FIRST, plainLine } from '../../text/local-date.ts';
import { headlineOf } from './release-title.ts';

/** What the first lines of a text, and labelled ones at its end, say of its dates. */
export interface StatedDates {
  readonly published: string | null;
  /** The day of its last change. */
  readonly updated: string | null;
}

const OPENING = 4000; // characters examined
const HEAD = 14; // lines before and between the first paragraphs
const TAIL = 8; // lines at the end
const PARAGRAPH = 25; // words from which a line is a paragraph of the text
const PARAGRAPHS = 2; // with which the opening ends
const SHORT = 160; // characters of a line that says a date

/**
 * Finds the day of publication: in a labelled line (“Published on 18 June 2026”), a dateline before the text (“(Brussels, 11
 * July 2024)”), a byline, or a line that is nothing but a date. Null if the lines of the best kind name several days.
 */
export function findStatedDates(text: string, language: string | null): StatedDates {
  const tag = language === 'en' || language === null ? orderOf(text) : language;
  const lines = openingLines(text);
  const ends = closingLines(text);
  const updated = only([...lines, ...ends].filter(isNote).flatMap((line) => daysOf(fromUpdate(line), tag)));
  const kinds = [
    labelled(lines, tag),
    [parseDateline(text) ?? []].flat(),
    lines.flatMap((line) => datelineDay(line, tag)),
    isChronology(text, tag) ? [] : lines.flatMap((line) => bareDay(line, tag)),
    labelled(ends, tag),
  ];
  const best = kinds.find((days) => days.length > 0) ?? [];
  return { published: only(best), updated };
}

function only(days: readonly string[]): string | null {
  const [day, ...others] = new Set(days);
  return others.length === 0 ? (day ?? null) : null;
}

/** The first lines of a text up to its second paragraph. */
function openingLines(text: string): readonly string[] {
  const lines: string[] = [];
  let paragraphs = 0;
  for (const line of text.slice(0, OPENING).split('\n').map(plainLine)) {
    if (line === '') continue;
    lines.push(line);
    if (isParagraph(line)) paragraphs++;
    if (lines.length === HEAD || paragraphs === PARAGRAPHS) break;
  }
  return lines;
}

function isParagraph(line: string): boolean {
  return line.length > SHORT || line.split(' ').length >= PARAGRAPH || /^[^\s]{30,}。/u.test(line);
}

function closingLines(text: string): readonly string[] {
  const rest = text.length > OPENING ? text.slice(-OPENING) : '';
  return rest
    .split('\n')
    .map(plainLine)
    .filter((line) => line !== '')
    .slice(-TAIL);
}

/** A line without what stands beside the day of a speech or a release: “3 May 2024 – Check against delivery”, “3 May 2024 Contact: Ada Quay”. */
function withoutNotice(line: string): string {
  return line.replace(NOTICE, '').replace(CONTACT, '').trim();
}

const CONTACT =
  /(?<=\d)\W{0,3}\s(?:(?:media|press|news|pr) )?(?:contacts?|kontakt|contacto|contatto|contato)\s?:.*$/iu;

const NOTICE =
  /\W{0,3}\b(?:(?:please )?check against delivery|as delivered|es gilt das gesprochene wort|seul le prononcé fait foi)\W{0,3}$/iu;

function daysOf(line: string, tag: string | null): readonly string[] {
  return findLocalDates(line, tag)
    .map(({ date }) => date)
    .slice(0, 1);
}

/** Whether a line is a note on its document and no sentence: “Released on 3 May 2024, the film was a success.” */
function isNote(line: string): boolean {
  const words = line.split(' ').length;
  return line.length <= SHORT && words <= NOTE && (words <= BRIEF || !/[\p{L}\d]{2}[.!?。]$/u.test(line));
}

const NOTE = 16; // words
const BRIEF = 6; // words up to which a note may end in a full stop

const EVENT =
  /^(?:time|when|where|venue|location|place|uhrzeit|zeit|ort|lieu|heure|hora|lugar|luogo|ora|plaats|tijd|장소|場所|地点|地點)\s*[:：]/iu;
const RECORD =
  /^(?:present|attend|participants|apologies|chair|absent|in attendance|anwesend|teilnehm|protokoll|présents?|asistentes|presenti|aanwezig|obecni|出席|참석)/iu;
const DATE_LABEL = /^[\s*_•·|(-]*(?:date|datum|fecha|data|日付|日期|날짜)(?: ?[:：]| \|)/iu;

/** “Date:” beside a place is that of an event, unless somebody took the minutes. */
function labelled(lines: readonly string[], tag: string | null): readonly string[] {
  const isEvent = lines.some((line) => EVENT.test(line)) && !lines.some((line) => RECORD.test(line));
  return lines.flatMap((line, at) => {
    if (!isNote(line) || !(isPublicationLine(line) || (!isEvent && DATE_LABEL.test(line)))) return [];
    const stated = headlineOf(line) === null ? beforeUpdate(line) : '';
    const own = stated.replace(LIMIT, '');
    if (own !== stated && !/\d/.test(own)) return [];
    const below = /[:：]$/.test(own.trim()) || !/\d/.test(own) ? (lines[at + 1] ?? '') : '';
    return daysOf(own, tag).length > 0 ? daysOf(own, tag) : isBare(below, tag) ? daysOf(below, tag) : [];
  });
}

/** “Issued or renewed before 25 March 2020” tells of others, as does what follows a day: “3 May 2024 (valid until 30 June)”. */
const LIMIT =
  /(?<!\p{L})(?:before|after|until|till|since|between|vor dem|nach dem|bis|avant|après|antes|después)(?!\p{L})[^\d]{0,12}\d.*$/iu;

const AUTHORED = /^(?:by|von|par|por|di|door|przez|av|af)\s+\p{Lu}/iu;

/** The day of a line that is a date with its place, its hour or its author, and nothing else. */
function bareDay(line: string, tag: string | null): readonly string[] {
  const own = withoutNotice(beforeUpdate(line));
  return isBare(own, tag) || (AUTHORED.test(own) && isShortByline(own)) ? daysOf(own, tag) : [];
}

function isShortByline(line: string): boolean {
  return line.split(' ').length <= 14 && !/[.!?]$/.test(line.replace(/\b(?:a|p)\.m\.$/, ''));
}

const REST =
  /^(?:\p{Lu}[\p{L}.’'-]*|\p{Lo}+|of|the|de|del|der|am|an|le|la|el|den|im|in|on|at|um|à|a|and|und|et|y|e|i|r|г|\d{1,2}[:.h]\d\d|\d{1,2}|[ap]\.?m\.?|uhr|utc|gmt|min|read|edt|est|et|cet|cest|bst)$/u;

/** Whether a line holds one date and beside it no more than a place, a weekday, an hour or names. */
function isBare(line: string, tag: string | null): boolean {
  if (line.length > 90) return false;
  const [date, ...others] = findLocalDates(line, tag);
  return date !== undefined && others.every((other) => other.date === date.date) && isFraming(line, date, 6);
}

const WEEKDAY =
  '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|(?:maan|dins|woens|donder|vrij|zater|zon)dag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela';
const BEFORE = new RegExp(
  `(?:^|[,|·•–—([/-]|[\\p{Lo}）)])\\s*(?:(?:${WEEKDAY})[.,]?\\s*)?(?:the|le|den|il|el|am|on|a|em|dnia|op)?\\s*$`,
  'iu',
);
const AFTER = /^[\s.]*(?:$|[|·•,–—()（\]/\d-]|(?:at|um|à|a las|alle|às|om|o|r\.)\s|\p{Lo})/iu;

/** Whether what surrounds a date is set off from it, as a place or an author is and a label such as “Deadline” is not. */
function isFraming(line: string, { start, end }: LocalDate, most: number): boolean {
  const [before, after] = [line.slice(0, start), line.slice(end)];
  const isApart = BEFORE.test(before) || /\p{Lu}{3}\s*$/u.test(before);
  if (/[:：]\s*$/.test(before) || !isApart || !AFTER.test(after)) return false;
  const rest = `${before} ${after}`.replace(/[\p{P}\p{S}]*(?:\s|^|$)[\p{P}\p{S}]*/gu, ' ').trim();
  const words = rest === '' ? [] : rest.split(/\s+/);
  return words.length <= most && words.every((word) => REST.test(word) || REST.test(word.toLowerCase()));
}

const FRAME = /^[[(【]?\s*([^\n]{6,80}?)\s*(?:[)\]】]\s*[-–—:]{0,2}\s|\s?[–—]\s?|\s-{1,2}\s|[:：]\s)(?=\S)/u;

/** The day in the dateline before a paragraph: “Brussels, 11 July 2024 – The Council …”, “(東京 2024年7月11日) …”. */
function datelineDay(line: string, tag: string | null): readonly string[] {
  const [, frame = ''] = FRAME.exec(line) ?? [];
  if (frame === '' || line.split(' ').length < 8 || startsSentence(frame)) return [];
  const [date, ...others] = findLocalDates(frame, tag);
  return date && others.length === 0 && isFraming(frame, date, 5) ? [date.date] : [];
}

/** “Since 10 July 2024 –”, “Born 4 April 1949 –”: words before a date that are no place. */
function startsSentence(frame: string): boolean {
  return /^(?:since|from|until|till|before|after|born|founded|died|on|in|by|seit|ab|bis|nach|vor|depuis|dès|avant|après|desde|hasta|dal|dopo|sinds|tot|od|do)\s/iu.test(
    frame,
  );
}

const CHRONOLOGY = 2; // further lines that begin with another day

/** Whether the lines of a text tell one day after the other, so that the first is no more its date than the last. */
function isChronology(text: string, tag: string | null): boolean {
  const days = new Set(
    text
      .slice(0, 20_000)
      .split('\n')
      .map(plainLine)
      .flatMap((line, at, lines) => dayTold(line, lines[at - 1] ?? '', tag)),
  );
  return days.size > CHRONOLOGY;
}

/** The day whose events a line tells, and no sentence does: “3 May 2024: The lamp was lit”, but “On 3 May 2024, the lamp …”. */
function dayTold(line: string, before: string, tag: string | null): readonly string[] {
  const [first] = line === '' || !/\d/.test(line.slice(0, 30)) ? [] : findLocalDates(line.slice(0, 60), tag);
  if (!first || first.start > 12) return [];
  const after = line.slice(first.end);
  const isInSentence = (after.startsWith(',') || isWrapped(before)) && !/^\s*(?:$|[:：–—|-])/.test(after);
  return isInSentence && !isBare(line, tag) ? [] : [first.date];
}

/** Whether a line may have been wrapped, so that what stands below it begins nothing. */
function isWrapped(line: string): boolean {
  return line.length >= WRAPPED && line.length <= SHORT && /[\p{L}\d,]$/u.test(line);
}

const WRAPPED = 40; // characters from which a line without an end may be one; a longer one than SHORT is a paragraph

/** For English, whose writers differ, the language of an order that other dates of the text decide. */
function orderOf(text: string): string | null {
  const figures = [...text.slice(0, 50_000).matchAll(/(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/\d{4}(?![\d/])/g)];
  const isDayFirst = figures.some(([, first]) => Number(first) > 12);
  const isMonthFirst = figures.some(([, , second]) => Number(second) > 12);
  if (isDayFirst === isMonthFirst) return null;
  return isDayFirst ? 'en-GB' : MONTH_FIRST;
}
