import { inlineText, type Substitutions } from './inline-text.ts';
import { indentOf, type Taken, takeBlock, takeIndented } from './lines.ts';

const FIELD = /^:([^:`\n]{1,60}):(?:\s+(.*))?$/;
const LABEL = /^\p{Lu}[\p{L}-]{1,24}:(?:\s|$)/u;
const LONGEST = 100; // lines of the header of a proposal

/** What fields tell Sphinx about a document, and nobody else. */
const OWN = /^(?:orphan|tocdepth|nosearch|nocomments)$/i;

/** Lines that stay lines: those of verses, the fields of a list, and the header of a proposal. */
export function readLines(lines: readonly string[], at: number, substitutions: Substitutions): Taken | null {
  const first = lines[at] ?? '';
  if (/^>>> /.test(first)) return { lines: [], end: takeBlock(lines, at).end };
  if (VERSE.test(first)) return readVerses(lines, at, substitutions);
  if (FIELD.test(first)) return readFields(lines, at, substitutions);
  return LABEL.test(first) ? readHeader(lines, at, substitutions) : null;
}

const VERSE = /^\|(?: |$)/;

/** A line that is indented goes on with the verse above. */
function readVerses(lines: readonly string[], at: number, substitutions: Substitutions): Taken {
  let end = at;
  while (VERSE.test(lines[end] ?? '') || /^ +\S/.test(lines[end] ?? '')) end++;
  const verses = lines.slice(at, end).join('\n').replace(/\n +/g, ' ').split('\n');
  return { lines: verses.map((verse) => inlineText(verse.slice(2), substitutions)), end };
}

/** Fields that are not filled in say nothing. */
function readFields(lines: readonly string[], at: number, substitutions: Substitutions): Taken {
  const written: string[] = [];
  let end = at;
  for (let field = FIELD.exec(lines[end] ?? ''); field; field = FIELD.exec(lines[end] ?? '')) {
    const [, name = '', own = ''] = field;
    const below = takeIndented(lines, end + 1);
    const shown = inlineText(joinValue([own, ...below.lines]), substitutions).trim();
    const label = inlineText(name.replace(/^(?:param|arg(?:ument)?) (?:\S+ )?/, ''), substitutions);
    if (shown !== '' && !OWN.test(name)) written.push(`${label}: ${shown}`);
    end = below.end;
  }
  return { lines: written, end };
}

/** A value that is a list of short items, such as authors, is written in one line. */
function joinValue(lines: readonly string[]): string {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  const isList = written.every((line) => /^[-*•] /.test(line));
  return isList ? written.map((line) => line.slice(2).trim()).join(', ') : written.join(' ');
}

function readHeader(lines: readonly string[], at: number, substitutions: Substitutions): Taken | null {
  const { lines: block, end } = takeBlock(lines, at, LONGEST);
  const isField = (line: string) => FIELD.test(line) || LABEL.test(line) || indentOf(line) > 0;
  if (block.length < 2 || block.length === LONGEST || !block.every(isField)) return null;
  const written = block.map((line) => inlineText(line.replace(FIELD, '$1: $2'), substitutions));
  return { lines: written.join('\n').replace(/\n\s+/g, ' ').split('\n'), end };
}
