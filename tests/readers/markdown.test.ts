import { describe, expect, test } from 'vitest';
import { HEADED, INDENT } from '../../src/core/text/paragraphs.ts';
import { markdownReader } from '../../src/readers/markdown/reader.ts';
import { documentReaderContract } from '../contracts/document-reader.ts';
import { goldenDocuments } from '../contracts/golden-documents.ts';
import { cpuTimeUntil } from '../fakes/cpu-time.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => markdownReader.read(utf8(text), 'a.md');

documentReaderContract({ reader: markdownReader, name: 'a.md', write: utf8 });
goldenDocuments(markdownReader);

describe('front matter', () => {
  const keys = (yaml: string) => read(`---\n${yaml}\n---\n\nThe lamp was lit.`);

  test.each([
    ['a wrong date', 'title: A lamp\npublished: yesterday', 3, 'is not a date'],
    ['a day that is not', 'published: 2024-02-31', 2, 'is not a date'],
    ['a date that may be two', 'date: 07/10/2024', 2, 'is not a date'],
    ['an address that is none', 'url: javascript:alert(1)', 2, 'must be an http or https URL'],
    ['a language that is none', 'language: english', 2, 'is not a language code'],
    ['a list where a text belongs', 'title: [A, B]', 2, 'must be text'],
    ['a map without a name', 'author: { born: 1950 }', 2, 'must be text'],
  ])('loses one key and tells its line: %s', async (_name, yaml, line, what) => {
    const { text, omissions } = await keys(`${yaml}\npublisher: Gazette`);
    expect(text).toBe('The lamp was lit.');
    expect(omissions).toHaveLength(1);
    expect(omissions?.[0]).toContain(`line ${line}: `);
    expect(omissions?.[0]).toContain(what);
  });

  test('keeps what stands beside such a key', async () => {
    const { metadata } = await keys('published: yesterday\ntitle: A lamp');
    expect([metadata.title, metadata.published]).toEqual(['A lamp', null]);
  });

  test.each([
    ['a colon', 'title: The lamp: a story', 'The lamp: a story'],
    ['a colon, quoted', 'title: "The lamp: a story"', 'The lamp: a story'],
    ['a quotation', 'title: "Lights out" said the keeper', '"Lights out" said the keeper'],
    ['a quotation within quotation marks', 'title: "He said "no" today"', 'He said "no" today'],
    ['an apostrophe within quotation marks', "title: 'It's lit'", "It's lit"],
    ['a quotation that is not closed', 'title: "The lamp\nauthor: Ada', '"The lamp'],
    ['lines', 'title: "The lamp:\n  a\nstory: one"', 'The lamp: a story: one'],
    ['folded lines', 'title: >-\n  The lamp\n  is lit\nlayout: post', 'The lamp is lit'],
    ['a tab', 'title:\tThe lamp\ntags:\n\t- a', 'The lamp'],
    ['a bracket', 'title: [Draft] The lamp', '[Draft] The lamp'],
    ['a percent sign', 'title: %lamp', '%lamp'],
    ['an asterisk', 'title: *lamp', '*lamp'],
    ['a title twice', 'title: A\ntitle: B', 'B'],
  ])('reads a title with %s', async (_name, yaml, title) => {
    const { metadata, omissions } = await keys(yaml);
    expect(metadata.title).toBe(title);
    expect(omissions).toEqual([]);
  });

  test.each([
    ['author: Ada Quay', 'Ada Quay'],
    ['author: [Ada Quay, Tom Mole]', 'Ada Quay, Tom Mole'],
    ['author:\n  - Ada Quay\n  - Tom Mole', 'Ada Quay, Tom Mole'],
    ['author:\n  name: Ada Quay\n  mail: a@example.org', 'Ada Quay'],
    ['authors:\n  - name: Ada Quay\n  - Tom Mole', 'Ada Quay, Tom Mole'],
    ['authors: [ada-quay, tmole]', null],
    ['author: Ada Quay (@ada), Tom Mole <tom@example.org>', 'Ada Quay, Tom Mole'],
  ])('reads authors: %j', async (yaml, author) => {
    expect((await keys(yaml)).metadata.author).toBe(author);
  });

  test.each([
    ['14.07.2024', '2024-07-14'],
    ['July 14, 2024', '2024-07-14'],
    ['2024-07-14 08:30:00 +0200', '2024-07-14'],
    ['14/07/2024', '2024-07-14'],
    ['"2024-07"', '2024-07'],
  ])('reads a date: %s', async (date, published) => {
    expect((await keys(`date: ${date}`)).metadata.published).toBe(published);
  });

  test.each([
    ['path: 2014/12/12/the-lamp', '2014-12-12'],
    ['permalink: /blog/2014/12/12/the-lamp/', '2014-12-12'],
    ['aliases: [2014/12/12/lamp.html, lamp]', '2014-12-12'],
    ['aliases: [2014/12/12/lamp, 2015/01/02/lamp]', null],
    ['slug: the-lamp', null],
    ['created: 2014-12-12', '2014-12-12'],
    ['created: long ago', null],
    ['created: 2014-12-12\ndate: 2015-01-02', '2015-01-02'],
    ['path: 2014/12/12/lamp\npubDate: 2015-01-02', '2015-01-02'],
    ['Date: 2015-01-02', '2015-01-02'],
    ['lastmod: 2015-01-02', null],
  ])('reads the day from other keys: %j', async (yaml, published) => {
    const { metadata, omissions } = await keys(yaml);
    expect([metadata.published, omissions]).toEqual([published, []]);
  });

  test("leaves a site's own values aside in silence", async () => {
    const { metadata, omissions } = await keys('published: false\nurl: /lamps/old/\nlang: en-GB');
    expect([metadata.published, metadata.url, metadata.language]).toEqual([null, null, 'en']);
    expect(omissions).toEqual([]);
  });

  test('ends at the first empty line if nothing closes it, which is told', async () => {
    const { text, metadata, omissions } = await read('---\ntitle: The lamp\n\nIt was lit.');
    expect([text, metadata.title]).toEqual(['It was lit.', 'The lamp']);
    expect(omissions?.[0]).toContain('without a closing "---"');
  });

  test('may be TOML', async () => {
    const { metadata, text } = await read(
      '+++\ntitle = "The \\"lamp\\""\ndate = 2024-07-10T08:00:00Z\nauthors = ["Ada Quay",\n  "Tom Mole"]\ndraft = false\n[extra]\ntitle = "No"\n+++\n\nIt was lit.',
    );
    expect(metadata).toMatchObject({
      title: 'The "lamp"',
      published: '2024-07-10',
      author: 'Ada Quay, Tom Mole',
    });
    expect(text).toBe('It was lit.');
  });

  test('may stand in a fence above the heading', async () => {
    const { metadata, title, text } = await read(
      '```toml\n[advisory]\nid = "LAMP-1"\ndate = "2024-07-10"\nurl = "https://example.org/1"\n\n[versions]\ndate = "2020-01-01"\n```\n\n# The lamp\n\nIt was lit.',
    );
    expect([metadata.published, metadata.url, title, text]).toEqual([
      '2024-07-10',
      null,
      'The lamp',
      'It was lit.',
    ]);
  });

  test.each([
    ['without a key of a document', '```toml\nlamp = 1\n```\n\n# The lamp\n\nIt was lit.'],
    ['with a day alone', '```toml\ndate = 2024-07-10\n```\n\n# Days in TOML\n\nIt was lit.'],
    [
      'above more of its kind',
      '```toml\ntitle = "a"\ndate = 2024-07-10\n```\n\n# Days\n\n```toml\nday = 1\n```',
    ],
    ['above no heading', '```yaml\ndate: 2024-07-10\n```\n\nIt was lit.'],
    ['of another language', '```js\ndate = 2024\n```\n\n# The lamp\n\nIt was lit.'],
  ])('is no fence %s', async (_what, source) => {
    expect((await read(source)).metadata.published).toBeNull();
  });

  test('is no fence with the settings of a program', async () => {
    const { metadata } = await read(
      '```toml\n[package]\nname = "lamp"\nauthors = ["Ada Quay"]\n```\n\n# The lamp',
    );
    expect(metadata.author).toBeNull();
  });

  test('may be JSON', async () => {
    const { metadata, text, omissions } = await read(
      '{\n  "title": "The lamp",\n  "date": "2024-07-10",\n  "url": "javascript:1"\n}\n\nIt was lit.',
    );
    expect(metadata).toMatchObject({ title: 'The lamp', published: '2024-07-10' });
    expect(text).toBe('It was lit.');
    expect(omissions?.[0]).toContain('line 4: ');
  });

  test('is no object that the text shows', async () => {
    expect((await read('{\nIt was lit.\n}\n\nIt shone.')).text).toBe('{ It was lit. }\n\nIt shone.');
  });

  test.each([
    ['10 juillet 2024', 'lang: fr', '2024-07-10'],
    ['07/10/2024', 'language: de', '2024-10-07'],
  ])('reads a date in its language: %s', async (date, language, published) => {
    const { metadata, omissions } = await keys(`date: ${date}\n${language}`);
    expect([metadata.published, omissions]).toEqual([published, []]);
  });

  test('loses one key of TOML that cannot be read', async () => {
    const { metadata, omissions } = await read('+++\ndate = soon\ntitle = "The lamp"\n+++\nIt was lit.');
    expect([metadata.title, omissions?.length]).toEqual(['The lamp', 1]);
  });

  test('may hold keys of other programs, and keys without a value', async () => {
    const { metadata } = await read('---\nlayout: post\nTags: { a: [b] }\nauthor:\n---\nThe lamp was lit.');
    expect(Object.values(metadata).every((value) => value === null)).toBe(true);
  });

  test('may end its lines as it likes', async () => {
    const { metadata, text } = await read('---\r\ntitle: The lamp\r\n---\r\nIt was lit.');
    expect([metadata.title, text]).toEqual(['The lamp', 'It was lit.']);
  });

  test('prefers `published` to `date`', async () => {
    const { metadata } = await read('---\ndate: 2024-01-01\npublished: 2023-12\n---\nThe lamp was lit.');
    expect(metadata.published).toBe('2023-12');
  });

  test.each(['---\n\nThe lamp was lit.\n\n---\n\nIt shone.', '---\nThe lamp was lit.'])(
    'is not a line between paragraphs: %j',
    async (source) => {
      expect((await read(source)).text).toContain('The lamp was lit.');
    },
  );
});

