/** The lines of a message without what its writer did not write: replies quoted below or between, and the signature. */
export function withoutQuotes(lines: readonly string[], isForward: boolean): string[] {
  const own = isForward ? lines : lines.slice(0, endOfOwn(lines));
  const kept = dropSignature(dropQuotedLines(own)).filter((line) => !SENT_FROM.test(line));
  return kept.some((line) => /[\p{L}\p{N}]/u.test(line))
    ? kept
    : lines.map((line) => line.replace(MARKS, ''));
}

const MARKS = /^(?:> ?)+/;

// "Original Message" as programs write it above the message that they answer.
const ORIGINAL =
  /^\s*-{2,}\s*(?:original message|urspr[üu]ngliche nachricht|message d['’]origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht)\s*-{2,}\s*$/i;
const SENT_FROM =
  /^\s*(?:(?:sent|gesendet|envoyé|enviado|inviato|verzonden) (?:from|von|vom|mit|depuis|de|desde|da|dal|vanaf|using) (?:my|meine[mr]?|mon|ma|mi|mio|mijn|der|dem|the )?\s?.{2,60}|von meinem .{2,40} gesendet|get outlook for \w+.{0,40}|holen sie sich outlook für .{2,40}|télécharger outlook pour .{2,40}|obtener outlook para .{2,40})$/i;

/** Where the message that is answered starts: its frame, its block of headers, or the line that introduces it. */
function endOfOwn(lines: readonly string[]): number {
  const at = lines.findIndex(
    (line, index) => ORIGINAL.test(line) || opensHeaders(lines, index) || introducesUnmarked(lines, index),
  );
  return at === -1 ? lines.length : at;
}

const FIELD = String.raw`\s{0,2}:\*?(?:\s|$)`;
const FROM = new RegExp(`^\\s*\\*?(?:From|Von|De|Da|Van)${FIELD}`, 'i');
const SENT = new RegExp(
  `^\\s*\\*?(?:Sent|Date|Gesendet|Datum|Envoyé(?: le)?|Enviado(?: el)?|Fecha|Inviato|Data|Verzonden)${FIELD}`,
  'i',
);
const SUBJECT = new RegExp(`^\\s*\\*?(?:Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp)${FIELD}`, 'i');
const HEADERS = 12; // lines in which sender, day and subject stand together, empty ones included

function opensHeaders(lines: readonly string[], at: number): boolean {
  if (!FROM.test(lines[at] ?? '')) return false;
  const block = lines.slice(at + 1, at + HEADERS);
  return block.some((line) => SENT.test(line)) && block.some((line) => SUBJECT.test(line));
}

const WROTE =
  /(?:\b(?:wrote|schrieb(?: .{1,80})?|a écrit|escribió|ha scritto|schreef(?: .{1,80})?))\s?:\s*$/i;
const OPENS = /^\s*(?:On|Am|Le|El|Il|Op)\s.{4,}/;
const WRAPPED = 3; // lines over which a program wraps the line that introduces a quotation

/** The lines from `at` on that say who wrote what follows and when; 0 if they don't. */
function introduction(lines: readonly string[], at: number): number {
  if (!OPENS.test(lines[at] ?? '')) return 0;
  for (let count = 1; count <= WRAPPED; count++) {
    const line = lines.slice(at, at + count).join(' ');
    if (lines[at + count - 1]?.trim() === '') return 0;
    if (line.length < 300 && WROTE.test(line)) return /\d{1,2}[:h.]\d\d|@|\d{4}/.test(line) ? count : 0;
  }
  return 0;
}

/** Whether a quotation without marks is introduced here: all that follows is quoted. */
function introducesUnmarked(lines: readonly string[], at: number): boolean {
  const count = introduction(lines, at);
  if (count === 0) return false;
  const next = lines.slice(at + count).find((line) => line.trim() !== '');
  return next !== undefined && !next.startsWith('>');
}

/** Drops lines that begin with a mark, and the line that introduces them. */
function dropQuotedLines(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.startsWith('>')) continue;
    const count = introduction(lines, at);
    if (count === 0) kept.push(line);
    else at += count - 1;
  }
  return kept;
}

const SIGNATURE = 20; // lines at most; more are not a signature

/** Drops what stands below the last "-- ". */
function dropSignature(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line) => /^--\s?$/.test(line));
  return at > 0 && lines.length - at <= SIGNATURE ? lines.slice(0, at) : lines;
}
