import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/core/library/documents/document.ts';
import type { Grade } from '../../../src/core/library/documents/grade.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { LOCAL } from '../../fakes/local-chat.ts';
import { addressesIn, marksIn, openPagesOn } from '../../fakes/pages.ts';
import { openMemoryStore } from '../../fakes/store.ts';

const TEXT = 'The ferry sailed.\n\nAda said: <b>“Sell it & go.”</b>\u202E It was sold.';
const FERRY = createDocument('harbour/ferry', { text: TEXT, title: 'Ferry <sold>' });
const START = TEXT.indexOf('Ada');
const QUOTED = { document: FERRY.id, start: START, end: TEXT.length, text: TEXT.slice(START) };

const openOn = (...documents: readonly Document[]) => openPagesOn(createContents(documents));

/** The page of what was quoted of the ferry, when the link was made. */
async function openQuoted(now: Document = FERRY) {
  const { links, get } = await openOn(now);
  return get(links.linkTo(QUOTED, LOCAL) ?? '');
}

describe('the page of a document', () => {
  test('marks exactly what was quoted, and shows markup of the text as text', async () => {
    const { status, text } = await openQuoted();
    expect(status).toBe(200);
    expect(text).toContain(
      '<p dir="auto">The ferry sailed.</p>\n<p dir="auto"><mark id="quote">Ada said: &lt;b&gt;“Sell it &amp; go.”&lt;/b&gt; It was sold.</mark></p>',
    );
    expect(text).toContain('<h1 dir="auto">Ferry &lt;sold&gt;</h1>');
    expect(text).not.toMatch(/<script|\u202E| on\w+=/);
  });

  test('tells all that is known of it, in its own language', async () => {
    const facts = { publisher: 'Port Gazette', author: 'Ada Lund', published: '2024-07-10', language: 'de' };
    const { text } = await openQuoted({ ...FERRY, ...facts });
    expect(text).toContain('<article lang="de">');
    for (const fact of ['Port Gazette', 'Ada Lund', '10 Jul 2024', 'German', 'harbour/ferry', FERRY.sha256])
      expect(text).toMatch(new RegExp(`<dd>(?:<code>)?${fact}`));
  });

  test('tells how it is tagged and graded, in words, and nothing if it is not', async () => {
    const { text } = await openQuoted({ ...FERRY, tags: ['law', 'primary'], grade: 'B2' as Grade });
    expect(text).toMatch(/<p class="facts">[^<]* · B2<\/p>/);
    expect(text).toContain('<dt>Grade</dt><dd>B2: usually reliable source, probably true</dd>');
    expect(text).toContain('<dt>Tags</dt><dd>law, primary</dd>');
    expect((await openQuoted()).text).not.toMatch(/Grade|Tags/);
  });

  test('has one heading, landmarks, and a link past what stands above the text', async () => {
    const { text } = await openQuoted();
    expect(text.match(/<h1/g)).toHaveLength(1);
    for (const part of ['<html lang="en">', '<header>', '<main id="content"', '<footer>', 'href="#content"'])
      expect(text).toContain(part);
  });

  test('opens the original at what was quoted', async () => {
    const { text } = await openQuoted({ ...FERRY, url: 'https://harbour.example/ferry' });
    expect(text).toContain('href="https://harbour.example/ferry#:~:text=Ada%20said');
    expect(text).toContain('Open the original at harbour.example<');
    expect((await openQuoted({ ...FERRY, url: 'javascript:alert(1)' })).text).not.toContain('javascript:');
  });
});

describe('other excerpts of the same answer', () => {
  const text =
    'The ferry to the island costs ten crowns.\n\nThe weather was fine.\n\nThe ferry to the island sails at noon.';
  const documents = [
    createDocument('harbour/fares', { text }),
    createDocument('harbour/lamp', { text: 'The lamp is lit at night, the keeper said.' }),
  ];

  test('are marked with their numbers, and can be gone to', async () => {
    const { say, get, links } = await openOn(...documents);
    const { id, points } = await say('What about the ferry to the island?');
    const [second, first] = points; // the answer’s order is not the text’s
    expect([first?.text, second?.text]).toEqual([text.split('\n\n')[0], text.split('\n\n')[2]]);
    const page = await get(links.linkTo({ ...(second ?? expect.fail()), answer: id ?? '' }, LOCAL) ?? '');
    expect(marksIn(page)).toEqual([
      { id: 'also-1', words: first?.text },
      { id: 'quote', words: second?.text },
    ]);
    expect(page.text).toContain('<a href="#also-1">[1] another excerpt</a>');
    expect(page.text).toMatch(/<span class="number">\[1\]<\/span><mark id="quote">/);
  });

  test('are not marked for a link from no answer, or from one that does not exist', async () => {
    const { say, get, links } = await openOn(...documents);
    const [, point = expect.fail()] = (await say('What about the ferry to the island?')).points;
    for (const answer of [undefined, 'abcdefghijkl', '../../etc'])
      expect(
        marksIn(await get(links.linkTo({ ...point, ...(answer && { answer }) }, LOCAL) ?? '')),
      ).toHaveLength(1);
  });
});

describe('a document that has changed since it was quoted', () => {
  test('says whether the words moved or are gone, where what they were is not stored', async () => {
    const moved = await openQuoted({ ...FERRY, text: `New. ${TEXT}` });
    expect(moved.text).toMatch(/now stand elsewhere.*<mark id="quote">Ada said/s);
    const gone = await openQuoted({ ...FERRY, text: 'The ferry sank.' });
    expect(gone.text).toContain('no longer in it');
    expect(gone.text).not.toContain('<mark');
  });

  test('shows both wordings, with what differs struck out and underlined', async () => {
    const store = await openMemoryStore();
    const before = createDocument('harbour/fares', {
      text: 'The ferry to the island costs ten crowns.\n\nIt rains.',
    });
    const after = createDocument('harbour/fares', {
      text: 'New fares.\n\nThe ferry to the island costs twelve crowns.',
    });
    const quoting = await openPagesOn(createContents([before]), { store });
    const { id, points } = await quoting.say('What about the ferry to the island?');
    const { links, get } = await openPagesOn(createContents([after]), { store });
    const page = await get(links.linkTo({ ...(points[0] ?? expect.fail()), answer: id ?? '' }, LOCAL) ?? '');
    expect(page.text).toContain('Changed since it was quoted');
    expect(page.text).toContain('As quoted on 24 Nov 2026');
    expect(page.text).toContain('costs <del>ten</del> crowns.');
    expect(page.text).toContain('costs <ins>twelve</ins> crowns.');
    expect(marksIn(page)).toEqual([{ id: 'quote', words: 'The ferry to the island costs twelve crowns.' }]);
  });

  test('says so where nothing is like what was quoted', async () => {
    const store = await openMemoryStore();
    const quoting = await openPagesOn(createContents([FERRY]), { store });
    const { id, points } = await quoting.say('Was the ferry sold?');
    const { links, get } = await openPagesOn(
      createContents([createDocument('harbour/ferry', { text: 'Closed.' })]),
      { store },
    );
    const page = await get(links.linkTo({ ...(points[0] ?? expect.fail()), answer: id ?? '' }, LOCAL) ?? '');
    expect(page.text).toContain('Nothing like it is in the document any more');
    expect(marksIn(page)).toEqual([]);
  });
});

test('leads nowhere but to the original, where no file is known', async () => {
  const { links, get } = await openOn({ ...FERRY, url: 'https://harbour.example/ferry' });
  const addresses = addressesIn(await get(links.linkTo(QUOTED, LOCAL) ?? ''));
  expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(
    new Set(['https://harbour.example']),
  );
});
