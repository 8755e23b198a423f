import { beforeEach, describe, expect, test } from 'vitest';
import { FetchFailure } from '../../../src/core/collecting/fetcher.ts';
import type { ListReply, NoteReply } from '../../../src/core/replies/reply.ts';
import { type AddingWorld, createAddingWorld } from '../../fakes/adding-world.ts';
import { rss } from '../../fakes/feeds.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

const SITE = 'https://gazette.example';
const FARES = 'The island ferry will cost ten crowns from June, the harbour council decided on Friday.';
const ARTICLE = `<!doctype html><html lang="en"><head><title>Ferry fares</title><meta name="author" content="Ada Quay">
<meta property="og:site_name" content="Port Gazette"></head><body><nav><ul><li>Home</li></ul></nav>
<article><h1>Ferry fares</h1><p>${FARES}</p><p>The council expects 40,000 passengers a year on the new boats.</p></article></body></html>`;
const FEED = rss(
  [1, 2, 3, 4, 5, 6].map((n) => ({
    ...{ id: `${n}`, title: `Number ${n}`, description: 'Something happened.' },
    date: `0${n} May 2024 10:00:00 GMT`,
  })),
);

let adding: AddingWorld;

beforeEach(async () => {
  adding = await createAddingWorld();
});

const linesOf = (reply: unknown) => (reply as ListReply).items.map(({ id, detail }) => `${id}: ${detail}`);

describe('a feed', () => {
  test('is shown with its latest five items before it is followed', async () => {
    adding.world.web[`${SITE}/feed`] = FEED;
    const shown = await adding.say(`/add ${SITE}/feed`);
    expect(shown).toMatchObject({ kind: 'list', headline: 'Harbour Gazette' });
    expect(linesOf(shown).slice(0, 3)).toEqual([
      `feed: ${SITE}/feed`,
      '6 May 2024: Number 6',
      '5 May 2024: Number 5',
    ]);
    expect(linesOf(shown)).toHaveLength(6);
    expect(await adding.dossier.store.sources.list()).toEqual([]);
    await adding.press(shown);
    expect(await adding.dossier.store.sources.list()).toMatchObject([
      { url: `${SITE}/feed`, kind: 'feed', collection: 'news', by: { user: 'local' } },
    ]);
  });

  test('of a page is found, and the page can be kept instead', async () => {
    adding.world.web[`${SITE}/a`] = ARTICLE.replace(
      '<head>',
      '<head><link rel="alternate" type="application/rss+xml" href="/news.xml">',
    );
    adding.world.web[`${SITE}/news.xml`] = FEED;
    expect(linesOf(await adding.say(`/add ${SITE}/a`))[0]).toBe(`feed: ${SITE}/news.xml`);
    expect(await adding.say(`/add ${SITE}/a as:page`)).toMatchObject({ headline: 'Ferry fares' });
  });

  test.each([
    [true, 'the first look comes within a minute, and later ones as often as it changes.'],
    [false, 'the first look comes within a minute while “dossier start” runs, and later ones as often'],
  ])('is promised no look that this program does not make (it looks: %s)', async (looks, promise) => {
    const here = await createAddingWorld({ looks });
    here.world.web[`${SITE}/feed`] = FEED;
    const shown = await here.say(`/add ${SITE}/feed`);
    expect((shown as ListReply).note).toContain(promise);
    const followed = (await here.press(shown)) as NoteReply;
    expect(followed.note.includes('while “dossier start” runs. To stop:')).toBe(!looks);
  });

  test('of an address with the ending of a file is found there, not among files', async () => {
    adding.world.web[`${SITE}/a.html`] = ARTICLE;
    expect(await adding.say(`/add ${SITE}/a.html as:page`)).toMatchObject({ headline: 'Ferry fares' });
  });

  test('is followed once', async () => {
    adding.world.web[`${SITE}/feed`] = FEED;
    await adding.press(await adding.say(`/add ${SITE}/feed`));
    const again = await adding.press(await adding.say(`/add ${SITE}/feed`));
    expect(again).toMatchObject({ note: `${SITE}/feed is followed in news already.` });
  });
});

