import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { htmlReader } from '../../src/readers/html/reader.ts';
import { documentReaderContract } from '../contracts/document-reader.ts';
import { goldenDocuments } from '../contracts/golden-documents.ts';
import { cpuTimeUntil } from '../fakes/cpu-time.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (markup: string) => htmlReader.read(utf8(markup), 'a.html');
const embedded = async (head: string, body = PROSE) =>
  (await read(`<html><head>${head}</head><body>${body}</body></html>`)).embedded;

const SENTENCE =
  'The harbour council voted on Monday to rebuild the old lighthouse, which a storm had damaged in March.';
const PROSE = `<p>${SENTENCE}</p>`;
const LONG = `<p>${SENTENCE} ${SENTENCE}</p>`;

documentReaderContract({ reader: htmlReader, name: 'a.html', write: (text) => utf8(page(text)) });
goldenDocuments(htmlReader);

describe('the charset of a page', () => {
  const greek = 'Το συμβούλιο του λιμανιού αποφάσισε να ξαναχτίσει τον φάρο.';

  test.each([
    ['a meta tag', '<meta charset="iso-8859-7">'],
    ['a meta tag of old', '<META http-equiv=Content-Type content="text/html; charset=iso-8859-7">'],
    [
      'an XML declaration',
      '<?xml version="1.0" encoding="iso-8859-7"?><html xmlns="http://www.w3.org/1999/xhtml">',
    ],
    ['its bytes alone', ''],
  ])('is stated by %s', async (_name, declaration) => {
    const bytes = new Uint8Array(iconv.encode(`${declaration}<p>${greek}</p>`, 'iso-8859-7'));
    expect((await htmlReader.read(bytes, 'a.html')).text).toBe(greek);
  });

  test.each([
    ['windows-1251', 'Паром идёт в порт.'],
    ['gb2312', '渡轮将于星期六恢复运营。'],
    ['iso-8859-2', 'Prom płynie do portu.'],
    ['shift_jis', '港は金曜日まで閉鎖される。'],
  ])('is UTF-8 where the bytes are, whatever the page declares: %s', async (charset, text) => {
    expect((await read(`<meta charset="${charset}"><p>${text}</p>`)).text).toBe(text);
    expect((await read(`<?xml version="1.0" encoding="${charset}"?><html><p>${text}</p></html>`)).text).toBe(
      text,
    );
  });

  test('is UTF-16 with its mark', async () => {
    const bytes = new Uint8Array(Buffer.from(`\uFEFF<meta charset="utf-8"><p>${greek}</p>`, 'utf16le'));
    expect((await htmlReader.read(bytes, 'a.html')).text).toBe(greek);
  });
});