describe('the title', () => {
  test.each([
    ['# The lamp\n\nIt was lit.', 'The lamp', 'It was lit.'],
    ['The lamp\n===\n\nIt was lit.', 'The lamp', 'It was lit.'],
    ['## The *lamp*\n\nIt shone.', 'The lamp', 'It shone.'],
    ['It was lit.\n\n# The *lamp*\n\nIt shone.', 'The lamp', `It was lit.\n\nThe lamp${HEADED}\n\nIt shone.`],
    ['It was lit.\n\n## A part\n\nIt shone.', null, `It was lit.\n\nA part${HEADED}\n\nIt shone.`],
    ['# The lamp', 'The lamp', 'The lamp'],
    ['It was lit.', null, 'It was lit.'],
  ])('is the first heading: %j', async (source, title, text) => {
    expect(await read(source)).toMatchObject({ title, text });
  });

  test('leaves a heading in the text that says something else', async () => {
    const { text } = await read('---\ntitle: The lamp\n---\n# A storm\n\nIt was lit.');
    expect(text).toBe(`A storm${HEADED}\n\nIt was lit.`);
  });
});

test('lists within lists are indented', async () => {
  const { text } = await read('It was lit.\n\n* the lamp\n  * its glass\n    1. new\n* the pier');
  expect(text.split('\n').slice(2)).toEqual([
    'the lamp',
    `${INDENT}its glass`,
    `${INDENT}${INDENT}1. new`,
    '',
    'the pier',
  ]);
});

