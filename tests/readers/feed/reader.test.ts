import { describe, expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../../src/readers/feed/opml.ts';
import { feedReader } from '../../../src/readers/feed/reader.ts';

const ADDRESS = 'https://gazette.example/feed';
const feed = (encoding: string, title: string) =>
  `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>${title}</title></channel></rss>`;
const titleOf = async (bytes: Uint8Array, charset: string | null = null) =>
  (await feedReader.read(bytes, { address: ADDRESS, charset })).title;

describe('a feed is decoded', () => {
  test.each([
    ['by its prolog', Buffer.from(feed('ISO-8859-1', 'Fähre'), 'latin1'), null],
    ['by the header', Buffer.from(feed('', 'Fähre'), 'latin1'), 'iso-8859-1'],
    [
      'as UTF-8, whatever the header says, where it is that',
      Buffer.from(feed('utf-8', 'Fähre')),
      'iso-8859-1',
    ],
    ['by its byte order mark', Buffer.from(`\uFEFF${feed('utf-16', 'Fähre')}`, 'utf16le'), 'utf-8'],
    [
      'by its letters, if nothing says anything',
      Buffer.from(feed('', 'Fähre nach Norden über die Brücke, täglich außer Montag'), 'latin1'),
      null,
    ],
  ])('%s', async (_, bytes, charset) => {
    expect(await titleOf(bytes, charset)).toMatch(/^Fähre/);
  });
});

describe('an entity', () => {
  test.each([
    '<!DOCTYPE rss SYSTEM "x" [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE rss [\n<!ENTITY % x "y">\n%x;]>',
    '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>',
    '<!doctype rss [<!entity x "y">]>',
  ])('that a feed declares is refused (trust 37): %s', async (declaration) => {
    const bytes = Buffer.from(
      `<?xml version="1.0"?>${declaration}<rss version="2.0"><channel><title>&x;</title></channel></rss>`,
    );
    await expect(feedReader.read(bytes, { address: ADDRESS, charset: null })).rejects.toThrow(
      'declares entities',
    );
    await expect(readOpml(bytes)).rejects.toThrow('declares entities');
  });

  test('that is declared elsewhere stands for itself', async () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">';
    expect(
      await titleOf(
        Buffer.from(`${doctype}<rss version="0.91"><channel><title>A &amp; &x;</title></channel></rss>`),
      ),
    ).toBe('A & &x;');
  });
});

describe('an item', () => {
  const itemsOf = async (...items: readonly object[]) => {
    const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'A\0B', items });
    return (await feedReader.read(Buffer.from(json), { address: ADDRESS, charset: null })).items;
  };

  test.each([
    ['https://a.example/?utm_source=rss&utm_medium=feed', 'https://a.example/'],
    ['https://a.example/?a=1&utm_source=rss&b=%20#c', 'https://a.example/?a=1&b=%20#c'],
    ['https://a.example/?a=1&fbclid=x', 'https://a.example/?a=1'],
    ['https://a.example/?utm_source=rss#c', 'https://a.example/#c'],
    ['https://a.example/?nutm_source=1&', 'https://a.example/?nutm_source=1'],
    ['ftp://a.example/', null],
    ['https://ada:secret@a.example/', null],
    [`https://a.example/${'a'.repeat(2050)}`, null],
  ])('has a link that tells nobody where readers come from: %s', async (url, link) => {
    expect((await itemsOf({ id: '1', url, content_text: 'x' }))[0]?.link).toBe(link);
  });

  test('has names that any database takes', async () => {
    const [item] = await itemsOf({
      id: 'a\0b\uD800',
      title: `\u0007T\n\uDC00 ${'x'.repeat(400)}`,
      content_html: 'a\0b',
      url: 'https://a.example/',
    });
    expect(item).toMatchObject({ key: 'a b\uFFFD', html: 'ab' });
    expect(item?.title).toMatch(/^T \uFFFD x+…$/);
    expect(item?.title).toHaveLength(300);
  });

  test('with an endless id keeps apart from one that begins alike', async () => {
    const items = await itemsOf(
      ...['a', 'b'].map((end) => ({ id: 'x'.repeat(400) + end, content_text: 'the same' })),
    );
    expect(items.map(({ key }) => key)).toEqual([
      expect.stringMatching(/^[\da-f]{32}$/),
      expect.stringMatching(/^[\da-f]{32}$/),
    ]);
    expect(items[0]?.key).not.toBe(items[1]?.key);
  });
});

describe('the feeds that a page names', () => {
  const feedsOf = (html: string) =>
    feedReader.feedsOf(Buffer.from(html), { address: 'https://gazette.example/a/', charset: null });

  test('are those of its alternates, absolute', async () => {
    const page = `<head><link rel=alternate type="application/rss+xml" href="/rss"><LINK REL="home alternate" TYPE=application/atom+xml HREF=atom>
      <link rel="alternate" type="text/html" hreflang="de" href="/de"><link rel="stylesheet" type="application/rss+xml" href="/no">
      <link rel="alternate" type="application/feed+json" href="https://other.example/f">`;
    expect(await feedsOf(page)).toEqual([
      'https://gazette.example/rss',
      'https://gazette.example/a/atom',
      'https://other.example/f',
    ]);
  });

  test('are relative to its base', async () => {
    expect(
      await feedsOf('<base href="/b/"><link rel=alternate type="application/rss+xml" href="f">'),
    ).toEqual(['https://gazette.example/b/f']);
  });
});

describe('a page', () => {
  const page = (charset: string) =>
    Buffer.from(`<html><head>${charset}</head><body>Fähre</body></html>`, 'latin1');

  test('whose charset only its server names is kept in UTF-8', async () => {
    const kept = await feedReader.selfContained(page(''), 'iso-8859-1');
    expect(Buffer.from(kept).toString()).toBe('\uFEFF<html><head></head><body>Fähre</body></html>');
  });

  test.each([
    [page('<meta charset="iso-8859-1">'), 'ISO-8859-1'],
    [Buffer.from('<p>Fähre'), 'utf-8'],
    [page(''), null],
    [Buffer.from('<p>plain'), 'shift_jis'],
  ])('that says it itself, or needs not, is kept as it was served: %#', async (bytes, charset) => {
    expect(await feedReader.selfContained(bytes, charset)).toBe(bytes);
  });
});

describe('OPML', () => {
  test('is read whatever folders its feeds are in, and written in folders', async () => {
    const written = writeOpml(
      new Map([
        ['news', [{ url: 'https://a.example/?a=1&b=2', title: 'A "quoted" <name>' }]],
        ['art', [{ url: 'https://b.example/', title: null }]],
      ]),
    );
    expect(written).toContain('<outline text="news">');
    expect(await readOpml(Buffer.from(written))).toEqual([
      { url: 'https://a.example/?a=1&b=2', title: 'A "quoted" <name>' },
      { url: 'https://b.example/', title: null },
    ]);
  });

  test('that is none is refused', async () => {
    await expect(readOpml(Buffer.from('<html></html>'))).rejects.toThrow('is not OPML');
  });
});
