import { HEADING } from '../clean/readable-text.ts';

const CONTAINER = /^[ \t]*:{3,}[ \t]*(?:\{[^}\n]*\}|[\w-]*)(?:[ \t]+([^\n{]*)|\[([^\]\n]*)\])?[^\n]*$/gm; // Docusaurus, VuePress, Pandoc
const OPENING =
  /^(?:(?:!{3}|\?{3}\+?)[ \t]+[a-z-]+(?:[ \t]+inline)?(?:[ \t]+end)?(?:[ \t]+"([^"]*)")?|={3}[!+]?[ \t]+"([^"]*)")$/; // MkDocs
const COMMAND =
  /^[ \t]*(?:\\(?:newpage|pagebreak|clearpage|tableofcontents|maketitle)|\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\}|-{1,2}8<-{1,2}[^\n]*)[ \t]*$/gim;
const BLOCK_ID = /(?<=\S)[ \t]{1,3}\^[a-z\d-]{4,40}$/gim; // Obsidian

/** Removes the marks of containers, admonitions and tabs, but not their titles and text, and commands to a site's generator. */
export function removeDirectives(text: string): string {
  const plain = text
    .replace(CONTAINER, (_, title = '', label = '') => `\n${title}${label}\n`)
    .replace(COMMAND, '')
    .replace(BLOCK_ID, '');
  return unwrapAdmonitions(plain);
}

/** The text of an admonition is indented, as code is elsewhere. */
function unwrapAdmonitions(text: string): string {
  const open: number[] = []; // the indents of those that a line is in
  return text
    .split('\n')
    .map((line) => {
      const indent = line.search(/\S/);
      while (open.length > 0 && indent !== -1 && indent < (open.at(-1) ?? 0) + STEP) open.pop();
      const bare = open.length === 0 ? line : line.slice(Math.min(Math.max(indent, 0), open.length * STEP));
      const found = line.length < LONGEST ? OPENING.exec(line.trim()) : null;
      if (!found) return bare;
      open.push(indent);
      return `\n${headingOf(found[1] ?? found[2] ?? '')}\n`;
    })
    .join('\n');
}

/** The title of a box heads what is in it. */
function headingOf(title: string): string {
  return title === '' ? '' : `${title}${HEADING}`;
}

const STEP = 4; // spaces by which the text of one is indented
const LONGEST = 300; // characters of the line that opens one