describe('what is not shown is not stored', () => {
  test.each([
    ['a comment of Obsidian', 'It was lit. %%by nobody%% It shone.', 'It was lit. It shone.'],
    ['one over lines', 'It was lit.\n\n%%\nby nobody\n\nat all\n%%\n\nIt shone.', 'It was lit.\n\nIt shone.'],
    ['the mark of a callout', '> [!note]- Mind\n> It is hot.', 'Mind\n\nIt is hot.'],
    ['the marks of a highlight', 'It ==was== lit; a==b, c==d.', 'It was lit; a==b, c==d.'],
    ['the mark of a footnote', 'Lit in 1871[^1] once.\n\n[^1]: By Ada.', 'Lit in 1871 once.\n\nBy Ada.'],
    ['deleted text', 'It ~~never~~ was <del>not</del> <s>un</s>lit.', 'It was lit.'],
    ['deleted paragraphs', '<del>\n\nIt was not.\n\n</del>\n\nIt was lit.', 'It was lit.'],
    ['template tags', 'It was{% if lit %} lit{% endif %}.\n\n{{< video "a b" >}}', 'It was lit.'],
    ['a tag in an address', '[It]({{ "/a b" | url }}) was [lit]({{< ref "x y" >}}).', 'It was lit.'],
    ['code between tags', '{% highlight sh %}\nrm -rf\n{% endhighlight %}\n\nIt was lit.', 'It was lit.'],
    ['a class', 'It was lit. {.big #lamp}\n\n# A part {#part .big}', `It was lit.\n\nA part${HEADED}`],
    ['the name of a block', 'It was lit. ^lamp-1', 'It was lit.'],
    [
      'the marks of a container',
      ':::note[Mind]\nIt is hot.\n:::\n\n::: tip Once more\nIt shone.\n:::',
      'Mind\n\nIt is hot.\n\nOnce more\n\nIt shone.',
    ],
    [
      'those of an admonition',
      '!!! warning "Mind"\n\n    It is *hot*.\n\n    === "Lamp"\n        It shone.\n\nIt was lit.',
      `Mind${HEADED}\n\nIt is hot.\n\nLamp${HEADED}\n\nIt shone.\n\nIt was lit.`,
    ],
    ['commands to a generator', '[TOC]\n\n\\newpage\n\nIt was lit.\n\n--8<-- "a.md"', 'It was lit.'],
    ['attributes', '## Lamps {#lamps}\n{: .big }\n\nIt was lit.\n{: .note}', `Lamps${HEADED}\n\nIt was lit.`],
    ['a picture between sentences', '![A lamp](a.png)\n\nIt was lit. ![A lamp](a.png)', 'It was lit.'],
    ['a note set in', '![[lamps]]\n\nIt was lit.', 'It was lit.'],
  ])('%s', async (_name, source, text) => {
    expect((await read(`It began.\n\n${source}`)).text).toBe(`It began.\n\n${text}`);
  });

  test('tags in code stay, as they are its text', async () => {
    expect((await read('Write `{{ lamp }}` and `a %%b%%`.')).text).toBe('Write {{ lamp }} and a %%b%%.');
  });

  test('the imports, expressions and tags of MDX', async () => {
    const source =
      'import Lamp from "./lamp"\nexport const lit = 1;\n\n<Tabs items={["a > b", {c: 1}]}>\n  <Tab value="x">\n    It was *lit*.\n  </Tab>\n</Tabs>\n\n{/* not yet */}\n\nIt cost {price} crowns, {"all"} of it. <Lamp />';
    const { text } = await markdownReader.read(utf8(source), 'a.mdx');
    expect(text).toBe('It was lit.\n\nIt cost […] crowns, all of it.');
  });
});

