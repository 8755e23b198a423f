import { fromUpdate } from '../../core/text/date-labels.ts';
import type { PageEvents } from './page-events.ts';

const LINE = 100; // characters after which a date is too far from its label
const MOST = 10; // such lines

/** Collects the lines of a page that say when it was changed last, wherever they stand: “Last Update: May 22, 2024”. */
export function createUpdateCollector(): PageEvents & { readonly updates: readonly string[] } {
  const updates: string[] = [];
  let open: string | null = null;
  const end = () => {
    if (open !== null && /\d/.test(open)) updates.push(open);
    open = null;
  };
  return {
    updates,
    open() {},
    text(text) {
      const line = text.replace(/\s+/g, ' ').trim();
      if (open !== null) open = `${open} ${line}`;
      else if (updates.length < MOST && line.length < LINE && isUpdate(line)) open = line;
      if (open !== null && (open.length > LINE || /\d{4}/.test(open))) end();
    },
    close() {},
  };
}

const SUBJECT = /^(?:(?:this |the )?(?:page|document|article|content|site|information) (?:was |is )?)/i;

function isUpdate(line: string): boolean {
  const said = line.replace(SUBJECT, '');
  return said !== '' && fromUpdate(said) === said;
}
