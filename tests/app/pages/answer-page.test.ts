import { beforeAll, describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { LOCAL, loadOwnCorpus } from '../../fakes/local-chat.ts';
import {
  addressesIn,
  BASE,
  marksIn,
  openPagesOn,
  type Page,
  type PagesWorld,
  plain,
} from '../../fakes/pages.ts';
import { openMemoryStore } from '../../fakes/store.ts';

let world: PagesWorld;

beforeAll(async () => {
  world = await openPagesOn(await loadOwnCorpus());
});

const pageOf = (id: string | null) => world.get(`${BASE}/answers/${id}`);

describe('the page of an answer', () => {
  test.each([
    ['brief', '/brief nato-asia'],
    ['timeline', '/brief nato-asia style:timeline length:3m'],
    ['voices', '/brief nato-asia style:voices length:3m'],
    ['answer', 'Why does France object to the office in Tokyo?'],
  ])('reads as kept: %s', async (name, line) => {
    const { text } = await pageOf((await world.say(line)).id);
    await expect(`${text.slice(text.indexOf('<body>'))}\n`).toMatchFileSnapshot(
      `../../golden/pages/${name}.html`,
    );
  });

  test('has every point word for word, in order, each leading to exactly these words', async () => {
    const { id, points } = await world.say('/brief nato-asia length:3m');
    const page = await pageOf(id);
    const quoted = [...page.text.matchAll(/<p dir="auto" lang="en">[“‘]?(.*?)[”’]?<\/p>/gs)];
    expect(quoted.map(([, words = '']) => plain(words))).toEqual(
      points.map(({ text }) => text.replace(/\s+/g, ' ')),
    );
    const links = addressesIn(page, '/documents').slice(0, points.length);
    for (const [at, link] of links.entries()) {
      const source = await world.get(link);
      const asked = marksIn(source).filter(({ id: mark }) => mark === 'quote');
      expect(asked.map(({ words }) => words)).toEqual([points[at]?.text.replace(/\s+/g, ' ')]);
    }
  });

  test('tells the question, how much was searched, and each source with its facts', async () => {
    const { id, sources } = await world.say('Why does France object to the office in Tokyo?');
    const { text } = await pageOf(id);
    expect(text).toContain('<h1 dir="auto">Why does France object to the office in Tokyo?</h1>');
    expect(text).toContain('5 documents · newest 10 Jul 2024 · 4 undated');
    for (const { sha256, document, number } of sources) {
      expect(text).toContain(`<li id="source-${number}">`);
      expect(text).toContain(`<code>${sha256}</code>`);
      expect(text).toContain(`<dd>${document}</dd>`);
    }
  });

  test('draws the dates of a timeline, with the same in words', async () => {
    const { text } = await pageOf((await world.say('/brief nato-asia style:timeline length:3m')).id);
    expect(text).toMatch(/<svg role="img" aria-labelledby="when-title when-desc"/);
    expect(text).toMatch(/<desc id="when-desc">1 document of 10 Jul 2024; \d dated statements from/);
  });

  test('opens an answer of the chat page too, and of a question without an answer', async () => {
    const browser = { ...LOCAL, platform: 'web', channel: 'a1b2' };
    const { id } = await world.say('Why does France object to the office in Tokyo?', browser);
    expect((await pageOf(id)).status).toBe(200);
    const nothing = await world.say('How many penguins live in Tokyo?');
    expect(nothing.kind).toBe('nothing');
    expect((await pageOf(nothing.id)).status).toBe(200);
  });

  test('has exports that are the same as in chat', async () => {
    const { id } = await world.say('/brief nato-asia');
    for (const format of ['md', 'json', 'html', 'bibtex', 'csl']) {
      const exported = await world.get(`${BASE}/answers/${id}?format=${format}`);
      expect(exported.text).toBe((await world.say(`/export ${id} ${format}`)).text);
      expect(exported.headers.get('content-disposition')).toMatch(
        /^attachment; filename="dossier-\w{12}\.\w+"$/,
      );
    }
  });
});

describe('an answer whose documents have changed', () => {
  const text = 'The ferry to the island costs ten crowns.';
  const FARES = createDocument('harbour/fares', { text });
  const PIER = createDocument('harbour/pier', {
    text: 'The ferry to the island lands at the old pier, Ada said.',
  });

  const reopened = async (...documents: (typeof FARES)[]): Promise<Page> => {
    const store = await openMemoryStore();
    const before = await openPagesOn(createContents([FARES, PIER]), { store });
    const { id, points } = await before.say('What about the ferry to the island?');
    expect(points).toHaveLength(2);
    return (await openPagesOn(createContents(documents), { store })).get(`${BASE}/answers/${id}`);
  };

  test('says what is left out, and shows both wordings', async () => {
    const page = await reopened(createDocument('harbour/fares', { text: text.replace('ten', 'nine') }), PIER);
    expect(page.text).toContain('One excerpt is left out: no longer available as quoted.');
    expect(page.text).toContain('costs <del>ten</del> crowns.');
    expect(page.text).toContain('costs <ins>nine</ins> crowns.');
  });

  test('has a page without excerpts once all are gone', async () => {
    const { status, text: shown } = await reopened(createDocument('harbour/other', { text: 'It rains.' }));
    expect(status).toBe(200);
    expect(shown).toContain('What this answer quoted is no longer available.');
    expect(shown).not.toMatch(/crowns|pier|Sources|Export/);
  });
});
