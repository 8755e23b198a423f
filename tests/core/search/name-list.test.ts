import { describe, expect, test } from 'vitest';
import { parseNames, readNameFile } from '../../../src/core/search/name-list.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 'names.csv') => parseNames(readNameFile(bytes(text), name));

describe('a list of names', () => {
  test.each([
    ['the column query', 'id,Query\n1,"Smith, John"\n2,Lin Jian\n', ['Smith, John', 'Lin Jian']],
    ['a column of names', 'name,country\nLin Jian,China\n', ['Lin Jian']],
    ['the first column', 'Lin Jian;minister\nAda Quay;keeper', ['Lin Jian', 'Ada Quay']],
  ])('is %s of a table', (_what, text, names) => {
    expect(read(text)).toEqual(names);
  });

  test('is the lines of any other file, each once, without quotation marks', () => {
    expect(read('Smith, John\r\n\n"liaison office"\n smith, john \n---\n', 'names.txt')).toEqual([
      'Smith, John',
      'liaison office',
    ]);
  });

  test('is typed on one line', () => {
    expect(parseNames('Lin Jian; “liaison office” ;;Macron')).toEqual([
      'Lin Jian',
      'liaison office',
      'Macron',
    ]);
  });

  test.each([
    ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes('Müller')])],
    ['Windows', Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72])],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...[...'Müller'].flatMap((c) => [c.charCodeAt(0), 0])])],
  ])('may be written in %s', (_what, content) => {
    expect(parseNames(readNameFile(content, 'n.txt'))).toEqual(['Müller']);
  });

  test.each([
    ['too many names', [...Array(1001).keys()].join('\n'), 'has 1001 names. Use at most 1000'],
    ['a line that is too long', `a\n${'b'.repeat(201)}`, 'Line 2 of the list has more than 200'],
    ['nothing', '\n--\n', 'is empty'],
    ['no text', 'PK\0\0', 'is no text'],
    ['too much', 'a'.repeat(1_000_001), 'is larger than 1 MB'],
  ])('is refused with %s', (_what, text, why) => {
    expect(() => read(text, 'n.txt')).toThrow(why);
  });

  test('may have a thousand names', () => {
    expect(read([...Array(1000).keys()].join('\n'))).toHaveLength(1000);
  });
});
