import { inlineText, type Substitutions } from './inline-text.ts';
import { takeIndented } from './lines.ts';

const LONGEST = 200; // characters of a text that is put in for a name, wherever that stands

/** Finds what names between bars stand for: `.. |name| replace:: text`. */
export function findSubstitutions(lines: readonly string[]): Substitutions {
  const found = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    const [, name, text = ''] = /^\.\. +\|([^|]{1,60})\| +replace::(?: +(.*))?$/.exec(line) ?? [];
    if (name === undefined) continue;
    const whole = [text, ...takeIndented(lines, at + 1).lines].map((part) => part.trim()).join(' ');
    const shown = inlineText(whole.trim());
    if (shown !== '' && shown.length <= LONGEST) found.set(name.toLowerCase(), shown);
  }
  return found;
}
