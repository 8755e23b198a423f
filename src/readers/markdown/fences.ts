/** A stretch of Markdown: fenced code, fences included, or what is between. */
interface Stretch {
  readonly isCode: boolean;
  readonly text: string;
}

const FENCE = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\n]*)$/;

/** Changes all of a Markdown source except its fenced code. */
export function replaceOutsideFences(source: string, replace: (text: string) => string): string {
  return splitFences(source)
    .map(({ isCode, text }) => (isCode ? text : replace(text)))
    .join('\n');
}

function splitFences(source: string): Stretch[] {
  const stretches: { isCode: boolean; lines: string[] }[] = [{ isCode: false, lines: [] }];
  let open: string | null = null;
  for (const line of source.split('\n')) {
    const [, mark = '', rest = ''] = FENCE.exec(line) ?? [];
    const opens = open === null && mark !== '' && !(mark.startsWith('`') && rest.includes('`'));
    if (opens) stretches.push({ isCode: true, lines: [] });
    stretches.at(-1)?.lines.push(line);
    const closes: boolean = open !== null && mark.startsWith(open) && rest.trim() === '';
    if (opens) open = mark;
    if (!closes) continue;
    open = null;
    stretches.push({ isCode: false, lines: [] });
  }
  return stretches
    .filter(({ lines }) => lines.length > 0)
    .map(({ isCode, lines }) => ({ isCode, text: lines.join('\n') }));
}
