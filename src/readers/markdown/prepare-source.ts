import { removeTemplateTags } from '../clean/template-tags.ts';
import { removeComponents } from './components.ts';
import { removeDirectives } from './directives.ts';
import { replaceOutsideFences } from './fences.ts';
import { joinLoweredDigits } from './lowered-digits.ts';
import { removeNoteMarks } from './note-marks.ts';

const CALLOUT = /^((?:[ \t]*>)+[ \t]*)\[![\w -]{1,40}\][-+]?[ \t]*(.*)$/gm;
const FOOTNOTE = /^\[\^[^\]\s]{1,40}\]:[ \t]+/gm;

/** Brings dialects of Markdown closer to what every Markdown has: template tags, components, directives, callouts, footnotes and marks of notes, broken formulas. */
export function prepareSource(source: string, isMdx: boolean): string {
  return replaceOutsideFences(source, (text) => {
    const plain = removeTemplateTags(isMdx ? removeComponents(text) : text, 'markdown');
    return joinLoweredDigits(removeDirectives(removeNoteMarks(plain)))
      .replace(CALLOUT, (_, quote: string, title: string) => `${quote}${title}\n${quote.trimEnd()}`)
      .replace(FOOTNOTE, '\n');
  });
}
