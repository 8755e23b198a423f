import { describe, expect, test } from 'vitest';
import { placeObjects } from '../../../../src/core/library/bucket/object-places.ts';

function place(...keys: string[]) {
  const objects = keys.map((key) => ({
    ...{ key, etag: 'e', size: key.endsWith('/') ? 0 : 1, modified: new Date(0) },
  }));
  const { placed, refused } = placeObjects(objects);
  return { placed: placed.map(({ key }) => key), refused: refused.map(({ file, reason }) => [file, reason]) };
}

describe('keys of a bucket', () => {
  test('are places of files, settings before all others', () => {
    expect(place('news/b.txt', 'news/a ö 中.txt', 'topics.yaml', 'news/collection.yaml').placed).toEqual([
      ...['news/collection.yaml', 'topics.yaml', 'news/a ö 中.txt', 'news/b.txt'],
    ]);
  });

  test.each([
    '../x.txt',
    'news/../../x.txt',
    'news/./x.txt',
    '/etc/x.txt',
    'news//x.txt',
    'news/x\0.txt',
    'news/x\n.txt',
    'news\\..\\x.txt',
    'news/\u009b.txt',
    `news/${'x'.repeat(250)}.txt`,
    `news/${'é'.repeat(125)}.txt`,
    `${'x/'.repeat(410)}x.txt`,
    'news/\ud800.txt',
  ])('that are no paths of files are refused by name: %j', (key) => {
    expect(place(key, 'news/fine.txt')).toEqual({
      placed: ['news/fine.txt'],
      refused: [[key, expect.stringMatching(/^(?:is no path of a file|is longer than|has a character)/)]],
    });
  });

  test('of empty folders, and of what passes in folders too, are passed over', () => {
    expect(place('', 'news/', 'news/a.txt', '.git/config', 'news/~$plan.docx', 'news/a.part')).toEqual({
      placed: ['news/a.txt'],
      refused: [],
    });
  });

  test('that differ in case alone, or in how a letter is composed, are refused but for the first', () => {
    const reason = 'differs from another key in case alone; rename one of them';
    expect(place('news/Plan.txt', 'news/plan.txt')).toEqual({
      ...{ placed: ['news/Plan.txt'], refused: [['news/plan.txt', reason]] },
    });
    expect(place('News/a.txt', 'news/b.txt').refused).toEqual([['news/b.txt', reason]]);
    expect(place('n/é.txt', 'n/e\u0301.txt').refused).toHaveLength(1);
  });

  test('that need a folder where there is a file are refused', () => {
    const reason = 'needs a folder where there is a file; rename one of them';
    expect(place('news/a', 'news/a/b.txt')).toEqual({
      placed: ['news/a'],
      refused: [['news/a/b.txt', reason]],
    });
  });

  test('of access rules give way to none', () => {
    expect(place('news/collection.yaml/x', 'News/a.txt', 'news/collection.yaml').placed).toEqual([
      'news/collection.yaml',
    ]);
  });

  test('of feeds are refused, since nothing can be brought into a bucket', () => {
    expect(place('news/feeds.yaml').refused).toEqual([
      ['news/feeds.yaml', expect.stringContaining('feeds cannot bring anything into it')],
    ]);
  });
});
