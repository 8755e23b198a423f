import { parseLooseYaml } from '../../core/library/sources/yaml-file.ts';

/** A notation of front matter. */
export interface Notation {
  /** The line above and below it. */
  readonly fence: string;
  readonly closing: RegExp;
  /** Matches a key at the start of a line, up to its value. */
  readonly key: RegExp;
  /** Matches the line that opens a table, after which no key is a document's own; null if there are none. */
  readonly table: RegExp | null;
  /** Returns what parses one key with its value; a value that breaks the notation's rules is its words. */
  load(): Promise<(source: string, key: string) => unknown>;
}

const YAML: Notation = {
  fence: '---',
  closing: /^(?:---|\.\.\.)\s*$/,
  key: /^(["']?[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,60}["']?)[ \t]*:(?=\s|$)/u,
  table: null,
  load: async () => (source, key) => {
    const written = source.replace(/\t/g, '  ');
    const read = parseLooseYaml(written);
    return read !== null && typeof read === 'object'
      ? Object.values(read)[0]
      : plainValue(written, key.length);
  },
};

const TOML: Notation = {
  fence: '+++',
  closing: /^\+\+\+\s*$/,
  key: /^\s*(["']?[\w-]{1,60}["']?)\s*=(?!=)/,
  table: /^\s*\[/,
  async load() {
    const { parse } = await import('smol-toml');
    return (source) => {
      try {
        const [value] = Object.values(parse(source));
        return value instanceof Date ? value.toISOString() : value;
      } catch {
        return plainValue(source.replace('=', ':'), 0);
      }
    };
  },
};

export const NOTATIONS: readonly Notation[] = [YAML, TOML];

/** The words of a value that its author should have quoted: a colon in a title, a quotation mark within. */
function plainValue(source: string, keyLength: number): string {
  const value = source
    .slice(source.indexOf(':', keyLength) + 1)
    .replace(/\s+/g, ' ')
    .trim();
  const [, mark, inside] = /^(["'])(.*)\1$/.exec(value) ?? [];
  return mark && inside !== undefined ? inside.replaceAll(mark + mark, mark) : value;
}
