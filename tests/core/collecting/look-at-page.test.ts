import { describe, expect, test } from 'vitest';
import { createWorld, FEED } from '../../fakes/collecting-world.ts';

const TEXT =
  'The island ferry will cost ten crowns from June, the harbour council decided on Friday after a long debate.';

const page = ({ text = TEXT, visitors = 1, menu = 'Sport' } = {}) =>
  `<!doctype html><html lang="en"><head><title>Ferry fares</title></head><body>
<nav><ul><li>Home</li><li>${menu}</li></ul></nav>
<article><h1>Ferry fares</h1><p>${text}</p><p>“Nobody likes to pay more,” said Mayor Lin Quay, “but the pier must be rebuilt.”</p></article>
<footer>Visitor number ${visitors}. Cookie settings</footer></body></html>`;

async function watch(first: string) {
  const world = await createWorld({ kind: 'page' });
  world.web[FEED] = first;
  await world.look();
  return world;
}

describe('a watched page', () => {
  test('becomes a document with its address', async () => {
    const world = await watch(page());
    const [[path = '', content] = []] = Object.entries(world.documents());
    expect(path).toMatch(/^news\/collected\/gazette-example-\w{6}\/undated\/ferry-fares-\w{8}\.html$/);
    expect(content).toContain(TEXT);
    expect(Object.values(world.files()).join('')).toContain(`url: ${FEED}`);
  });

  test('is left as it is while only its furniture changes', async () => {
    const world = await watch(page());
    const before = world.documents();
    world.web[FEED] = page({ visitors: 99, menu: 'Weather' });
    expect(await world.look()).toMatchObject({ kind: 'looked', items: 0 });
    expect(world.documents()).toEqual(before);
  });

  test('is a new version under the same path once its text changes', async () => {
    const world = await watch(page());
    const paths = Object.keys(world.documents());
    world.web[FEED] = page({ text: TEXT.replace('ten', 'twelve') });
    expect(await world.look()).toMatchObject({ kind: 'looked', items: 1 });
    expect(Object.keys(world.documents())).toEqual(paths);
    expect(Object.values(world.documents()).join('')).toContain('twelve crowns');
  });

  test.each([
    ['is behind a password', { status: 401 }, 'demands a password (status 401)'],
    ['is gone', { status: 404 }, 'is not there (status 404)'],
    ['is something else', { type: 'application/zip', bytes: Buffer.from('PK') }, 'is neither a page'],
    ['has no text', '<html><body></body></html>', /text/],
  ])('keeps its document while it %s', async (_, answer, problem) => {
    const world = await watch(page());
    const before = world.documents();
    world.web[FEED] = answer;
    const result = await world.look();
    expect(result).toMatchObject({ kind: 'failed' });
    expect(result?.kind === 'failed' && result.problem).toMatch(problem);
    expect(world.documents()).toEqual(before);
  });

  describe('with much less text than before', () => {
    const MENDED = '<html><body><p>We are mending the site. Come back.</p></body></html>';
    const LONG = [...Array(9).keys()].map((at) => TEXT.replace('ten', `${at} and ten`)).join(' ');

    async function mended() {
      const world = await watch(page({ text: LONG }));
      const before = world.documents();
      world.web[FEED] = MENDED;
      expect(await world.look()).toMatchObject({ kind: 'looked', items: 0 });
      expect(world.documents()).toEqual(before);
      return world;
    }

    test('keeps its document until a second look finds the same', async () => {
      const world = await mended();
      expect(await world.look()).toMatchObject({ kind: 'looked', items: 1 });
      expect(Object.values(world.documents()).join('')).toContain('We are mending');
      expect(await world.look()).toMatchObject({ kind: 'looked', items: 0 });
    });

    test('is asked for whole the second time, and by what is new in it otherwise', async () => {
      const world = await watch(page({ text: LONG }));
      world.web[FEED] = { bytes: Buffer.from(MENDED), etag: '"mended"' };
      await world.look();
      await world.look();
      expect(world.asked.at(-1)?.etag).toBeUndefined();
      await world.look();
      expect(world.asked.at(-1)?.etag).toBe('"mended"');
    });

    test('waits anew after it was as before, and while it differs', async () => {
      const world = await mended();
      world.web[FEED] = page({ text: LONG });
      expect(await world.look()).toMatchObject({ items: 0 });
      for (const web of [MENDED, MENDED.replace('Come back', 'Wait')]) {
        world.web[FEED] = web;
        expect(await world.look()).toMatchObject({ items: 0 });
      }
      expect(Object.values(world.documents()).join('')).not.toContain('mending');
    });
  });

  test('that was written before the record of it is written once', async () => {
    const broken = await createWorld({ kind: 'page' });
    broken.web[FEED] = page();
    const { see } = broken.ports.sources;
    let isKilled = true;
    const sources = broken.ports.sources as { see: typeof see };
    sources.see = async (...given) => {
      if (isKilled) throw new Error('killed');
      await see(...given);
    };
    await broken.look().catch(() => undefined);
    isKilled = false;
    broken.now = new Date(broken.now.valueOf() + 3_600_000);
    expect(await broken.look()).toMatchObject({ kind: 'looked', items: 1 });
    expect(Object.keys(broken.documents())).toHaveLength(1);
  });
});
