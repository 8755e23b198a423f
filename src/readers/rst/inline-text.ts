/** The texts that names between bars stand for, by their names in lower case. */
export type Substitutions = ReadonlyMap<string, string>;

/** What a line of reStructuredText shows: text without its markup, links as their text, without the marks of footnotes. */
export function inlineText(source: string, substitutions: Substitutions = new Map()): string {
  return source.replace(MARKUP, (...found) => {
    const { code, role, content, target, link, citation, strong, emphasis, escaped, substitute, word } =
      found.at(-1) as Partial<Record<string, string>>;
    if (code !== undefined) return code;
    if (content !== undefined) return roleText(role ?? '', content);
    if (link !== undefined) return linkText(link);
    if (substitute !== undefined) return substitutions.get(substitute.toLowerCase()) ?? substitute;
    return target ?? citation ?? strong ?? emphasis ?? escaped?.trim() ?? word ?? '';
  });
}

const LETTER = '\\p{L}\\p{M}\\p{N}_';
const ROLE = '[\\w.:+-]{1,60}';
const MARKUP = new RegExp(
  [
    '``(?<code>(?:[^`]|`(?!`)|`(?=``))+)``(?!`)',
    `(?<![${LETTER}]):(?<role>${ROLE}):\`(?<content>[^\`]+)\``,
    `(?<![${LETTER}])_\`(?<target>[^\`]+)\``,
    `\`(?<link>[^\`]+)\`(?:__?|:${ROLE}:)?`,
    `\\s?\\[(?:\\d{1,3}|#[\\w.-]{0,60}|\\*)\\]_(?![${LETTER}])`,
    `(?<citation>\\[\\p{L}[\\p{L}\\p{N}_.:-]{0,60}\\])_(?![${LETTER}])`,
    `(?<![${LETTER}*])\\*\\*(?<strong>\\S(?:[^*]*[^*\\s])?)\\*\\*(?![${LETTER}])`,
    `(?<![${LETTER}*])\\*(?<emphasis>[^\\s*](?:[^*]*[^*\\s])?)\\*(?![${LETTER}*])`,
    '\\\\(?<escaped>[\\s\\S]|$)',
    `(?<![${LETTER}])\\|(?<substitute>\\p{L}[^|\\n]{0,40})\\|(?:__?)?(?![${LETTER}])`,
    `(?<![${LETTER}\`.-])(?<word>\\p{L}[\\p{L}\\p{M}\\d-]*)__?(?![${LETTER}\`(])`,
  ].join('|'),
  'gu',
);
const TARGET = /(?<!\s)\s*<([^<>]*)>$/;
const ESCAPED = /\\([\s\S])/g;

/** A link without a text of its own shows where it leads. */
function linkText(link: string): string {
  return (link.replace(TARGET, '').trim() || link.replace(TARGET, '$1')).replace(ESCAPED, '$1');
}

/** `:pep:` and `:rfc:` show what they refer to; others show their text, or the last part of a name behind a tilde. */
function roleText(role: string, content: string): string {
  const text = content.replace(TARGET, '').replace(ESCAPED, '$1');
  if (/^(?:pep|rfc)$/.test(role) && text === content)
    return `${role.toUpperCase()} ${text.replace(/#.*$/, '')}`;
  return text.startsWith('~') ? (text.split('.').at(-1) ?? text) : text.replace(/^!/, '');
}
