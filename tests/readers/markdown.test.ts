import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/text/user-error.ts';
import { markdownReader } from '../../src/readers/markdown/reader.ts';
import { documentReaderContract } from '../contracts/document-reader.ts';
import { goldenDocuments } from '../contracts/golden-documents.ts';
import { cpuTimeUntil } from '../fakes/cpu-time.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => markdownReader.read(utf8(text), 'a.md');

documentReaderContract({ reader: markdownReader, name: 'a.md', write: utf8 });
goldenDocuments(markdownReader);

describe('front matter', () => {
  test.each([
    ['a wrong date', 'title: A lamp\npublished: yesterday', 3, 'is not a date'],
    ['a day that is not', 'published: 2024-02-31', 2, 'is not a date'],
    ['an address that is none', 'url: javascript:alert(1)', 2, 'must be an http or https URL'],
    ['a language that is none', 'language: english', 2, 'is not a language code'],
    ['a list where a text belongs', 'title: [A, B]', 2, 'must be text'],
    ['broken YAML', 'title: "A lamp\nauthor: A', 3, 'closing'],
    ['a colon in the open', 'author: A\ntitle: The lamp: a story', 3, 'not allowed'],
    ['a key twice', 'title: A\ntitle: B', 3, 'unique'],
    ['an alias', 'author: *ada', 2, 'alias'],
  ])('is refused with its line: %s', async (_name, yaml, line, what) => {
    const refused = read(`---\n${yaml}\n---\n\nThe lamp was lit.`);
    await expect(refused).rejects.toBeInstanceOf(UserError);
    await expect(refused).rejects.toThrow(`has invalid front matter: line ${line}: `);
    await expect(refused).rejects.toThrow(what);
  });

  test('is refused when nothing ends it', async () => {
    await expect(read('---\ntitle: The lamp\n\nThe lamp was lit.')).rejects.toThrow('has no closing "---"');
  });

  test('may hold keys of other programs, and keys without a value', async () => {
    const { metadata } = await read('---\nlayout: post\nTags: { a: [b] }\nauthor:\n---\nThe lamp was lit.');
    expect(Object.values(metadata).every((value) => value === null)).toBe(true);
  });

  test('may end its lines as it likes', async () => {
    const { metadata, text } = await read('---\r\ntitle: The lamp\r\n---\r\nIt was lit.');
    expect([metadata.title, text]).toEqual(['The lamp', 'It was lit.']);
  });

  test('prefers `published` to `date`', async () => {
    const { metadata } = await read('---\ndate: 2024-01-01\npublished: 2023-12\n---\nThe lamp was lit.');
    expect(metadata.published).toBe('2023-12');
  });

  test.each(['---\n\nThe lamp was lit.\n\n---\n\nIt shone.', '---\nThe lamp was lit.'])(
    'is not a line between paragraphs: %j',
    async (source) => {
      expect((await read(source)).text).toContain('The lamp was lit.');
    },
  );
});

describe('the title', () => {
  test.each([
    ['# The lamp\n\nIt was lit.', 'The lamp', 'It was lit.'],
    ['The lamp\n===\n\nIt was lit.', 'The lamp', 'It was lit.'],
    ['It was lit.\n\n## The *lamp*\n\nIt shone.', 'The lamp', 'It was lit.\n\nThe lamp\n\nIt shone.'],
    ['# The lamp', 'The lamp', 'The lamp'],
    ['It was lit.', null, 'It was lit.'],
  ])('is the first heading: %j', async (source, title, text) => {
    expect(await read(source)).toMatchObject({ title, text });
  });

  test('leaves a heading in the text that says something else', async () => {
    const { text } = await read('---\ntitle: The lamp\n---\n# A storm\n\nIt was lit.');
    expect(text).toBe('A storm\n\nIt was lit.');
  });
});

describe('Markdown that nobody wrote by hand', () => {
  test.each([
    ['quotations in quotations', '> '.repeat(100_000)],
    ['lists in lists', '- '.repeat(100_000)],
    ['open brackets', '['.repeat(100_000)],
    ['open images', '![['.repeat(30_000)],
    ['open emphasis', '*a **b '.repeat(30_000)],
    ['open tags', '<a '.repeat(100_000)],
    ['open scripts', '<script>'.repeat(100_000)],
    ['a million ampersands', '&'.repeat(1_000_000)],
  ])('is read in good time: %s', async (_name, markup) => {
    const spent = await cpuTimeUntil(async () => {
      const found = await read(`The lamp was lit.\n\n${markup}`);
      expect(found.text).toContain('The lamp was lit.');
    });
    expect(spent).toBeLessThan(5000);
  });
});
