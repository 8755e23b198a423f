/** HTML that is safe to send: whatever text was put into it is escaped. */
export interface Markup {
  readonly markup: string;
}

/** What can be put into HTML, between tags or between the quotation marks of an attribute. */
export type Part = string | number | Markup | readonly Part[];

/** Writes HTML: the parts of the template are escaped unless they are HTML already. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: String.raw({ raw: template }, ...parts.map(write)) };
}

/** Text that is put into HTML as it stands; only for what the program itself contains. */
export function raw(markup: string): Markup {
  return { markup };
}

function write(part: Part): string {
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(write).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};
