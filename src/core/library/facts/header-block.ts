import type { Slice } from '../../text/slice.ts';

/** The lines at a document's beginning that say what it is: `Feature Name: x`, `Created: 14-Jun-2001`, `Status | Draft`. */
export interface HeaderBlock extends Slice {
  /** The values by their labels, both as written, in order. */
  readonly fields: readonly (readonly [label: string, value: string])[];
}

// What proposals, memos and records say of themselves. Minutes have other labels beside their date: who was present.
const OWN = new RegExp(
  `^(?:${[
    '(?:feature )?name|(?:short |full |working )?title|subject|re|betreff|objet|asunto|oggetto|assunto|onderwerp|temat',
    '(?:swift |draft |design )?proposal|(?:rfc|pep|eip|erc|kep|adr|bip|sip|dip|nep|jep|sep|tip|aip|cip)(?: ?(?:pr|number|no\\.?|id|#))?|id|number|document(?: (?:number|no\\.?|id))?|reference|ref\\.?',
    '(?:co-?|lead |primary |original |proposal )?authors?|champions?|owners?|(?:review|document|project|release) managers?|reviewers?|approvers?|shepherds?|sponsors?|(?:bdfl-|pep-)?delegates?|editors?|maintainers?|contacts?|implementers?|deciders?|participating (?:groups?|sigs?)|owning sig|from|to|cc|bcc|sender|recipients?|autor(?:en|a)?|auteurs?|autore?s?|verfasser(?:in)?|von|an',
    '(?:(?:current|proposal|implementation|review) )?status|state|stage|decision|type|category|layer|track|area|scope|components?|topics?|tags?|keywords?|labels?|priority|version|(?:rust|python|php|swift|target|milestone|language|spec)[ -]version|upcoming feature flag|feature flag|milestones?|target(?: release| milestone)?|release|resolution|classification|license|licence|copyright|language|content-type',
    '(?:previous|next|related|relevant|prior) (?:proposals?|revisions?|versions?|links?|issues?|rfcs?)|requires|replaces|supersedes|superseded[ -]by|superseded|obsoletes|updates|depends on|see also',
    '(?:[\\p{L}.]{2,20} )?(?:tracking )?(?:issues?|pull requests?|prs?|bugs?|repo(?:sitory)?|implementations?)|jira|discussions?(?:-to| thread| at| link)?|discussion link|(?:forum|pitch|review|reviews|acceptance) ?(?:threads?|links?)?|mailing list|post-history|links?|url|website|source|tracking',
    '(?:start|creation|created|last|last updated|last modified|submission|publication|issue|decision|approval|acceptance|effective|due|end|release|meeting)[ -]?date|date(?: (?:created|updated|published|issued|submitted|proposed|accepted|started|of (?:issue|publication|creation)))?|created(?: (?:on|at))?|(?:last[ -])?(?:updated|modified|reviewed|changed)(?: (?:on|at))?|published(?: (?:on|at))?|submitted(?: (?:on|at))?|proposed|accepted(?: on)?|issued|started|drafted|datum|fecha|data|erstellt(?: am)?|日付|作成日|日期|날짜|작성일',
  ].join('|')})$`,
  'iu',
);
const FIELD = /^(?:[-*•·]\s+)?\**([\p{L}\d#][\p{L}\d ./()#’'-]{0,40}?)\**(?: ?[:：]\**| \|)(?:\s+(.*)|)$/u;
const REACH = 3; // blocks of lines among which the header is: a heading and a note may stand above it
const LONGEST = 60; // lines of it
const LINE = 300; // characters of a line; a longer one is prose

/** Finds the header in a text; null if its first lines are none. */
export function findHeaderBlock(text: string): HeaderBlock | null {
  const head = text.slice(0, LINE * LONGEST);
  for (const { start, end } of headBlocks(head)) {
    const found = readBlock(head.slice(start, end));
    if (found) return { start, end: start + found.length, fields: found.fields };
  }
  return null;
}

function headBlocks(head: string): Slice[] {
  const blocks: Slice[] = [];
  for (const { 0: block, index } of head.matchAll(/\S[^\n]*(?:\n(?!\s*(?:\n|$))[^\n]*)*/g)) {
    blocks.push({ start: index, end: index + block.length });
    if (blocks.length === REACH) break;
  }
  return blocks;
}

function readBlock(block: string): { readonly length: number; readonly fields: [string, string][] } | null {
  const lines = block.split('\n');
  const fields: [string, string][] = [];
  let own = 0;
  let others = 0;
  for (const line of lines) {
    const [, label = '', value = ''] = line.length <= LINE ? (FIELD.exec(line.trim()) ?? []) : [];
    const isOwn = OWN.test(label.trim());
    const last = fields.at(-1);
    if (isOwn) own++;
    else others += label !== '' || last === undefined || !goesOn(line) ? 1 : 0;
    if (label !== '') fields.push([label.trim(), value.replace(/^\|\s*|\s*\|$/g, '').trim()]);
    else if (last) last[1] = `${last[1]} ${line.trim()}`.trim();
  }
  return own >= 2 && own > others ? { length: block.length, fields } : null;
}

/** A line of a list of names or links goes on a field's value; a sentence does not. */
function goesOn(line: string): boolean {
  return !/\p{L}{2}[.!?]$/u.test(line.trim()) && line.trim().split(/\s+/).length <= 12;
}
