import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFeedsFile } from '../../../src/core/library/feeds-file.ts';
import { followFeedsFiles } from '../../../src/core/library/followed-feeds.ts';
import { createFolder } from '../../fakes/folder.ts';

const read = (text: string) => readFeedsFile(join(createFolder({ 'feeds.yaml': text }), 'feeds.yaml'));
const PLAIN = { kind: 'feed', title: null, full: 'auto', keep: 'always', every: null };

describe('feeds.yaml', () => {
  test('lists addresses, with settings or without', async () => {
    const text =
      '- https://a.example/feed\n- { url: https://b.example, title: B, full: yes, keep: 90d, every: 6h }\n- url: https://c.example\n  keep: while-listed\n';
    expect(await read(text)).toEqual([
      { ...PLAIN, url: 'https://a.example/feed' },
      { kind: 'feed', url: 'https://b.example', title: 'B', full: 'yes', keep: 90, every: 21_600_000 },
      { ...PLAIN, url: 'https://c.example', keep: 0 },
    ]);
  });

  test('lists pages that are watched', async () => {
    expect(await read('- { watch: https://a.example/rules, every: 1d }')).toEqual([
      { ...PLAIN, kind: 'page', url: 'https://a.example/rules', every: 86_400_000 },
    ]);
  });

  test.each(['', '# nothing yet\n', '[]'])('may list none: %j', async (text) => {
    expect(await read(text)).toEqual([]);
  });

  test('may not be there', async () => {
    expect(await readFeedsFile(join(createFolder(), 'feeds.yaml'))).toEqual([]);
  });

  test.each([
    ['- example.org/feed', /line 1: "0(?:\.url)?": must be an http or https address/],
    ['- https://a.example\n- ftp://b.example', /line 2: .*must be an http or https address/],
    ['- https://ada:secret@a.example/', /without a password/],
    ['- { url: https://a.example, full: maybe }', /"0\.full": must be yes, no or auto/],
    [
      '- { url: https://a.example, keep: 9 weeks }',
      /"0\.keep": must be always, while-listed, or days like 90d/,
    ],
    ['- { url: https://a.example, every: 1m }', /"0\.every": must be 5m at least/],
    ['- { url: https://a.example, often: yes }', /unknown key "often"/],
    ['- { watch: https://a.example, full: yes }', /a watched page takes only title and every/],
    ['- { watch: a.example }', /must be an http or https address/],
    ['- { title: A }', /line 1: "0\.url"/],
    ['https://a.example', /must be a list/],
  ])('with a mistake says where: %s', async (text, what) => {
    await expect(read(text)).rejects.toThrow(what);
  });
});

describe('the feeds of a corpus', () => {
  test('are followed as their files change; a mistake leaves what was there', async () => {
    const root = createFolder({
      'news/feeds.yaml': '- https://a.example/',
      'art/a.txt': 'x',
      '.git/feeds.yaml': '- https://b.example/',
    });
    const follow = followFeedsFiles(root);
    const urls = async () => (await follow()).map(({ collection, url }) => `${collection} ${url}`);
    const before = ['news https://a.example/'];
    expect([await urls(), await urls()]).toEqual([before, before]);
    writeFileSync(join(root, 'news/feeds.yaml'), '- nothing of the kind');
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
