import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { writeExport } from '../../../../src/core/replies/export/formats.ts';
import { exportOf, type Written } from './made-export.ts';
import { parseBibtex } from './parse-bibtex.ts';

const HOSTILE = fc.constantFrom(
  ...['{', '}', '\\', '\\}', '{{{', '%', '\n\n', '@online{x,', '"', "'", '<script>alert(1)</script>', '-->'],
  ...[
    '<img src=x onerror=alert(1)>',
    '&lt;',
    '&#x3c;b&#x3e;',
    '</title>',
    '</style>',
    '](javascript:alert(1))',
  ],
  ...[
    '```',
    '~~~',
    '> ',
    '# ',
    '[a](http://x.example)',
    '![](http://x.example)',
    '<http://x.example>',
    '\u202E',
  ],
  ...[
    '\u0000',
    '\u001B[31m',
    '\u009B31m',
    '\uD800',
    '\u2028',
    '|',
    '$',
    '#',
    '&',
    '_',
    '^',
    '~',
    '1. ',
    '- ',
  ],
);
const words = fc
  .array(fc.oneof(HOSTILE, fc.string(), fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const url = fc.oneof(
  fc.webUrl({ withFragments: true }),
  words,
  words.map((tail) => `https://x.example/${tail}`),
);
const written: fc.Arbitrary<Written> = fc.record({
  ...{ title: words, text: words, document: words, headline: words },
  ...{
    author: maybe(words),
    publisher: maybe(words),
    label: maybe(words),
    place: maybe(words),
    url: maybe(url),
  },
});

const always = (check: (given: Written) => void) => fc.assert(fc.property(written, check), { numRuns: 300 });

test('whatever a document says, BibTeX has one entry with balanced braces and no command of its own', () => {
  always((given) => {
    const [entry, ...others] = parseBibtex(writeExport(exportOf(given), 'bibtex').text);
    expect(others).toEqual([]);
    for (const [name, value] of Object.entries(entry?.fields ?? {})) {
      if (name === 'url') continue; // it is read verbatim
      expect(value.replace(COMMAND, '·').replace(/^\{(.*)\}$/s, '$1')).not.toMatch(
        /[\\{}%$#&_^~`<>|\n]|--|''/,
      );
    }
  });
});

const COMMAND =
  /\{\\text(?:backslash|braceleft|braceright|asciitilde|asciicircum|asciigrave|less|greater|bar)\}|\{\}|\\[&%$#_]/g;

test('whatever a document says, the page has no tag but its own', () => {
  always((given) => {
    const tags = new Set<string>();
    const attributes = new Set<string>();
    const links: string[] = [];
    const parser = new Parser({
      onopentag(tag, attribs) {
        tags.add(tag);
        for (const attribute of Object.keys(attribs)) attributes.add(attribute);
        if (attribs.href !== undefined) links.push(attribs.href);
      },
      oncomment: () => tags.add('comment'),
    });
    parser.end(writeExport(exportOf(given), 'html').text);
    expect([...tags].filter((tag) => !OWN_TAGS.has(tag))).toEqual([]);
    expect([...attributes].filter((attribute) => !OWN_ATTRIBUTES.has(attribute))).toEqual([]);
    for (const link of links) expect(link).toMatch(/^https?:/i);
  });
});

const OWN_TAGS = new Set([
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'h1', 'h2', 'p', 'blockquote', 'span', 'strong', 'a'],
  ...['ol', 'li', 'br', 'footer'],
]);
const OWN_ATTRIBUTES = new Set([
  ...['lang', 'charset', 'http-equiv', 'content', 'name', 'dir', 'class', 'href', 'rel', 'value'],
]);

test('whatever a document says, JSON and CSL parse, keep the excerpt, and act on no terminal', () => {
  always((given) => {
    const [json, csl] = (['json', 'csl'] as const).map((format) => writeExport(exportOf(given), format).text);
    expect(JSON.parse(json ?? '').excerpts[0].text).toBe(given.text);
    expect(JSON.parse(csl ?? '')).toHaveLength(1);
    for (const text of [json, csl])
      expect(text?.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });
});

test('whatever a document says, Markdown has the lines of its own and no markup besides', () => {
  always((given) => {
    const text = writeExport(exportOf(given), 'md').text;
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    const [quotation, ...others] = text.split('\n').filter((line) => line.startsWith('> '));
    expect(others).toEqual([]);
    const own = text.replace(/\\[\\`*_[\]<>#|~&!${}^=:@+.)-]/g, '').replace(/\[1\]\(<[^<>\s]*>\)/g, '');
    const body = own
      .split('\n')
      .map((line) => line.replace(/^(?:# |## Sources|> |1\. )|address: <[^<>\s]*>/, ''));
    expect(body.join('\n').replaceAll('**', '')).not.toMatch(/[\\`_[\]<>#|~!${}^=]|&(?!\s)|\*/);
    expect(quotation).toBeDefined();
  });
});
