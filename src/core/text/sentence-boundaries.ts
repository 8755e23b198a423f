import { endsInOrdinal } from './ordinals.ts';

/**
 * Whether a sentence continues after `before`, given the start of the text after it. It corrects the boundaries of
 * `Intl.Segmenter` (Unicode TR 29), which knows no abbreviations.
 */
export function continuesSentence(before: string, after: string, language: string): boolean {
  const next = after.trimStart();
  if (/\.$/.test(before) && /^\p{L}/u.test(after)) return true; // ".NET", "example.org": no space, no end
  if (/\S$/.test(before) && /^[+\\/$^=<>|&%@~_]/.test(after)) return true; // “[^.]+”, “a.?b”: a formula goes on
  if (next === '') return false;
  const said = before.trimEnd();
  if (!/[\p{L}\p{N}]/u.test(said)) return true;
  return (
    CLOSING.test(next) ||
    endsInAbbreviation(said, next) ||
    endsInOrdinal(said, next, language) ||
    (INITIALS.test(said.slice(-14)) && !STARTERS.test(next)) ||
    LOWER_CASE.test(next) ||
    attributesQuotation(said, next) ||
    insideBrackets(said, next)
  );
}

/** How many marks at the start of `after` still belong to the sentence `before`: of emphasis, or a note's: “_He left._”, “closed.^1”. */
export function countEndMarks(before: string, after: string): number {
  return /\S$/.test(before) ? (END_MARKS.exec(after)?.[0].length ?? 0) : 0;
}

const END_MARKS = /^(?:[_*~]{1,3}|\^\d{1,3})(?=\s|$)/;
const CLOSING = /^[”’»)\]}.,;:!?…]/u;
const LOWER_CASE = /^[“"‘'(]?\p{Ll}/u;
const INITIALS = /(?:^|[\s(“"‘])(?:\p{L}\.)+$/u; // "J.", "U.S.", "D.C."

// Words that start a sentence and seldom follow an acronym inside one ("in the U.S. The office …").
const STARTERS =
  /^[“"‘(]?(?:The|This|That|These|Those|It|Its|He|She|They|We|You|In|On|At|As|If|But|And|Or|So|For|From|By|To|With|While|When|Where|What|Who|Why|How|However|Although|Though|Since|After|Before|Both|Many|Some|Most|Such|There|Here|His|Her|Their|Our|Not|No|Now|Then|Meanwhile|Moreover|Instead|Still|Yet|Despite|Unlike|Under|Other|Another|A|An)\b/u;

const ALWAYS_CONTINUE = new Set(
  'mr mrs ms dr prof gen sen rep gov lt col sgt capt maj adm cmdr amb hon rev fr st mt messrs vs e.g i.e cf viz approx dept est mme mlle mio mrd bzw z.b d.h u.a i.d.r ca abs'.split(
    ' ',
  ),
);
const CONTINUE_BEFORE_NUMBER = new Set(
  'no nos nr art fig figs p pp vol vols ch sec para jan feb mar apr jun jul aug sep sept oct nov dec ca'.split(
    ' ',
  ),
);
const CONTINUE_BEFORE_NAME = new Set('inc ltd co corp bros jr sr univ ave blvd'.split(' '));

/** Whether a full stop belongs to an abbreviation: "Dr. Smith", "No. 10", "Smith Jr. was". */
function endsInAbbreviation(said: string, next: string): boolean {
  const word = /(?:^|[\s(“"‘[_*])([\p{L}.]{1,7})\.$/u.exec(said.slice(-12))?.[1]?.toLowerCase();
  if (word === undefined) return false;
  if (ALWAYS_CONTINUE.has(word)) return true;
  if (CONTINUE_BEFORE_NUMBER.has(word)) return /^[\p{N}(]/u.test(next);
  return CONTINUE_BEFORE_NAME.has(word) && !STARTERS.test(next) && /^[\p{Ll}&,(]/u.test(next);
}

const REPORTING =
  /^(?:\p{Lu}[\p{L}’'.-]*\s+){1,4}(?:said|says|told|tells|asked|asks|added|adds|wrote|writes|argued|argues|warned|warns|replied|noted|notes|insisted|insists|continued)\b/u;

/** Whether a quotation is followed by its attribution: `“Why now?” Macron asked.` is one sentence. */
function attributesQuotation(said: string, next: string): boolean {
  return /[!?…][”"’]$/u.test(said) && REPORTING.test(next);
}

const MAX_BRACKET = 300; // characters; a bracket open for longer has no closing one

/** Whether a boundary is inside brackets, which belong to one sentence: "(It did not. Nobody said why.)" */
function insideBrackets(said: string, next: string): boolean {
  const open = Math.max(said.lastIndexOf('('), said.lastIndexOf('['));
  if (open <= 0 || said.length - open > MAX_BRACKET) return false;
  return !/[)\]]/.test(said.slice(open)) && /[)\]]/.test(next);
}
