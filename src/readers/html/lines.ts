import { Parser } from 'htmlparser2';
import { tidyText } from '../clean/readable-text.ts';
import { BLOCKS } from './page-events.ts';
import { createTable, type Table } from './table.ts';

const LINE = new Set(['br', 'li', 'dt', 'dd']);

/** The text of clean markup: paragraphs separated by an empty line; items, rows and broken lines each on a line. */
export function markupLines(markup: string): string {
  const outs: string[][] = [[]]; // that of the page, and those of the open cells of tables
  const tables: Table[] = [];
  let preformatted = 0;
  let controls = 0; // open buttons, which are no text
  const say = (text: string) => outs.at(-1)?.push(text);
  const mark = (name: string) => {
    if (LINE.has(name)) say('\n');
    else if (BLOCKS.has(name)) say('\n\n');
  };
  const parser = new Parser(
    {
      onopentag(name) {
        const table = tables.at(-1);
        mark(name);
        if (name === 'pre') preformatted++;
        if (name === 'button') controls++;
        if (name === 'table') tables.push(createTable(outs.length));
        else if (table?.open(name)) outs.push([]);
      },
      ontext: (text) => controls > 0 || say(preformatted > 0 ? text : text.replace(/[\t\n\f\r ]+/g, ' ')),
      onclosetag(name) {
        const table = tables.at(-1);
        if (name === 'pre') preformatted--;
        if (name === 'button') controls--;
        if (table?.close(name)) table.add(tidyText(outs.splice(table.depth).flat().join('')));
        if (name === 'table' && tables.pop()) say(`\n\n${table?.text()}`);
        if (name !== 'br') mark(name);
      },
    },
    { decodeEntities: true },
  );
  parser.end(markup);
  return tidyText(outs.flat().join(''));
}
