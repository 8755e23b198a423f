import { Parser } from 'htmlparser2';
import { tidyText } from '../clean/readable-text.ts';

const APART = new Set(
  'p div section article main header footer nav aside blockquote pre hr h1 h2 h3 h4 h5 h6 ul ol dl table figure figcaption form address body head html title fieldset details summary caption'.split(
    ' ',
  ),
);
const LINE = new Set(['br', 'li', 'dt', 'dd', 'tr']);
const CELL = new Set(['td', 'th']);

/** The text of clean markup: paragraphs separated by an empty line; items, rows and broken lines each on a line. */
export function markupLines(markup: string): string {
  const out: string[] = [];
  let preformatted = 0;
  const mark = (name: string) => {
    if (APART.has(name)) out.push('\n\n');
    else if (LINE.has(name)) out.push('\n');
    else if (CELL.has(name)) out.push(' ');
  };
  const parser = new Parser(
    {
      onopentag(name) {
        mark(name);
        if (name === 'pre') preformatted++;
      },
      ontext: (text) => out.push(preformatted > 0 ? text : text.replace(/[\t\n\f\r ]+/g, ' ')),
      onclosetag(name) {
        if (name === 'pre') preformatted--;
        if (name !== 'br') mark(name);
      },
    },
    { decodeEntities: true },
  );
  parser.end(markup);
  return tidyText(out.join(''));
}