describe('what stands in a sentence stays visible', () => {
  test.each([
    ['a link by name', 'See [[Lamps|the lamps]] and [[Old/Pier#Costs]].', 'See the lamps and Pier.'],
    ['a link in two brackets', 'See [[1]](https://example.org).', 'See [1].'],
    ['a picture', 'Press ![the gear](a.png) to open.', 'Press [the gear] to open.'],
    ['a picture without words', 'Press ![](a.png) to open.', 'Press […] to open.'],
    ['a note set in', 'It costs ![[price]] today.', 'It costs […] today.'],
    ['what a tag writes', 'It costs {{ price }} today.', 'It costs […] today.'],
    ['a formula', 'So $a_1 * b_2 * c$ and $x$ hold.', 'So $a_1 * b_2 * c$ and $x$ hold.'],
    ['sums of money', 'From $5 to *at most* $10.', 'From $5 to at most $10.'],
    [
      'notes in tags',
      'It burns.<sup><a href="#fn1" id="ref1">1</a></sup> It is lit.\n\n<p>It sank.<sup><a href="#fn2">2</a></sup></p>\n\nA lamp.<a href="#ref1" title="Back">↩</a>',
      'It burns. It is lit.\n\nIt sank.\n\nA lamp.',
    ],
    ['an exponent', 'It has 5 m<sup>2</sup> since 1871<sup>[1](#a)</sup>.', 'It has 5 m² since 1871.'],
  ])('%s', async (_name, source, text) => {
    expect((await read(`It began.\n\n${source}`)).text).toBe(`It began.\n\n${text}`);
  });
});