describe('a page', () => {
  beforeEach(() => {
    adding.world.web[`${SITE}/a`] = ARTICLE;
  });

  test('is shown as it will be quoted, and kept as it was shown', async () => {
    const shown = await adding.say(`/add ${SITE}/a`);
    expect(linesOf(shown)).toContain('publisher: Port Gazette');
    expect(linesOf(shown)).toContain(`quoted as: ${FARES}`);
    expect(linesOf(shown).at(-1)).toMatch(/^left out: \d+ of \d+ characters, such as menus and teasers$/);
    expect(Object.keys(adding.world.files()).some((path) => path.includes('added'))).toBe(false);
    adding.world.web[`${SITE}/a`] = ARTICLE.replace('ten crowns', 'twelve crowns');
    await adding.press(shown);
    const [[path = '', content] = []] = Object.entries(adding.world.files()).filter(([each]) =>
      /added\/.*html$/.test(each),
    );
    expect(path).toMatch(/^news\/added\/ferry-fares-[\da-f]{8}\.html$/);
    expect(content).toContain('ten crowns');
    expect(adding.world.files()['news/added/sources.yaml']).toContain(`url: ${SITE}/a`);
    expect(await adding.say('/status')).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          id: 'added',
          detail: expect.stringMatching(/^Ferry fares in news, .* by local$/),
        }),
      ]),
    });
  });

  test('that is added again replaces its file', async () => {
    await adding.press(await adding.say(`/add ${SITE}/a`));
    adding.world.web[`${SITE}/a`] = ARTICLE.replace('ten crowns', 'twelve crowns').replace(
      'Ferry fares<',
      'New fares<',
    );
    await adding.press(await adding.say(`/add ${SITE}/a`));
    const kept = Object.entries(adding.world.files()).filter(([each]) => /added\/.*html$/.test(each));
    expect(kept).toHaveLength(1);
    expect(kept[0]?.[1]).toContain('twelve crowns');
  });

  test('is watched if that is wanted', async () => {
    await adding.press(await adding.say(`/add ${SITE}/a as:watch`));
    expect(await adding.dossier.store.sources.list()).toMatchObject([{ url: `${SITE}/a`, kind: 'page' }]);
  });

  test.each([
    [
      'a password',
      { status: 401 },
      'demands a password (status 401). Dossier has no passwords; save the page and add the file.',
    ],
    ['nothing', { status: 404 }, 'is not there (status 404). Check the address.'],
    [
      'a slow server',
      new FetchFailure('takes longer than 20 seconds', 'slow'),
      'takes longer than 20 seconds. Check the address.',
    ],
    [
      'an inner address',
      new FetchFailure('is not on the public internet', 'refused'),
      'is not on the public internet. Check the address.',
    ],
    [
      'an archive',
      { type: 'application/zip', bytes: Buffer.from('PK') },
      'is neither a page nor a document. Give the address of a page, a PDF or a feed.',
    ],
  ])('that is %s is refused in a sentence', async (_, answer, sentence) => {
    adding.world.web[`${SITE}/b`] = answer;
    expect(await adding.say(`/add ${SITE}/b`)).toMatchObject({
      kind: 'error',
      note: `${SITE}/b ${sentence}`,
    });
  });
});

describe('a file', () => {
  const given = (name: string, text: string) => ({
    readFile: async () => ({ name, bytes: Buffer.from(text) }),
  });

  test.each(['../../etc/quay fares.txt', 'C:\\quay fares.txt', 'quay fares.txt'])(
    'is kept under a name of Dossier’s own: %s',
    async (name) => {
      const who = given(name, FARES);
      await adding.press(await adding.say('/add ./report.txt', who), who);
      const paths = Object.keys(adding.world.files()).filter((each) => /added\/.*txt$/.test(each));
      expect(paths).toEqual([expect.stringMatching(/^news\/added\/[a-z-]+-[\da-f]{8}\.txt$/)]);
    },
  );

  test('is refused where none can be given', async () => {
    expect(await adding.say('/add ./report.txt')).toMatchObject({ problem: { code: 'no-files' } });
  });

  test.each([
    ['nothing in it', 'a.txt', ' ', 'unreadable-document'],
    ['a format that is not read', 'a.exe', 'MZ', 'unreadable-document'],
    ['no ending', 'report', FARES, 'unknown-format'],
    ['too much in it', 'a.txt', 'x'.repeat(10_000_001), 'too-large'],
  ])('with %s is refused', async (_, name, text, code) => {
    expect(await adding.say('/add ./it.txt', given(name, text))).toMatchObject({ problem: { code } });
  });
});

describe('what may be confirmed', () => {
  const CHAT = { ...LOCAL, platform: 'chat', workspace: 'W', channel: 'C', local: false };

  test('is only what was shown, in the same workspace', async () => {
    adding.world.web[`${SITE}/a`] = ARTICLE;
    const shown = await adding.say(`/add ${SITE}/a`);
    const forged = await adding.say('/add confirm:00000000');
    const elsewhere = await adding.press(shown, { audience: { ...CHAT, workspace: 'W2' } });
    for (const reply of [forged, elsewhere])
      expect(reply).toMatchObject({ problem: { code: 'unknown-draft' } });
  });

  test('goes to no collection that may not be read there', async () => {
    adding.world.web[`${SITE}/a`] = ARTICLE;
    const shown = (await adding.say(`/add ${SITE}/a`)) as ListReply;
    expect(JSON.stringify(shown)).not.toContain('secret');
    const confirm = shown.offers?.[0]?.options.confirm ?? '';
    expect(await adding.say(`/add confirm:${confirm} collection:secret`)).toMatchObject({
      problem: { code: 'unknown-collection' },
    });
  });

  test('is asked for where several collections may be read', async () => {
    adding.world.web[`${SITE}/a`] = ARTICLE;
    const shown = (await adding.say(`/add ${SITE}/a`, { audience: CHAT })) as ListReply;
    expect(shown.offers?.map(({ label }) => label)).toEqual(['Keep in news', 'Keep in secret']);
  });

  test('is for managers only', async () => {
    const reply = await adding.say(`/add ${SITE}/a`, { manager: false });
    expect(reply).toMatchObject({ problem: { code: 'not-allowed' } });
    expect(adding.world.asked).toEqual([]);
  });
});
