import { beforeAll, describe, expect, test } from 'vitest';
import { createContents, createDocument, createIndexedDocument } from '../../fakes/documents.ts';
import { loadOwnCorpus } from '../../fakes/local-chat.ts';
import { addressesIn, BASE, marksIn, openPagesOn, type PagesWorld } from '../../fakes/pages.ts';

let world: PagesWorld;

beforeAll(async () => {
  world = await openPagesOn(await loadOwnCorpus());
});

describe('the page of a topic', () => {
  test('reads as kept', async () => {
    const { text } = await world.get(`${BASE}/topics/nato-asia`);
    await expect(`${text.slice(text.indexOf('<body>'))}\n`).toMatchFileSnapshot(
      '../../golden/pages/topic.html',
    );
  });

  test('has no picture without a name, a description and a table of the same', async () => {
    const { text } = await world.get(`${BASE}/topics/nato-asia`);
    const sections = text.split('<section').filter((section) => section.includes('<svg role="img"'));
    expect(sections).toHaveLength(3);
    for (const section of sections) {
      expect(section).toMatch(/<title id="[\w-]+">[^<]+<\/title><desc id="[\w-]+">[^<]+<\/desc>/);
      expect(section).toMatch(/<table.*<caption/s);
    }
  });

  test('leads from each number to the words it quotes', async () => {
    const page = await world.get(`${BASE}/topics/nato-asia`);
    const links = addressesIn(page, '/documents').filter((address) => address.endsWith('#quote'));
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      const [asked] = marksIn(await world.get(link)).filter(({ id }) => id === 'quote');
      expect(page.text.replaceAll('&#39;', "'")).toContain(
        asked?.words.replaceAll('"', '&quot;') ?? expect.fail(),
      );
    }
  });

  test('is opened by its name in any case, and by nothing else', async () => {
    expect((await world.get(`${BASE}/topics/NATO-Asia`)).status).toBe(200);
    expect((await world.get(`${BASE}/topics/nato`)).status).toBe(404);
  });

  test('is there for a topic that nothing is on', async () => {
    const { status, text } = await (await withTopic('penguin breeding')).get(`${BASE}/topics/ferry`);
    expect(status).toBe(200);
    expect(text).toContain('No document is on this topic.');
    expect(text).not.toContain('<svg');
  });

  test('has the digests of its channel', async () => {
    const opened = await withTopic('ferry island');
    await opened.say('/digest add ferry at:08:00');
    const { text } = await opened.get(`${BASE}/topics/ferry`);
    expect(text).toContain('Digest 1, terminal: terminal');
    expect(text).toContain('08:00 mon-fri Europe/London');
    expect(text).toContain('No editions yet.');
  });

  test('changes with the documents, though it is kept until then', async () => {
    const opened = await withTopic('ferry island');
    const before = await opened.get(`${BASE}/topics/ferry`);
    expect(before.text).toContain('1 document is on it');
    const { library, index } = opened.dossier;
    const news = createIndexedDocument('harbour/news', {
      text: 'The ferry to the island has a new captain.',
    });
    library.put(news);
    await index.add([news]);
    expect((await opened.get(`${BASE}/topics/ferry`)).text).toContain('2 documents are on it');
  });
});

function withTopic(query: string): Promise<PagesWorld> {
  const topic = { name: 'ferry', title: 'The ferry', query, collections: null, synonyms: [], aspects: [] };
  const document = createDocument('harbour/ferry', { text: 'The ferry to the island costs ten crowns.' });
  return openPagesOn(createContents([document], [topic]));
}