describe('what a page states', () => {
  test.each([
    ['<title>The lamp | Gazette</title><meta property="og:site_name" content="Gazette">', 'The lamp'],
    ['<title>The lamp - a story</title>', 'The lamp - a story'],
    [
      '<title>The lamp | Island News - The Gazette</title><meta property="og:site_name" content="Gazette">',
      'The lamp',
    ],
    [
      '<title>The lamp | Gazette Islands</title><meta property="og:site_name" content="The Gazette">',
      'The lamp',
    ],
    ['<title>灯台の再建：港新聞</title><meta property="og:site_name" content="港新聞">', '灯台の再建'],
    ['<title>The &quot;lamp&quot;\n is lit</title>', 'The "lamp" is lit'],
    ['<meta property="og:title" content="A &amp;amp; B"><title>C</title>', 'A & B'],
  ])('is a title: %s', async (head, title) => {
    expect((await embedded(head))?.title).toBe(title);
  });

  test('is its heading, without what the title adds of its site', async () => {
    const title = '<title>A lamp for the old harbour｜Harbour office</title>';
    expect((await embedded(title, `<h1>A lamp for the old harbour</h1>${PROSE}`))?.title).toBe(
      'A lamp for the old harbour',
    );
  });

  test('is its heading where it has no title', async () => {
    expect((await embedded('', `<h1>The <i>lamp</i></h1>${PROSE}`))?.title).toBe('The lamp');
  });

  test.each([
    ['<meta property="article:published_time" content="2024-07-10T23:00:00-04:00">', '2024-07-10'],
    ['<meta name="DC.date.issued" content="10 July 2024">', '2024-07-10'],
    [
      '<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2024-07-10"}]</script>',
      '2024-07-10',
    ],
    [
      '<script type="application/ld+json">{broken</script><meta itemprop="datePublished" content="2024">',
      '2024',
    ],
    ['<meta name="date" content="7/10/2024">', null],
    [
      '<meta property="og:article:published_time" content="2024-07-10T08:00:00Z"><meta name="sailthru.date" content="2024-07-11">',
      '2024-07-10',
    ],
  ])('is a date: %s', async (head, published) => {
    expect((await embedded(head))?.published).toBe(published);
  });

  test.each([
    ['<article><time datetime="2024-07-10T08:00">Today</time><p>', '2024-07-10'],
    ['<article><time datetime="2024-07-10">a</time><time datetime="2024-07-09">b</time><p>', null],
    ['<aside><time datetime="2024-07-10">a</time></aside><p>', null],
    ['<main><a href="/b"><time datetime="2026-03-19">a</time></a><p>', null],
    ['<main><ul><li><time datetime="2026-03-19">a</time></li></ul><p>', null],
    ['<a href="/b"><time itemprop="datePublished" datetime="2026-03-19">a</time></a><p>', null],
    ['<article><p>A lamp.</p></article><article><time datetime="2026-03-19">a</time></article><p>', null],
    ['<span itemprop="datePublished" content="2024-07-10">a</span><p>', '2024-07-10'],
  ])('is the only day that its article names: %s', async (body, published) => {
    expect((await embedded('', `${body}${SENTENCE}`))?.published).toBe(published);
  });

  test.each([
    ['<h1>A lamp</h1><div>Ada Quay</div><div>July 10, 2024, 4:19 PM</div>', '2024-07-10'],
    ['<h1>A lamp</h1><ul><li>10 July 2024</li><li>Share</li></ul>', '2024-07-10'],
    ['<h1>A lamp</h1><div>10 July 2024</div><div>11 July 2024</div>', null],
    ['<h1>A lamp</h1><p class="date">10 July 2024</p><div>11 July 2024</div>', '2024-07-10'],
    ['<h1>A lamp</h1><div class="author">By Ada Quay in Sport on 10 July 2024 at 8 pm.</div>', '2024-07-10'],
    [`<h1>A lamp</h1>${LONG}${LONG}<div>10 July 2024</div>`, null],
    [
      '<h1>灯台</h1><p>港の評議会は月曜日に、三月の嵐で傷んだ古い灯台を建て直すことを決めた。</p><p>費用は市と港の組合が半分ずつ負担し、来年の秋までに工事を終える予定である。</p><table><tr><td><p>2024年7月10日</p></td></tr></table>',
      null,
    ],
  ])('is a line at its head that is nothing but a date: %s', async (body, published) => {
    expect((await embedded('', `${body}${PROSE}`))?.published).toBe(published);
  });

  test('is the day that the page shows where its instant is one of universal time', async () => {
    const head = '<meta property="article:published_time" content="2024-07-11T01:30:00Z">';
    const page = (day: string) => `<h1>A lamp</h1><p class="date">${day}</p>${PROSE}`;
    expect((await embedded(head, page('July 10, 2024')))?.published).toBe('2024-07-10');
    expect((await embedded(head, page('July 2, 2024')))?.published).toBe('2024-07-11');
  });

  test.each([
    ['<a rel="author" href="/x">Ada Quay</a>', 'Ada Quay'],
    [
      '<div>By <a href="/staff/ada-quay">Ada Quay</a> and <a href="/staff/bo">Bo van Lund</a></div>',
      'Ada Quay, Bo van Lund',
    ],
    ['<span class="byline__name">By Ada Quay,</span>', 'Ada Quay'],
    ['<a rel="author" href="/x">Gazette Staff</a>', null],
    ['<nav><a rel="author" href="/x">Ada Quay</a></nav>', null],
    [`${LONG}${LONG}<a rel="author" href="/x">Ada Quay</a>`, null],
  ])('is an author at its head: %s', async (body, author) => {
    expect((await embedded('', `<h1>A lamp</h1>${body}${PROSE}`))?.author).toBe(author);
  });

  test('is the person at its head rather than an account', async () => {
    const body = `<h1>A lamp</h1><a rel="author" href="/x">Ada Quay</a>${PROSE}`;
    expect((await embedded('<meta name="author" content="aquay">', body))?.author).toBe('Ada Quay');
    expect((await embedded('<meta name="author" content="Bo Lund">', body))?.author).toBe('Bo Lund');
  });

  test('of a teaser is none, and that under the headline is', async () => {
    const teasers = ['2026-03-19', '2026-02-05'].map(
      (day) =>
        `<div><time itemprop="datePublished" datetime="${day}">${day}</time><h3>Another lamp</h3></div>`,
    );
    const page = `<main><h1>A lamp</h1><div class="published-date">Published on<br>\n 01 February 2024</div><p>${SENTENCE}</p>${teasers.join('')}</main>`;
    expect((await embedded('', page))?.published).toBe('2024-02-01');
  });

  test.each([
    ['<div class="lastUpdate">Last Update:\n   May 22, 2024</div>', '2024-05-22'],
    ['<footer>Page last updated on <b>22 May 2024</b></footer>', '2024-05-22'],
    ['<p>They updated it on 22 May 2024.</p>', null],
    ['<p>Last updated</p><p>22 May 2024</p><p>Last updated</p><p>23 May 2024</p>', null],
  ])('of the last change is told apart: %s', async (foot, updated) => {
    const bytes = new TextEncoder().encode(`<html lang="en"><body><p>${SENTENCE}</p>${foot}</body></html>`);
    expect((await htmlReader.read(bytes, 'a.html')).updated).toBe(updated);
  });

  test.each([
    ['https://a.example/b', 'https://a.example/b'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//a.example/b', null],
    ['https://ada:secret@a.example/', null],
  ])('is an address that may be linked to: %s', async (address, url) => {
    expect((await embedded(`<link rel="canonical" href="${address}">`))?.url).toBe(url);
  });

  test.each([
    ['By Ada Quay', 'Ada Quay'],
    ['https://social.example/ada', null],
    ['@ada', null],
    ['ada@a.example', null],
    ['\uD83D Ada', '\uFFFD Ada'],
    ['scheme=AGLSTERMS.AglsAgent; corporateName=Harbour Board', 'Harbour Board'],
  ])('is an author: %s', async (content, author) => {
    const data = JSON.stringify({ '@type': 'Article', author: { name: content } });
    expect((await embedded(`<script type="application/ld+json">${data}</script>`))?.author).toBe(author);
  });
});

describe('the text of a page', () => {
  test('holds nothing that is not shown', async () => {
    const hidden =
      '<script>a="A script."</script><style>b{}</style><template>A template.</template><noscript>No script.</noscript>' +
      '<p hidden>Hidden.</p><p style="display:none">Not displayed.</p><!-- A comment. --><svg><text>Drawn.</text></svg>';
    expect((await read(`<body>${hidden}${PROSE}${hidden}</body>`)).text).toBe(SENTENCE);
  });

  test('is that of the whole page where no article stands out', async () => {
    const { text } = await read(`${'<b>x</b>'.repeat(50_000)}${PROSE}`);
    expect(text).toContain(SENTENCE);
  });
});

const CONSENT = 'We and our partners use cookies on your device to personalise ads with your consent.';

describe('a page made to break its reader', () => {
  test.each([
    ['1,000 divs deep', '<div>'.repeat(1000) + PROSE],
    ['20,000 divs deep', '<div>'.repeat(20_000) + PROSE + '</div>'.repeat(20_000)],
    ['100,000 divs deep', '<div>'.repeat(100_000) + PROSE + '</div>'.repeat(100_000)],
    ['a million open tags', '<b>'.repeat(1_000_000) + PROSE],
    ['tags closed that were never opened', '<b>'.repeat(20_000) + '</x>'.repeat(100_000) + PROSE],
    ['200 towers of divs', `${'<div>'.repeat(250)}x${'</div>'.repeat(250)}`.repeat(200) + PROSE],
    ['20,000 links that answer something', '<a href="/x">OK</a> '.repeat(20_000) + PROSE],
    [
      '1,000 requests for consent within each other',
      `${'<div class="cookie">We use your cookies and data.'.repeat(100)}${'</div>'.repeat(100)}`.repeat(10) +
        PROSE,
    ],
    [
      '2,800 requests for consent, with a paragraph each, 200 within each other',
      `${`<div class="consent"><p>${CONSENT.repeat(3)}</p>`.repeat(200)}${'</div>'.repeat(200)}`.repeat(14) +
        PROSE,
    ],
    ['100,000 links', '<a href="/x">a</a>'.repeat(100_000) + PROSE],
    ['a line of a megabyte', `<p>${'word '.repeat(200_000)}</p>${PROSE}`],
    ['a table of 30,000 rows', `<table>${'<tr><td>a<td>1'.repeat(30_000)}</table>${PROSE}`],
    ['tables within each other', '<table><tr><td>'.repeat(20_000) + PROSE],
    ['a hundred thousand references', '&#'.repeat(100_000) + PROSE],
    ['a tag of half a million attributes', `<div ${'a=b '.repeat(500_000)}>${PROSE}`],
    ['cut off in a tag', `${PROSE}<div class="a`],
    ['cut off in a script', `${PROSE}<script>while (true) {`],
    ['frames of its own', `<html><body><html><body>${PROSE}</body></html><head><body>`],
  ])('is read in good time: %s', async (_name, markup) => {
    const spent = await cpuTimeUntil(async () => {
      const { text } = await read(markup);
      expect(text.replace(/\s+/g, ' ')).toContain(SENTENCE);
    });
    expect(spent).toBeLessThan(5000);
  });
});

/** A page that says `text`: a paragraph for each stretch between empty lines. */
function page(text: string): string {
  const paragraphs = text.split(/\r\n\r\n|\n\n|\r\r/).map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`);
  return `<!doctype html><html><body>${paragraphs.join('\n')}</body></html>`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('\0', '').replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
