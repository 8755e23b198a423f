import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** Reads what Obsidian adds to Markdown: comments, links by name, and notes or pictures set into a note. */
export function readObsidian(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'comment', blockComment, { alt: ['paragraph', 'blockquote', 'list'] });
  markdown.inline.ruler.before('link', 'comment', comment);
  markdown.inline.ruler.before('link', 'wikilink', wikilink);
  markdown.inline.ruler.before('link', 'formula', formula);
}

/** The lines from one that begins with %% to one that ends with it. */
function blockComment(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const textOf = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  const first = textOf(start);
  if (!first.startsWith('%%') || first.indexOf('%%', 2) !== -1) return false;
  for (let line = start + 1; line < end; line++) {
    if (!textOf(line).includes('%%')) continue;
    if (!silent) state.line = line + 1;
    return true;
  }
  return false;
}

function comment(state: StateInline): boolean {
  if (!state.src.startsWith('%%', state.pos)) return false;
  const close = state.src.indexOf('%%', state.pos + 2);
  if (close === -1) return false;
  state.pos = close + 2;
  return true;
}

// After a link in single brackets comes its address; "[[1]](…)" is one.
const WIKILINK = /(!?)\[\[([^[\]|\n]{1,300})(?:\\?\|([^[\]\n]{0,300}))?\]\](?!\()/y;

function wikilink(state: StateInline, silent: boolean): boolean {
  WIKILINK.lastIndex = state.pos;
  const [written, embeds, name = '', alias] = WIKILINK.exec(state.src) ?? [];
  if (written === undefined) return false;
  if (!silent) {
    const token = state.push(embeds ? 'image' : 'text', '', 0);
    token.content = embeds ? '' : alias?.trim() || nameOf(name);
  }
  state.pos += written.length;
  return true;
}

/** "Plans/Pier#Costs" is the note "Pier"; "#Costs" is a heading of the same note. */
function nameOf(target: string): string {
  const [path = '', heading = ''] = target.split('#');
  const note = path.split('/').at(-1)?.replace(/\.md$/i, '') ?? '';
  return (note || heading.replace(/^\^.*$/, '')).trim();
}

// As Pandoc has it: no space inside the dollars, no digit after them, so that sums of money are none.
const FORMULA = /\$\$[^$]{1,2000}\$\$|\$(?=[^\s$])[^$\n]{0,300}[^\s$\\]\$(?!\d)|\$[^\s$\d]\$(?!\d)/y;

/** Keeps a formula as it is written: its asterisks and underscores are no emphasis. */
function formula(state: StateInline, silent: boolean): boolean {
  FORMULA.lastIndex = state.pos;
  const [written] = FORMULA.exec(state.src) ?? [];
  if (written === undefined) return false;
  if (!silent) state.push('text', '', 0).content = written;
  state.pos += written.length;
  return true;
}
