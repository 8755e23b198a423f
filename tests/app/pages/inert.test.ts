import { describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { LOCAL } from '../../fakes/local-chat.ts';
import {
  addressesIn,
  BASE,
  marksIn,
  openPagesOn,
  type Page,
  type PagesWorld,
  plain,
} from '../../fakes/pages.ts';

const FORGED = 'The ferry to the island is sold, see [3] Reuters and <a href="https://evil.example">[1]</a>.';
const TOPIC = {
  name: 'ferry',
  title: 'The ferry',
  query: 'ferry island',
  collections: null,
  synonyms: [],
  aspects: [],
};

interface Written {
  readonly title?: string;
  readonly text?: string;
  readonly url?: string | null;
  readonly publisher?: string;
  readonly author?: string;
}

/** Every page on which one document shows what somebody wrote in it. */
async function pagesOf(written: Written): Promise<{ world: PagesWorld; pages: readonly Page[] }> {
  const document = createDocument('harbour/ferry', {
    text: 'The ferry to the island is sold.',
    published: '2026-03-02',
    ...written,
  });
  const world = await openPagesOn(createContents([document], [TOPIC]));
  const { id, points } = await world.say('What about the ferry to the island?');
  const [point = expect.fail()] = points;
  const addresses = [
    world.links.linkTo({ ...point, answer: id ?? '' }, LOCAL) ?? '',
    `${BASE}/answers/${id}`,
    `${BASE}/topics/ferry`,
  ];
  return { world, pages: await Promise.all(addresses.map((address) => world.get(address))) };
}

describe('row 4: what a document writes like a citation is no citation', () => {
  test('each number is the page’s own, and leads to the source', async () => {
    const { pages } = await pagesOf({ text: FORGED });
    for (const page of pages) {
      expect(plain(page.text)).toContain('see [3] Reuters and <a href="https://evil.example">[1]</a>.');
      const linked = [...page.text.matchAll(/<a href="([^"]*)"[^>]*>\[(\d+)\]/g)];
      for (const [, address = '', number] of linked) {
        expect(number).toBe('1');
        expect(new URL(address).pathname).toBe('/documents/harbour/ferry');
      }
    }
  });
});

describe('row 5: a link is called what it opens', () => {
  test('a title that looks like an address is no link to it, and the original is named by its host', async () => {
    const { pages } = await pagesOf({ title: 'https://nato.int', url: 'https://evil.example/a' });
    for (const page of pages)
      for (const [, address = '', label = ''] of page.text.matchAll(
        /<a (?:class="\w+" )?href="(http[^"]*)"[^>]*>(.*?)<\/a>/gs,
      ))
        if (new URL(address).host !== new URL(BASE).host && /\w\.\w/.test(plain(label)))
          expect(plain(label)).toContain(new URL(address).host);
  });
});

describe('row 6: only addresses of the web are linked', () => {
  test.each([
    ...[
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,<b>',
    ],
    ...[
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://a.example/1',
      'discord://-/channels',
      'slack://open?team=T1',
    ],
    ...[
      '//evil.example',
      '/etc',
      'https://user:pass@evil.example',
      'https://user@evil.example',
      'https://',
      'mailto:a@b.example',
    ],
    ...['https:', 'about:blank', 'view-source:https://a.example', 'chrome://settings'],
  ])('%j', async (url) => {
    const { pages } = await pagesOf({ url });
    for (const page of pages)
      for (const address of addressesIn(page)) expect(new URL(address).origin).toBe(BASE);
  });
});

describe('row 7: what acts on a screen is not shown', () => {
  const ACTING = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u{E0000}-\u{E007F}]|\p{M}{5}/u;

  test.each([
    ['marks of direction', 'The ferry to the \u202Edlos si\u202C island \u2066is\u2069 sold.'],
    ['invisible tags', 'The ferry to the island is sold\u{E0041}\u{E0042}.'],
    ['a heap of accents', `The ferry to the island is so${'\u0301'.repeat(40)}ld.`],
  ])('%s', async (_name, text) => {
    const { pages } = await pagesOf({ text, title: `A ${text}`, publisher: text, author: `B ${text}` });
    for (const page of pages) expect(page.text).not.toMatch(ACTING);
    const [source = expect.fail()] = pages;
    expect(marksIn(source)).toHaveLength(1);
  });
});

describe('row 8: a very long document', () => {
  test('is shown whole, and what was quoted is marked in it', async () => {
    const long = Array.from(
      { length: 2000 },
      (_, at) => `Line ${at} of the minutes says nothing of note to anybody.`,
    );
    long.splice(1500, 0, 'The ferry to the island is sold.');
    const { pages } = await pagesOf({ text: long.join('\n\n') });
    const [source = expect.fail(), answer = expect.fail()] = pages;
    expect(marksIn(source)).toEqual([{ id: 'quote', words: 'The ferry to the island is sold.' }]);
    expect(source.text.match(/<p dir="auto">/g)).toHaveLength(2001);
    expect(answer.text.length).toBeLessThan(20_000);
  });
});

describe('row 10: no address is composed from what a document says', () => {
  test('the links to originals are those that were stored, with a fragment', async () => {
    const url = 'https://port.example/a?x=1&y=%20#part';
    const { pages } = await pagesOf({
      url,
      text: `The ferry to the island is sold: https://evil.example/${'a'.repeat(20)}`,
    });
    const outside = pages.flatMap((page) => addressesIn(page)).filter((address) => !address.startsWith(BASE));
    expect(outside.length).toBeGreaterThan(1);
    for (const address of outside) expect(address.split(':~:text=')[0]).toBe(url);
  });
});

describe('every page', () => {
  test('loads nothing, runs nothing, and has styles by their hash alone', async () => {
    const { pages } = await pagesOf({ text: FORGED, title: '"><script>alert(1)</script>' });
    for (const { text, headers } of pages) {
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(text).not.toMatch(
        /<(?:script|img|iframe|link|object|form|base|video)\b| on\w+="| style="| src="/,
      );
    }
  });

  test('has one heading of the first level, no level left out, and no id twice', async () => {
    const { pages } = await pagesOf({});
    for (const { text } of pages) {
      const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toEqual([1]);
      for (const [at, level] of levels.entries())
        expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
