import { Parser } from 'htmlparser2';
import { tidyText } from '../clean/readable-text.ts';
import { isElement, isText, type PageElement, type PageNode } from './page-element.ts';
import { BLOCKS } from './page-events.ts';
import { createTable, type Span, type Table } from './table.ts';

/** The text of clean markup: paragraphs separated by an empty line; items, rows and broken lines each on a line. */
export function markupLines(markup: string): string {
  const lines = createLines();
  const parser = new Parser(
    {
      onopentag: (name, { colspan, rowspan }) => lines.open(name, { colspan, rowspan }),
      ontext: lines.text,
      onclosetag: lines.close,
    },
    { decodeEntities: true },
  );
  parser.end(markup);
  return lines.result();
}

/** The text of an element in a document, as `markupLines` writes it. */
export function elementLines(element: PageElement): string {
  const lines = createLines();
  const tell = (node: PageNode) => {
    if (isText(node)) lines.text(node.textContent ?? '');
    if (!isElement(node)) return;
    lines.open(node.localName, spansOf(node));
    for (let child = node.firstChild; child !== null; child = child.nextSibling) tell(child);
    lines.close(node.localName);
  };
  tell(element);
  return lines.result();
}

const LINE = new Set(['br', 'li', 'dt', 'dd']);

/** The attributes of a cell that say over how much it spreads. */
interface Spans {
  readonly colspan?: string | null | undefined;
  readonly rowspan?: string | null | undefined;
}

function spansOf(element: PageElement): Spans {
  if (element.localName !== 'td' && element.localName !== 'th') return {};
  return { colspan: element.getAttribute('colspan'), rowspan: element.getAttribute('rowspan') };
}

function parseSpan({ colspan, rowspan }: Spans): Span {
  const count = (value: string | null | undefined) => Math.max(1, Number.parseInt(value ?? '1', 10) || 1);
  return { columns: count(colspan), rows: count(rowspan) };
}

function createLines() {
  const outs: string[][] = [[]]; // that of the page, and those of the open cells of tables
  const tables: Table[] = [];
  let preformatted = 0;
  let controls = 0; // open buttons, which are no text
  const say = (text: string) => outs.at(-1)?.push(text);
  const mark = (name: string) => {
    if (LINE.has(name)) say('\n');
    else if (BLOCKS.has(name)) say('\n\n');
  };
  return {
    open(name: string, spans: Spans) {
      const table = tables.at(-1);
      mark(name);
      if (name === 'pre') preformatted++;
      if (name === 'button') controls++;
      if (name === 'table') tables.push(createTable(outs.length));
      else if (table?.open(name, parseSpan(spans))) outs.push([]);
    },
    text(text: string) {
      if (controls === 0) say(preformatted > 0 ? text : text.replace(/[\t\n\f\r ]+/g, ' '));
    },
    close(name: string) {
      const table = tables.at(-1);
      if (name === 'pre') preformatted--;
      if (name === 'button') controls--;
      if (table?.close(name)) table.add(tidyText(outs.splice(table.depth).flat().join('')));
      if (name === 'table' && tables.pop()) say(`\n\n${table?.text()}`);
      if (name !== 'br') mark(name);
    },
    result: () => tidyText(outs.flat().join('')),
  };
}
