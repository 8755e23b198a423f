import { introduction } from './introduction.ts';

/** The lines of a message without what its writer did not write: replies quoted below or between, and the signature. */
export function withoutQuotes(lines: readonly string[], isForward: boolean): string[] {
  const unmarked = lines.map((line) => line.replace(MARKS, ''));
  const own = isForward ? unmarked : dropQuotedLines(lines.slice(0, endOfOwn(lines)));
  const kept = dropSignature(own).filter((line) => !SENT_FROM.test(line));
  return kept.some((line) => /[\p{L}\p{N}]/u.test(line)) ? kept : unmarked;
}

const MARKS = /^(?:> ?)+/;

// "Original Message" as programs write it above the message that they answer.
const ORIGINAL =
  /^\s*-{2,}\s*(?:original message|urspr[üu]ngliche nachricht|message d['’]origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht)\s*-{2,}\s*$/i;
// What is forwarded is not what was said before: it is kept.
const FORWARDED =
  /^\s*(?:-{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transf[ée]r[ée]|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht)\b|(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message transféré|inicio del mensaje reenviado)\s?:)/i;
const SENT_FROM =
  /^\s*(?:(?:sent|gesendet|envoyé|enviado|inviato|verzonden) (?:from|von|vom|mit|aus|depuis|à partir de|de|desde|da|dal|vanaf|using|via) (?:my|meine[mr]?|mon|ma|mi|mio|mijn|der|dem|the )?\s?.{2,60}|von meinem .{2,40} gesendet|get outlook for \w+.{0,40}|holen sie sich outlook für .{2,40}|télécharger outlook pour .{2,40}|obtener outlook para .{2,40})(?<![.!?])$/i;

/** Where the message that is answered starts: its frame, its block of headers, or the line that introduces it. */
function endOfOwn(lines: readonly string[]): number {
  const at = lines.findIndex(
    (line, index) => ORIGINAL.test(line) || opensHeaders(lines, index) || introducesUnmarked(lines, index),
  );
  const forwarded = lines.findIndex((line) => FORWARDED.test(line));
  return at === -1 || (forwarded !== -1 && forwarded < at) ? lines.length : at;
}

const FIELD = String.raw`\s{0,2}:`;
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

/** Drops what stands below the last "-- ", the footer of a mailing list, and a rule that nothing follows. */
function dropSignature(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex(
    (line, index) => /^--\s?$/.test(line) || (RULE.test(line) && isListFooter(lines[index + 1])),
  );
  const kept = at > 0 && lines.length - at <= SIGNATURE ? lines.slice(0, at) : lines;
  return kept.slice(0, kept.findLastIndex((line) => line.trim() !== '' && !RULE.test(line)) + 1);
}

const RULE = /^\s*(?:_{2,}|-{5,})\s*$/;

function isListFooter(line: string | undefined): boolean {
  return /\bmailing list\s*$/i.test(line ?? '');
}
