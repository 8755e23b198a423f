import { displayable } from '../../text/displayable.ts';
import type { Exported, ExportedSource } from './exported.ts';
import { addressOf, keyOf, proofOf, quotationsOf } from './reference.ts';

/**
 * Formats the sources of an answer as BibTeX in UTF-8, with the quotations in `annote`, which Zotero makes a note of. An
 * entry is `@online` if its document has an address, otherwise `@misc`: what else it may be is not known.
 */
export function toBibtex(exported: Exported): string {
  return exported.sources.map((source) => `${entry(exported, source)}\n`).join('\n');
}

function entry(exported: Exported, source: ExportedSource): string {
  const { title, author, publisher, published, language, tags } = source;
  const address = addressOf(source);
  const fields: readonly (readonly [string, string | null])[] = [
    ['title', inOnePiece(title)], // readers would put other letters into lower case
    ['author', author && inOnePiece(author)], // which part is the family name is not known
    ['organization', publisher && inOnePiece(publisher)], // “and” would make two of it
    ['date', published],
    ['url', address?.replace(/[{}\\]/g, encodeURIComponent) ?? null],
    ['urldate', exported.accessed],
    ['language', language],
    ['keywords', tags === undefined ? null : toLatex(tags.join(', '))],
    ['note', toLatex(proofOf(source))],
    ['annote', toLatex(quotationsOf(exported, source))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@${address === null ? 'misc' : 'online'}{${keyOf(source)},`, ...lines, '}'].join('\n');
}

function inOnePiece(text: string): string {
  return `{${toLatex(text)}}`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}', // BibTeX counts braces, escaped ones too
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '`': '{\\textasciigrave}',
  '<': '{\\textless}', // in the oldest encoding of fonts, these three are other characters
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  ...{ '&': '\\&', '%': '\\%', $: '\\$', '#': '\\#', _: '\\_' },
};

/** A text that LaTeX shows as it is. */
function toLatex(text: string): string {
  return displayable(text)
    .toWellFormed()
    .replace(/[\\{}~^`<>|&%$#_]/g, (character) => SPECIAL[character] ?? '')
    .replace(/([-'])(?=\1)/g, '$1{}'); // two of them would become one other
}
