/** The classes of some style sheets whose text is not what it would be without them. */
export interface StyleClasses {
  readonly struck: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** Set above the line. */
  readonly raised: ReadonlySet<string>;
  /** Set below the line. */
  readonly lowered: ReadonlySet<string>;
}

/** Reads the classes that style sheets in CSS strike out, hide, raise and lower. */
export function readStyleClasses(sheets: string): StyleClasses {
  const rules = sheets.split('}');
  const classesWith = (declares: (rule: string) => boolean) =>
    new Set(rules.filter(declares).flatMap(classesOf));
  return {
    struck: classesWith((rule) => /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(rule)),
    hidden: classesWith((rule) => /display\s*:\s*none|visibility\s*:\s*hidden/i.test(rule)),
    raised: classesWith((rule) => scriptOf(rule) === 'sup'),
    lowered: classesWith((rule) => scriptOf(rule) === 'sub'),
  };
}

/** Whether an element has one of some classes. */
export function hasClass(classes: string | undefined, known: ReadonlySet<string>): boolean {
  return known.size > 0 && (classes ?? '').split(/\s+/).some((each) => known.has(each));
}

/** How declarations set text off its line: by name, or small and moved up or down. */
export function scriptOf(declarations: string): 'sup' | 'sub' | null {
  const named = /vertical-align\s*:\s*(super|sub)(?![\w-])/i.exec(declarations)?.[1];
  if (named) return /super/i.test(named) ? 'sup' : 'sub';
  const [, side, sign] = /(?<![\w-])(top|bottom)\s*:\s*(-?)[\d.]+(?:em|ex|%|px|pt)/i.exec(declarations) ?? [];
  if (!side || !SMALL.test(declarations) || !/position\s*:\s*relative/i.test(declarations)) return null;
  return (side.toLowerCase() === 'top') === (sign === '-') ? 'sup' : 'sub';
}

const SMALL = /font-size\s*:\s*(?:0?\.\d+r?em|[1-9]\d(?:\.\d+)?%|smaller|(?:x{1,2}-)?small)/i;

/** The classes of a rule that apply to them alone, whatever is around the element. */
function classesOf(rule: string): readonly string[] {
  const selectors = rule.slice(0, rule.lastIndexOf('{'));
  return selectors.split(',').flatMap((selector) => /^\s*[a-z\d]*\.([\w-]+)\s*$/i.exec(selector)?.[1] ?? []);
}
