import { describe, expect, test } from 'vitest';
import { isTeaser } from '../../../src/core/collecting/teaser.ts';

const LINK = 'https://gazette.example/a';
const words = (characters: number) => 'word '.repeat(characters / 5);
const teaser = (html: string | null, isContent: boolean, link: string | null = LINK) =>
  isTeaser({ html, isContent, link });

describe('an item is the beginning of its page', () => {
  test.each([
    ['without text', null, false],
    ['with a short description', words(900), false],
    ['with a very short content', words(200), true],
    ['whose markup is longer than its text', `<p class="${words(2000)}">${words(500)}</p>`, false],
    ...[
      '…',
      '...',
      ' [&#8230;]',
      ' […]',
      ' Read more',
      ' <a href="/a">Continue reading →</a>',
      ' Weiterlesen »',
      ' Lire la suite',
    ].map((end) => [`that ends in ${end}`, words(3000) + end, true] as const),
  ] as const)('%s', (_, html, isContent) => {
    expect(teaser(html, isContent)).toBe(true);
  });
});

describe('an item is whole', () => {
  test.each([
    ['with a long description', words(1200), false],
    ['with a content', words(400), true],
    ['that speaks of reading more', `${words(400)} She wants to read more books. ${words(200)}`, true],
  ] as const)('%s', (_, html, isContent) => {
    expect(teaser(html, isContent)).toBe(false);
  });

  test('without a page', () => {
    expect(teaser('Short…', false, null)).toBe(false);
  });
});

test('a megabyte of brackets or stops is judged within the time of a test', () => {
  expect([teaser('<'.repeat(1_000_000), true), teaser(`${'. '.repeat(500_000)}x`, true)]).toEqual([
    false,
    false,
  ]);
});
