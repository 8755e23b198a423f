import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSourcesFile } from '../../../src/core/library/sources-file.ts';
import { UserError } from '../../../src/core/text/user-error.ts';
import { createFolder } from '../../fakes/folder.ts';

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
  ])('is refused with %s', async (_what, entry) => {
    await expect(readEntry(entry)).rejects.toThrow(UserError);
  });

  test('is refused with a day that its month has not', async () => {
    await expect(readEntry('published: 2031-02-30')).rejects.toThrow(UserError);
  });
});
