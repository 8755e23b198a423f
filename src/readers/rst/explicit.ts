import { type Directive, parseDirective } from './directive.ts';
import { isBlank } from './lines.ts';

/** What `.. name:: argument` with its indented lines shows: the lines to read on, or nothing. */
export function shownOf(first: string, body: readonly string[]): readonly string[] {
  const note = /^\[(?:\d+|#[\w.-]*|\*|[\p{L}\p{N}_.:-]+)\]\s+(.*)$/u.exec(first)?.[1];
  if (note !== undefined) return isProse([note, ...body].join(' ')) ? [note, ...body] : [];
  const directive = parseDirective(first, body);
  return directive === null || HIDDEN.test(directive.name) ? [] : shownBy(directive);
}

/** A reference is an address with its title; a remark ends as a sentence does. */
function isProse(note: string): boolean {
  const words = note.replace(/`[^`]*`_*|(?<!\S)\S*?:\/\/\S*/g, '').trim();
  return words.split(/\s+/).length >= 8 && /[.!?)]$/.test(words);
}

function shownBy(directive: Directive): readonly string[] {
  const { name, argument, lead, content } = directive;
  const text = [...lead, ...content];
  const version = VERSIONS.get(name);
  if (version !== undefined) return versionNote(version, argument, text);
  if (argument === '' || WITHOUT_ARGUMENT.test(name) || isStyle(directive)) return text;
  return TEXT.test(name) ? [argument, ...text] : described(directive);
}

const HIDDEN =
  /^(?:code(?:-[\w-]+)?|sourcecode|highlight|parsed-literal|literalinclude|doctest|test\w+|prompt|ipython|math|raw|image|include|contents|toctree|sectnum|index|meta|default-role|role|tabularcolumns|graphviz|digraph|graph|plot|mermaid|uml|productionlist|canonical-[\w-]+|unicode|replace|date|target-notes|header|footer|title|currentmodule|program|auto\w+)$/;
const WITHOUT_ARGUMENT =
  /^(?:only|ifconfig|figure|container|rst-class|cssclass|compound|highlights|epigraph|pull-quote|grid|hlist|tab-set|tabs)$/;
const TEXT =
  /^(?:note|warning|tip|hint|important|caution|danger|attention|error|admonition|seealso|topic|sidebar|rubric|table|todo)$/;
const VERSIONS: ReadonlyMap<string, string> = new Map([
  ['versionadded', 'New in version'],
  ['versionchanged', 'Changed in version'],
  ['versionremoved', 'Removed in version'],
  ['deprecated', 'Deprecated since version'],
]);

/** `class` names how something looks, or a class that is described. */
function isStyle({ name, argument }: Directive): boolean {
  return name === 'class' && !/[\p{Lu}(.]/u.test(argument);
}

function versionNote(event: string, argument: string, text: readonly string[]): readonly string[] {
  const [, version = '', change] = /^(\S+)(?:\s+(.*))?$/.exec(argument) ?? [];
  const name = `${event} ${version}`.trim();
  const labelled = withLabel(name, change === undefined ? text : [change, ...text]);
  return labelled.length > 0 ? labelled : [`${name}.`];
}

/** An option or a function, of which lines below may give more forms, by its name before what is said of it. */
function described({ argument, lead, content }: Directive): readonly string[] {
  const isText = content.every(isBlank) || /[.!?]$/.test(lead.at(-1) ?? '');
  const names = isText ? [argument] : [argument, ...lead];
  return withLabel(names.map(asCode).join(', '), isText ? [...lead, ...content] : content);
}

/** A name is no markup, whatever its signs. */
function asCode(name: string): string {
  return name.includes('`') ? name.trim() : `\`\`${name.trim()}\`\``;
}

function withLabel(label: string, text: readonly string[]): readonly string[] {
  const at = text.findIndex((line) => !isBlank(line));
  if (at === -1) return [];
  const [first = '', ...rest] = text.slice(at);
  return NO_PARAGRAPH.test(first) ? [label, '', first, ...rest] : [`${label}: ${first}`, ...rest];
}

/** A line that begins a list, a table, a directive, code or fields. */
const NO_PARAGRAPH =
  /^(?:\s|\.\.\s|::|>>> |\|\s|\+-|==|[-*+•]\s|\(?(?:\d{1,3}|#)[.)]\s|:[^:`]{1,60}:(?:\s|$))/;
