const PARAGRAPH = { characters: 240, least: 2 } as const; // with so many lines as long, a text was not wrapped at a width
const BROKEN = 2; // lines from which a program, and nobody by hand, begins them with what begins none
const TEXT = 8; // words of a line that is text and no label
const OPENING = 4; // words of one that leans on what follows: “As a result of the fire,”
const GOING_ON = 4; // words of a line in small letters from which what stands above it may be its subject
const TAIL = 400; // characters of joined lines that are looked at
const ELEMENT = 8; // words of a link, or of what stands in bold

/**
 * Joins the lines into which a program broke paragraphs at each link and each word in bold: “The lamp was lit by”, “Ada Quay”,
 * “, its keeper.” Only of texts whose other paragraphs are lines. Items of a list stay lines, whatever they begin with.
 */
export function joinInlineBreaks(text: string): string {
  const lines = text.split('\n');
  if (!isBrokenInline(lines)) return text;
  const pieces: string[] = [];
  let run: Run | null = null;
  for (const [at, line] of lines.entries()) {
    const way: Way | null = run ? wayOn(run, line, lines[at + 1] ?? '') : null;
    if (run && way) pieces.push(isTight(run, line) ? '' : ' ', line.trim());
    else pieces.push('\n', line);
    run = run && way ? goOn(run, line, way) : { tail: line, isInside: false, isItem: SMALL.test(line) };
  }
  return pieces.slice(1).join('');
}

/** Lines that are one so far, by their end. */
interface Run {
  readonly tail: string;
  /** The last of them is an element inside a sentence, which goes on. */
  readonly isInside: boolean;
  /** It begins in small letters though it goes on nothing, as items of lists do: so does the next one. */
  readonly isItem: boolean;
}

/** How a line goes on another: as an element inside its sentence, or as the rest of it. */
type Way = 'element' | 'rest';

/** Nobody begins a line with a comma; in small letters, lines begin in texts that were wrapped at a width, too. */
function isBrokenInline(lines: readonly string[]): boolean {
  const after = lines.filter((_, at) => isOpen(lines[at - 1] ?? ''));
  if (after.filter(isTelling).length >= BROKEN) return true;
  if (lines.filter((line) => line.length >= PARAGRAPH.characters).length < PARAGRAPH.least) return false;
  const broken = lines.filter((line, at) => isBreak(lines[at - 1] ?? '', line));
  return broken.length >= BROKEN;
}

/** Whether a line begins with what begins none; brackets alone do, in programs. */
function isTelling(line: string): boolean {
  return CLOSES.test(line) && !BRACKETS.test(line);
}

function isBreak(before: string, line: string): boolean {
  if (line.trim() === '' || !isOpen(before) || isTabular(before) || isTabular(line)) return false;
  if (COMMA.test(before) && isText(before)) return true;
  return (
    isTelling(line) ||
    NONE.some((each) => each.test(line)) ||
    (SMALL.test(line) && countWords(line) >= GOING_ON)
  );
}

/** How the next line goes on a run; null if it begins a line of its own. */
function wayOn(run: Run, next: string, after: string): Way | null {
  if (next.trim() === '' || isTabular(run.tail) || isTabular(next)) return null;
  if (!isOpen(run.tail)) return CLOSING_MARK.test(next) && run.tail !== '' ? 'rest' : null;
  if (CLOSES.test(next) || SUFFIX.test(next) || OPENING_MARK.test(run.tail)) return 'rest';
  if (DASH.test(next)) return followsPlace(run, next, after) ? 'element' : null;
  if (run.isInside) return 'rest';
  if (SMALL.test(next))
    return !run.isItem && (isText(run.tail) || countWords(next) >= GOING_ON) ? 'rest' : null;
  const isBetween = isElement(next) && (SMALL.test(after) || CLOSES.test(after));
  const leans = COMMA.test(run.tail) || LEANING.test(run.tail);
  const isSaid = isText(run.tail, leans ? OPENING : TEXT);
  return (leans && (isBetween || isSaid)) || (isBetween && isSaid) ? 'element' : null;
}

function goOn(run: Run, line: string, way: Way): Run {
  const tail = `${run.tail.trimEnd()}${isTight(run, line) ? '' : ' '}${line.trim()}`.slice(-TAIL);
  return { ...run, tail, isInside: way === 'element' && (isElement(line) || DASH.test(line)) };
}

function isTight(run: Run, line: string): boolean {
  return CLOSES.test(line) || SUFFIX.test(line) || OPENING_MARK.test(run.tail);
}

/** A dash after a place, or a day there, opens a text; one of several below each other opens an item. */
function followsPlace(run: Run, next: string, after: string): boolean {
  return PLACE.test(run.tail.trim()) && !DASH.test(after) && (next.trim().length > 1 || after.trim() !== '');
}

function isElement(line: string): boolean {
  return isOpen(line) && countWords(line) <= ELEMENT;
}

/** Whether a line is a sentence, or the beginning of one, by its length and its words in small letters. */
function isText(line: string, least = TEXT): boolean {
  const words = countWords(line);
  return words >= least && (line.match(/(?:^|\s)\p{Ll}/gu)?.length ?? 0) * 2 >= words;
}

/** Whether a line is a row of a table, which is one line. */
function isTabular(line: string): boolean {
  return ROW.test(line.trim());
}

function isOpen(line: string): boolean {
  return /[\p{L}\p{N}]|["“”]$/u.test(line) && !ENDED.test(line.trimEnd());
}

function countWords(line: string): number {
  return line.match(/\S+/gu)?.length ?? 0;
}

const ENDED = /[.!?…:;。！？：；](?<![,，])["”’'»)\]]*$/u;
const SMALL = /^\s*\p{Ll}/u;
const COMMA = /[,，]["”’']*\s*$/u;
const LEANING =
  /(?<![\p{L}\p{N}])(?:an?|the|of|at|in|on|to|by|for|from|with|and|or|as|than|that|which|who|whose|under|over|into|about|between|across|through|against|approximately|said|is|are|was|were|has|have|had|will|our|their|his|her|its|nearly|der|die|das|den|dem|des|von|vom|zu|zur|zum|mit|und|oder|für|im|am|als|durch|bei|de|du|des|la|le|les|et|à|au|par|pour|dans|el|los|las|del|y|en|por|con|di|il|da|che|e|do|em|het|van|een|voor|met)\s*$/iu;
const CLOSES = /^\s*(?:[,;:!?)\]”’](?!\p{L})|\.(?!\.|\d|\p{L})|["'](?=[\s,.]|$))/u;
const SUFFIX = /^\s*(?:’s|'s|s|th|st|nd|rd)(?![\p{L}\p{N}’'])/u;
const BRACKETS = /^\s*[)\]][)\]};,\s]*$/;
const ROW = /\S(?:\t| {3,})\S/;
const CLOSING_MARK = /^\s*[”’)\]](?!\p{L})/u;
const OPENING_MARK = /^\s*[“„«(["]$/u;
const NONE = [SUFFIX, /^\s*[–—-]\s*$/u];
const DASH = /^\s*[–—-](?:\s|$)/u;
const PLACE = /^\(?\p{Lu}[\p{L}\p{N} .,’'()/-]{1,60}$/u;
