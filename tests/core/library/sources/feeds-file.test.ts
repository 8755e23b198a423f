import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NOTHING_READ } from '../../../../src/core/library/following/corpus-state.ts';
import { diffFolder } from '../../../../src/core/library/following/folder-diff.ts';
import { readFeedsFile } from '../../../../src/core/library/sources/feeds-file.ts';
import { feedMistakes, followFeedsFiles } from '../../../../src/core/library/sources/followed-feeds.ts';
import { createFolder } from '../../../fakes/folder.ts';

const read = (text: string) => readFeedsFile(join(createFolder({ 'feeds.yaml': text }), 'feeds.yaml'));
const feedsIn = async (text: string) => (await read(text)).feeds;
const PLAIN = { kind: 'feed', title: null, full: 'auto', keep: 'always', every: null };

describe('feeds.yaml', () => {
  test('lists addresses, with settings or without', async () => {
    const text =
      '- https://a.example/feed\n- { url: https://b.example, title: B, full: yes, keep: 90d, every: 6h }\n- url: https://c.example\n  keep: while-listed\n';
    expect(await feedsIn(text)).toEqual([
      { ...PLAIN, url: 'https://a.example/feed' },
      { kind: 'feed', url: 'https://b.example', title: 'B', full: 'yes', keep: 90, every: 21_600_000 },
      { ...PLAIN, url: 'https://c.example', keep: 0 },
    ]);
  });

  test('lists pages that are watched', async () => {
    expect(await feedsIn('- { watch: https://a.example/rules, every: 1d }')).toEqual([
      { ...PLAIN, kind: 'page', url: 'https://a.example/rules', every: 86_400_000 },
    ]);
  });

  test.each(['', '# nothing yet\n', '[]'])('may list none: %j', async (text) => {
    expect(await feedsIn(text)).toEqual([]);
  });

  test('may not be there', async () => {
    expect(await readFeedsFile(join(createFolder(), 'feeds.yaml'))).toEqual({ feeds: [], mistakes: [] });
  });

  test.each([
    ['- not a url', 'feed 1: "not a url" is no http or https address without a password'],
    ['- url: not a url', 'feed 1: "not a url" is no http or https address without a password'],
    ['- ftp://b.example', 'feed 1: "ftp://b.example" is no http or https address without a password'],
    ['- https://ada:secret@a.example/', /without a password$/],
    ['- { url: https://b.example, full: maybe }', 'feed 1: "full" must be yes, no or auto'],
    [
      '- { url: https://b.example, keep: 9 weeks }',
      'feed 1: "keep" must be always, while-listed, or days like 90d',
    ],
    ['- { url: https://b.example, every: 1m }', 'feed 1: "every" must be 5m at least'],
    ['- { url: https://b.example, often: yes }', 'feed 1: unknown key "often"'],
    ['- { watch: https://b.example, full: yes }', 'feed 1: a watched page takes only title and every'],
    ['- { watch: a.example }', 'feed 1: "a.example" is no http or https address without a password'],
    ['- { title: A }', 'feed 1: has no address'],
    ['- [https://b.example]', 'feed 1: is neither an address nor settings'],
  ])('loses an entry with a mistake, and says which: %s', async (text, what) => {
    const { feeds, mistakes } = await read(`${text}\n- https://a.example/`);
    expect(feeds).toEqual([{ ...PLAIN, url: 'https://a.example/' }]);
    expect(mistakes).toEqual([typeof what === 'string' ? what : expect.stringMatching(what)]);
  });

  test('says which address is named twice; what is said first counts', async () => {
    const { feeds, mistakes } = await read(
      '- { url: https://a.example/, title: A }\n- https://b.example/\n- https://a.example/',
    );
    expect(feeds.map(({ url, title }) => [url, title])).toEqual([
      ['https://a.example/', 'A'],
      ['https://b.example/', null],
    ]);
    expect(mistakes).toEqual(['feed 3: https://a.example/ is named before']);
  });

  test.each(['https://a.example', '- [', 'a: b'])('that is no list is a mistake: %s', async (text) => {
    await expect(read(text)).rejects.toThrow(/feeds\.yaml, line 1: /);
  });
});

describe('what cannot be followed in a corpus', () => {
  test('is named with its file, and stops neither the start nor anything else', async () => {
    const root = createFolder({
      'news/a.txt': 'The quay is old and will be mended in May.',
      'news/feeds.yaml': '- url: not a url\n- https://a.example/',
      'art/feeds.yaml': '- [',
      'law/feeds.yaml': '- https://c.example/',
    });
    const found = [
      expect.objectContaining({ file: 'art/feeds.yaml', reason: expect.stringContaining('line 1') }),
      {
        ...{ file: 'news/feeds.yaml', partly: true },
        reason: 'is followed but for feed 1: "not a url" is no http or https address without a password',
      },
    ];
    expect([...(await feedMistakes(root))].sort((a, b) => (a.file < b.file ? -1 : 1))).toEqual(found);
    const { refused } = await diffFolder(NOTHING_READ, root, { first: true, now: new Date() });
    expect(refused).toEqual(expect.arrayContaining(found));
    expect((await followFeedsFiles(root)()).map(({ url }) => url).sort()).toEqual([
      'https://a.example/',
      'https://c.example/',
    ]);
  });
});

describe('the feeds of a corpus', () => {
  test('are followed as their files change; a file that is no list leaves what was there', async () => {
    const root = createFolder({
      'news/feeds.yaml': '- https://a.example/',
      'art/a.txt': 'x',
      '.git/feeds.yaml': '- https://b.example/',
    });
    const follow = followFeedsFiles(root);
    const urls = async () => (await follow()).map(({ collection, url }) => `${collection} ${url}`);
    const before = ['news https://a.example/'];
    expect([await urls(), await urls()]).toEqual([before, before]);
    writeFileSync(join(root, 'news/feeds.yaml'), 'nothing of the kind');
    expect(await urls()).toEqual(before);
    writeFileSync(join(root, 'art/feeds.yaml'), '- https://c.example/');
    writeFileSync(join(root, 'news/feeds.yaml'), '[]');
    expect(await urls()).toEqual(['art https://c.example/']);
    rmSync(join(root, 'art'), { recursive: true });
    expect(await urls()).toEqual([]);
  });

  test('cannot be followed without the corpus', async () => {
    await expect(followFeedsFiles(join(createFolder(), 'nowhere'))()).rejects.toThrow('ENOENT');
  });
});
