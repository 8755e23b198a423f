import type { Attributes } from './page-events.ts';

const STRUCK = new Set(['del', 's', 'strike']);

/** Whether an element's text is struck out: by its name, its role, its style, or a class of which that is known. */
export function isStruck(
  name: string,
  { style = '', class: classes = '', role = '' }: Attributes,
  known: ReadonlySet<string>,
): boolean {
  return (
    STRUCK.has(name) ||
    role === 'deletion' ||
    /text-decoration[^;]*line-through/i.test(style) ||
    classes.split(/\s+/).some((each) => CLASS.test(each) || known.has(each))
  );
}

const CLASS = /^(?:(?:text-(?:decoration-)?)?line-through|strike|strikethrough|struck(?:-?out)?)$/i;

/** The classes whose text a page's own style sheets strike out. */
export function findStruckClasses(source: string): ReadonlySet<string> {
  const rules = source
    .split(/<style\b/i)
    .slice(1)
    .flatMap((part) => sheetOf(part).split('}'));
  return new Set(rules.filter((rule) => LINE_THROUGH.test(rule)).flatMap(classesOf));
}

function sheetOf(part: string): string {
  const [sheet = ''] = part.split(/<\/style/i, 1);
  return sheet.slice(sheet.indexOf('>') + 1);
}

const LINE_THROUGH = /text-decoration(?:-line)?\s*:[^;]*line-through/i;

/** The classes of a rule that apply to them alone, whatever is around the element. */
function classesOf(rule: string): readonly string[] {
  const selectors = rule.slice(0, rule.lastIndexOf('{'));
  return selectors.split(',').flatMap((selector) => /^\s*[a-z\d]*\.([\w-]+)\s*$/i.exec(selector)?.[1] ?? []);
}
