/** A name in a line that may be its author's, and the offsets between which the line has it. */
export interface SignedName {
  readonly name: string;
  /** Whether an element around it is marked as that of an author. */
  readonly isMarked: boolean;
  readonly start: number;
  readonly end: number;
}

/** A line at the head of a page with the names in it. */
export interface SignedLine {
  readonly text: string;
  readonly names: readonly SignedName[];
}

const PERSON =
  /^\p{Lu}[\p{L}.’'-]*(?: (?:de|da|di|del|van|von|der|den|la|le|bin|al|\p{Lu}[\p{L}.’'-]*)){1,4}$/u;
const BY = /^(?:by|von|par|por|di|door|written by|text)[: ]\s*/i;
const NO_PERSON =
  /\b(?:staff|news|desk|editors?|team|press|follow|more|all|posts?|about|view|profile|contributor|guest|author|media|online|redaktion|rédaction)\b/i;

/** The name of a person that an author's element consists of. */
export function personName(text: string): string | null {
  const name = text.replace(BY, '').replace(/[\s,|·•–—-]+$/u, '');
  return name.length <= 50 && PERSON.test(name) && !NO_PERSON.test(name) ? name : null;
}

const PHOTO =
  /(?:^|[^\p{L}])(?:photo(?:s|graph(?:s|y|er)?)?|images?|pictures?|illustrations?|foto(?:s|graf\p{L}*)?|bild(?:er)?|crédits?|credits?|graphics?|grafik|videos?|copyright)(?![\p{L}])|©/iu;

/** Whether a short line says that a photo’s maker follows. */
export function isPhotoLabel(line: string): boolean {
  return PHOTO.test(line) && line.split(' ').length <= LABEL;
}

const LABEL = 3; // words
const BYLINE = 10; // words besides names, at most
const SENTENCE = /(?<![ap]\.m)[.!?。]$/iu;
const OPENED =
  /^(?:(?:written|posted|published|reported|words|story|article|text) )?(?:by|von|par|por|di|door|text|words)(?![\p{L}])/iu;
const JOINED = /^(?:[\s,;:&|/·•–—-]|(?:and|und|et|y|e|en|i|och|og)(?![\p{L}]))*$/iu;
const CONTINUED =
  /^\s*(?:$|[,;&|/·•(–—-]|\d|(?:and|und|et|y|e|en|on|am|le|el|il|op|in|for|at|für|pour|published|posted|updated)\s)/iu;

/** Whether a line signs an article with one of its names: it is no sentence, and no photo’s credit. */
export function isAuthorLine(line: SignedLine, name: SignedName): boolean {
  const before = besides(line, { start: 0, end: name.start });
  const after = besides(line, { start: name.end, end: line.text.length });
  const others = `${before} ${after}`.trim();
  if (PHOTO.test(before)) return false;
  if (name.isMarked && !SENTENCE.test(line.text)) return true;
  if (JOINED.test(others)) return true;
  const isByline = others.split(/\s+/).length <= BYLINE && JOINED.test(before.replace(OPENED, ''));
  if (name.isMarked) return isByline;
  const isOpened = OPENED.test(before) || OPENED.test(line.text.slice(name.start));
  return isByline && isOpened && !SENTENCE.test(line.text) && CONTINUED.test(after);
}

/** A part of a line without the names in it. */
function besides({ text, names }: SignedLine, part: { start: number; end: number }): string {
  let rest = '';
  let from = part.start;
  for (const { start, end } of names) {
    if (start < from || end > part.end) continue;
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from, part.end);
}
