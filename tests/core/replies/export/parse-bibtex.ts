/** An entry of a BibTeX file: its type, its key, and its fields as they are between their braces. */
export interface Entry {
  readonly type: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Parses BibTeX as its rules are: a value ends where its braces are balanced, whatever is escaped. Throws on anything else. */
export function parseBibtex(text: string): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray => {
    const found = new RegExp(pattern.source, 'yu');
    found.lastIndex = at;
    const match = found.exec(text);
    if (!match) throw new Error(`Expected ${pattern} at ${at}: ${text.slice(at, at + 40)}`);
    at = found.lastIndex;
    return match;
  };
  const value = (): string => {
    const start = at;
    for (let depth = 1; depth > 0; at++) {
      if (at >= text.length) throw new Error('A value does not end');
      if (text[at] === '{') depth++;
      if (text[at] === '}') depth--;
    }
    return text.slice(start, at - 1);
  };
  while (at < text.length) {
    const [, type = '', key = ''] = take(/\s*@([a-z]+)\{([^\s,{}%#"']+),\n/);
    const fields: Record<string, string> = {};
    while (text.startsWith('  ', at)) {
      const [, name = ''] = take(/ {2}([a-z]+) = \{/);
      fields[name] = value();
      take(/,\n/);
    }
    take(/\}\n+/);
    entries.push({ type, key, fields });
  }
  return entries;
}
