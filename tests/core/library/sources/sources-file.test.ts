import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSourcesFile } from '../../../../src/core/library/sources/sources-file.ts';
import { UserError } from '../../../../src/core/text/user-error.ts';
import { createFolder } from '../../../fakes/folder.ts';

function read(source: string) {
  return readSourcesFile(join(createFolder({ 'sources.yaml': source }), 'sources.yaml'));
}

function readEntry(entry: string) {
  return read(`a.txt: { ${entry} }`).then((known) => known['a.txt']);
}

describe('sources.yaml', () => {
  test('says what is known of each file', async () => {
    const entry =
      'title: Tides, publisher: Gazette, author: Ada Quill, published: 2031-05-04, url: "https://example.org/a?b", language: en';
    expect(await readEntry(entry)).toEqual({
      title: 'Tides',
      publisher: 'Gazette',
      author: 'Ada Quill',
      published: '2031-05-04',
      url: 'https://example.org/a?b',
      language: 'en',
    });
  });

  test('leaves unknown what it does not say', async () => {
    expect(await readEntry('publisher: Gazette')).toEqual({ publisher: 'Gazette' });
  });

  test('may name files in folders', async () => {
    expect(Object.keys(await read('old/a.txt: {}\nb.txt: {}'))).toEqual(['old/a.txt', 'b.txt']);
  });

  test('may be missing', async () => {
    expect(await readSourcesFile(join(createFolder(), 'sources.yaml'))).toEqual({});
  });

  test.each(['2031', '2031-05', '2031-05-04'])('takes a date as far as it is known: %s', async (date) => {
    expect(await readEntry(`published: ${date}`)).toMatchObject({ published: date });
  });

  test.each([
    ['a day that is no date', 'published: 4 May 2031'],
    ['a thirteenth month', 'published: 2031-13-01'],
    ['a thirty-second day', 'published: 2031-05-32'],
    ['an address that is none', 'url: example.org'],
    ['an address that runs', 'url: "javascript:alert(1)"'],
    ['an address of a file', 'url: "file:///etc/passwd"'],
    ['a language by name', 'language: English'],
    ['an empty title', 'title: ""'],
    ['a list', 'author: [Ada, Bo]'],
    ['an unknown key', 'date: 2031-05-04'],
    ['a grade that is none', 'grade: G2'],
    ['a tag of signs', 'tags: ["<b>"]'],
    ['too many tags', `tags: [${[...Array(21).keys()].join()}]`],
  ])('is refused with %s', async (_what, entry) => {
    await expect(readEntry(entry)).rejects.toThrow(UserError);
  });

  test('files and grades documents', async () => {
    const filed = { tags: ['primary', 'central bank'], grade: 'B2' };
    expect(await readEntry('tags: [Primary, central  bank, primary], grade: b2')).toEqual(filed);
    expect(await readEntry('tags: "primary, Central bank", grade: "B-2"')).toEqual(filed);
    expect([await readEntry('grade: 3'), await readEntry('grade: f')]).toEqual([
      { grade: '3' },
      { grade: 'F' },
    ]);
  });

  test('may take the date of publication from the name', async () => {
    expect(await readEntry('published: from-name')).toEqual({ published: 'from-name' });
  });

  test.each([
    ['with four stars in one name', '*a*b*c*', 'has more than 3 “*” in a name'],
    ['with seven stars', '*a*/*b*/*c*/*', 'or 6 in all'],
    ['that nobody can read', `${'long'.repeat(80)}*`, 'is longer than 300 characters'],
  ])('is refused with a pattern %s', async (_what, pattern, reason) => {
    await expect(read(`# notes\n"${pattern}": { title: Tides }`)).rejects.toThrow(
      new RegExp(`line 2: .*${reason.replace(/[*]/g, '\\*')}`),
    );
  });

  test('is refused with a day that its month has not', async () => {
    await expect(readEntry('published: 2031-02-30')).rejects.toThrow(UserError);
  });
});