test('what only looks like the mark of an admonition stays', async () => {
  expect((await read('It was lit.\n\n!!! Mind the lamp.\n\n??? Who lit it?')).text).toBe(
    'It was lit.\n\n!!! Mind the lamp.\n\n??? Who lit it?',
  );
});

describe('lines of a paragraph', () => {
  test.each([
    [
      'are one where a sentence goes on',
      'The lamp was lit by\nAda Quay at dusk,\nand shone.',
      'The lamp was lit by Ada Quay at dusk, and shone.',
    ],
    [
      'stay where each is labelled',
      'Present: Ada Quay\nAbsent: Tom Mole',
      'Present: Ada Quay\nAbsent: Tom Mole',
    ],
    [
      'stay in a verse',
      'The lamp went out\nAnd no one saw\nThe ships go by',
      'The lamp went out\nAnd no one saw\nThe ships go by',
    ],
    ['are one without a space in Chinese', '昨天委员会\n开会。', '昨天委员会开会。'],
  ])('%s', async (_name, source, text) => {
    expect((await read(`It began.\n\n${source}`)).text).toBe(`It began.\n\n${text}`);
  });
});

describe('Markdown that nobody wrote by hand', () => {
  test.each([
    ['quotations in quotations', '> '.repeat(100_000)],
    ['lists in lists', '- '.repeat(100_000)],
    ['open brackets', '['.repeat(100_000)],
    ['open images', '![['.repeat(30_000)],
    ['open emphasis', '*a **b '.repeat(30_000)],
    ['open tags', '<a '.repeat(100_000)],
    ['open scripts', '<script>'.repeat(100_000)],
    ['a million ampersands', '&'.repeat(1_000_000)],
    ['open template tags', '{{ {% '.repeat(100_000)],
    ['open comments', '%% a '.repeat(100_000)],
    ['open formulas', '$a '.repeat(100_000)],
    ['open links by name', '[[a|'.repeat(100_000)],
    ['open code', '``a`'.repeat(100_000)],
    ['a space as wide as a book', `a${' '.repeat(300_000)}b`],
    ['a paragraph as long as a book', 'the lamp was lit, and then\n'.repeat(20_000)],
  ])('is read in good time: %s', async (_name, markup) => {
    const spent = await cpuTimeUntil(async () => {
      const found = await read(`The lamp was lit.\n\n${markup}`);
      expect(found.text).toContain('The lamp was lit.');
    });
    expect(spent).toBeLessThan(5000);
  });
});

test.each([
  ['a quotation', `title: "a\n${'  b\n'.repeat(200_000)}"\npublisher: Gazette`, 'title'],
  ['folded lines', `title: >\n${'  b\n'.repeat(200_000)}publisher: Gazette`, 'title'],
  [
    'a map',
    `author:\n${Array.from({ length: 50_000 }, (_, at) => `  k${at}: b\n`).join('')}publisher: Gazette`,
    'author',
  ],
  [
    "another program's key",
    `tags:\n${Array.from({ length: 50_000 }, (_, at) => `  k${at}: b\n`).join('')}publisher: Gazette`,
    null,
  ],
])('a value of front matter as long as a book costs its key, and no time: %s', async (_name, yaml, key) => {
  const spent = await cpuTimeUntil(async () => {
    const { text, metadata, omissions } = await read(`---\n${yaml}\n---\n\nThe lamp was lit.`);
    expect([text, metadata.publisher]).toEqual(['The lamp was lit.', 'Gazette']);
    const told = `has front matter with a "${key}" that was ignored: line 2: is longer than 10000 characters`;
    expect(omissions).toEqual(key === null ? [] : [told]);
  });
  expect(spent).toBeLessThan(2000);
});

describe('a formula broken at its lowered digits', () => {
  test.each([
    ['der CO\n2             -Preis steigt', 'der CO2-Preis steigt'],
    [
      '(CO\n    2                   ), Lachgas (N\n    2                   O) und',
      '(CO2), Lachgas (N2O) und',
    ],
    ['das CH\n4                 wird', 'das CH4 wird'],
  ])('is whole: %s', async (source, text) => {
    expect((await read(source)).text).toBe(text);
  });

  test('is none where the number is another', async () => {
    expect((await read('nach ISO IEC 17025\n4               geprüft')).text).toBe(
      'nach ISO IEC 17025 4 geprüft',
    );
    expect((await read('Section A\n2               Pears')).text).toBe('Section A 2 Pears');
  });
});
