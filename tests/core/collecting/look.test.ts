import { describe, expect, test } from 'vitest';
import { FetchFailure } from '../../../src/core/collecting/fetcher.ts';
import { WriteFailure } from '../../../src/core/library/sources/corpus-writer.ts';
import { createWorld, FEED } from '../../fakes/collecting-world.ts';
import { article, rss } from '../../fakes/feeds.ts';

const FARES = {
  ...{ id: 'f1', title: 'Ferry fares rise', link: 'https://gazette.example/fares' },
  ...{ date: 'Fri, 03 May 2024 23:30:00 -0500', content: article('Fares rise by a tenth.') },
};
const LAMP = {
  ...FARES,
  id: 'l1',
  title: 'Lamp lit again',
  link: 'https://gazette.example/lamp',
  date: 'Thu, 02 May 2024 10:00:00 GMT',
};
const PAGE = `<!doctype html><html><body><article><h1>Ferry fares rise</h1>${article('The page itself.')}</article></body></html>`;
const paths = (documents: Record<string, string>) =>
  Object.keys(documents).map((path) => path.split('/').slice(3).join('/'));

describe('an item', () => {
  test('becomes a file of its month that says all that is known', async () => {
    const world = await createWorld();
    world.web[FEED] = rss([FARES]);
    expect(await world.look()).toMatchObject({ kind: 'looked', items: 1 });
    const [[path = '', page = ''] = []] = Object.entries(world.documents());
    expect(path).toMatch(
      /^news\/collected\/gazette-example-aaaaaa\/2024-05\/2024-05-03-ferry-fares-rise-[\da-f]{8}\.html$/,
    );
    expect(page).toContain('Fares rise by a tenth.');
    const yaml = Object.entries(world.files()).find(([file]) => file.endsWith('2024-05/sources.yaml'))?.[1];
    expect(yaml).toBe(
      `${path.split('/').at(-1)}:\n  title: Ferry fares rise\n  publisher: Harbour Gazette\n  published: 2024-05-03\n  url: https://gazette.example/fares\n`,
    );
  });

  test('is written once, however the feed is ordered', async () => {
    const world = await createWorld();
    world.web[FEED] = rss([FARES, LAMP]);
    await world.look();
    const before = world.files();
    world.web[FEED] = rss([LAMP, FARES]);
    expect(await world.look()).toMatchObject({ items: 0 });
    expect(world.files()).toEqual(before);
  });

  test('that is edited replaces its file', async () => {
    const world = await createWorld();
    world.web[FEED] = rss([FARES]);
    await world.look();
    const before = Object.keys(world.documents());
    world.web[FEED] = rss([{ ...FARES, title: 'Fares fall', content: article('Fares fall after all.') }]);
    expect(await world.look()).toMatchObject({ items: 1 });
    expect(Object.keys(world.documents())).toEqual(before);
    expect(Object.values(world.documents())[0]).toContain('Fares fall after all.');
    expect(Object.values(world.files()).join('')).toContain('title: Fares fall');
  });

  test('without an id is known by its link, or by what it says', async () => {
    const world = await createWorld();
    const { id: _, ...linked } = FARES;
    const bare = { title: 'A notice', content: article('Closed on Monday.') };
    world.web[FEED] = rss([linked, bare]);
    expect(await world.look()).toMatchObject({ items: 2 });
    world.web[FEED] = rss([bare, { ...linked, title: 'Fares rise' }]);
    expect(await world.look()).toMatchObject({ items: 1 });
    expect(Object.keys(world.documents())).toHaveLength(2);
  });

  test('keeps apart from others with the same id', async () => {
    const world = await createWorld();
    world.web[FEED] = rss([FARES, { ...LAMP, id: 'f1' }]);
    expect(await world.look()).toMatchObject({ items: 2 });
    expect(Object.keys(world.documents())).toHaveLength(2);
  });

  test('of the future, or without a date, has none', async () => {
    const world = await createWorld();
    const { date: _, ...undated } = LAMP;
    world.web[FEED] = rss([{ ...FARES, date: 'Fri, 03 May 2041 10:00:00 GMT' }, undated]);
    await world.look();
    expect(paths(world.documents())).toEqual([
      expect.stringMatching(/^undated\/ferry-fares-rise-\w{8}\.html$/),
      expect.stringMatching(/^undated\/lamp-lit-again-\w{8}\.html$/),
    ]);
    expect(Object.values(world.files()).join('')).not.toContain('published');
  });
});

describe('an item of which the feed has only the beginning', () => {
  const TEASER = { ...FARES, content: undefined, description: 'The council will raise fares…' } as never;

  test('is fetched whole', async () => {
    const world = await createWorld();
    Object.assign(world.web, { [FEED]: rss([TEASER]), [FARES.link]: PAGE });
    await world.look();
    expect(Object.values(world.documents())).toEqual([PAGE]);
  });

  test.each([
    ['no', [TEASER], [FEED]],
    ['auto', [FARES], [FEED]],
    ['yes', [FARES], [FEED, FARES.link]],
  ] as const)('with full: %s', async (full, items, asked) => {
    const world = await createWorld({ full });
    Object.assign(world.web, { [FEED]: rss(items), [FARES.link]: PAGE });
    await world.look();
    expect(world.asked.map(({ address }) => address)).toEqual(asked);
  });

  test('may be a PDF, and then ends so', async () => {
    const world = await createWorld();
    Object.assign(world.web, {
      [FEED]: rss([TEASER]),
      [FARES.link]: { type: 'application/pdf', bytes: Buffer.from('%PDF-1.4') },
    });
    await world.look();
    expect(paths(world.documents())[0]).toMatch(/\.pdf$/);
  });

  test('is stored as it is known, and asked for again, while its page is not to be had', async () => {
    const world = await createWorld();
    Object.assign(world.web, {
      [FEED]: { bytes: Buffer.from(rss([TEASER])), etag: '"a"' },
      [FARES.link]: new FetchFailure('breaks off', 'unreachable'),
    });
    await world.look();
    expect(Object.values(world.documents())[0]).toContain('The council will raise fares…');
    world.web[FARES.link] = PAGE;
    await world.look();
    expect(world.asked.filter(({ address }) => address === FEED).map(({ etag }) => etag ?? null)).toEqual([
      null,
      null,
    ]);
    expect(Object.values(world.documents())).toEqual([PAGE]);
    await world.look();
    expect(world.asked.at(-1)).toMatchObject({ address: FEED, etag: '"a"' });
  });

  test('is asked for three times, and then no more', async () => {
    const world = await createWorld();
    Object.assign(world.web, { [FEED]: rss([TEASER]), [FARES.link]: { status: 503 } });
    for (const _ of [1, 2, 3, 4, 5]) await world.look();
    expect(world.asked.filter(({ address }) => address === FARES.link)).toHaveLength(3);
  });

  test.each([
    ['is forbidden to programs', new FetchFailure('must not be read', 'disallowed')],
    ['is not there', { status: 404 }],
    ['is a picture', { type: 'image/png', bytes: Buffer.from('PNG') }],
  ])('is left at that where its page %s', async (_, page) => {
    const world = await createWorld();
    Object.assign(world.web, { [FEED]: rss([TEASER]), [FARES.link]: page });
    for (const _ of [1, 2]) await world.look();
    expect(Object.values(world.documents())[0]).toContain('The council will raise fares…');
    expect(world.asked.filter(({ address }) => address === FARES.link)).toHaveLength(1);
  });
});

describe('an item that the feed no longer lists', () => {
  const daysAfter = async (keep: 'always' | number, days: number) => {
    const world = await createWorld({ keep });
    world.web[FEED] = rss([FARES, LAMP]);
    await world.look();
    world.web[FEED] = rss([LAMP]);
    await world.look();
    world.now = new Date(world.now.valueOf() + days * 86_400_000);
    world.web[FEED] = { status: 304 };
    await world.look();
    return world;
  };

  test.each([
    ['always', 400, 2],
    [0, 0, 1],
    [30, 29, 2],
    [30, 30, 1],
  ] as const)('keep: %s, %i days later', async (keep, days, left) => {
    const world = await daysAfter(keep, days);
    expect(Object.keys(world.documents())).toHaveLength(left);
    const yaml = Object.entries(world.files()).find(([file]) => file.endsWith('2024-05/sources.yaml'))?.[1];
    expect(yaml?.match(/title:/g)).toHaveLength(left);
  });

  test('comes again if it is listed again', async () => {
    const world = await daysAfter(0, 0);
    world.web[FEED] = rss([FARES, LAMP]);
    await world.look();
    expect(Object.keys(world.documents())).toHaveLength(2);
  });

  test('stays where the feed is empty for once', async () => {
    const world = await createWorld({ keep: 0 });
    world.web[FEED] = rss([FARES]);
    await world.look();
    world.web[FEED] = rss([]);
    await world.look();
    expect(Object.keys(world.documents())).toHaveLength(1);
  });
});

describe('a source', () => {
  const state = async (world: Awaited<ReturnType<typeof createWorld>>) =>
    (await world.ports.sources.list())[0];

  test('is asked whether it has changed, by what it said', async () => {
    const world = await createWorld();
    world.web[FEED] = { bytes: Buffer.from(rss([FARES])), etag: '"a"', lastModified: 'then' };
    await world.look();
    world.web[FEED] = { status: 304 };
    await world.look();
    await world.look();
    const sent = world.asked.map(({ etag, lastModified }) => [etag, lastModified]);
    expect(sent).toEqual([
      [null, null],
      ['"a"', 'then'],
      ['"a"', 'then'],
    ]);
  });

  test('that lies about what has changed brings nothing twice', async () => {
    const world = await createWorld();
    for (const etag of ['"a"', '"b"', '"c"']) {
      world.web[FEED] = { bytes: Buffer.from(rss([FARES])), etag };
      await world.look();
    }
    expect(Object.keys(world.documents())).toHaveLength(1);
  });

  test('that has moved for good is looked for where it is', async () => {
    const world = await createWorld();
    world.web[FEED] = { bytes: Buffer.from(rss([FARES])), permanent: 'https://gazette.example/new' };
    world.web['https://gazette.example/new'] = rss([FARES, LAMP]);
    for (const _ of [1, 2]) await world.look();
    expect(world.asked.map(({ address }) => address)).toEqual([FEED, 'https://gazette.example/new']);
    expect(Object.keys(world.documents())).toHaveLength(2);
  });

  test.each([
    [{ status: 404 }, 'is not there (status 404)'],
    [{ status: 500 }, 'answers with the status 500'],
    [new FetchFailure('takes longer than 20 seconds', 'slow'), 'takes longer than 20 seconds'],
    ['<!doctype html><p>A page', 'is a web page, not a feed'],
    ['', 'is empty'],
    ['<rss><channel', 'is not a feed that can be read (RSS, Atom, RDF or JSON Feed)'],
    [
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>',
      'declares entities, which no feed needs',
    ],
  ])('that fails says why, and is looked at again an hour later', async (page, problem) => {
    const world = await createWorld();
    world.web[FEED] = page;
    const next = new Date('2024-05-06T13:00:00Z');
    expect(await world.look()).toEqual({ kind: 'failed', problem, next });
    expect(await state(world)).toMatchObject({ problem, failures: 1, failingSince: world.now, next });
  });

  test('that is gone for good is looked at no more', async () => {
    const world = await createWorld();
    world.web[FEED] = { status: 410 };
    expect(await world.look()).toMatchObject({ kind: 'failed', next: null });
  });

  test.each([429, 503])('that answers %i is left alone for as long as it says', async (status) => {
    const world = await createWorld();
    world.web[FEED] = { status, retryAfter: 7200 };
    expect(await world.look()).toMatchObject({ next: new Date('2024-05-06T14:00:00Z') });
  });

  test('whose documents cannot be stored fails, and brings them once they can', async () => {
    const world = await createWorld();
    world.web[FEED] = rss([FARES]);
    const { write } = world.ports.writer;
    Object.assign(world.ports.writer, { write: () => Promise.reject(new WriteFailure('the disk is full')) });
    expect(await world.look()).toMatchObject({ kind: 'failed', problem: 'the disk is full' });
    Object.assign(world.ports.writer, { write });
    expect(await world.look()).toMatchObject({ kind: 'looked', items: 1 });
  });

  test('that works again is as good as new', async () => {
    const world = await createWorld();
    world.web[FEED] = { status: 500 };
    for (const _ of [1, 2]) await world.look();
    expect(await state(world)).toMatchObject({ failures: 2, failingSince: new Date('2024-05-06T12:00:00Z') });
    world.web[FEED] = rss([FARES]);
    await world.look();
    expect(await state(world)).toMatchObject({ failures: 0, failingSince: null, problem: null });
  });

  test('with very many items goes on a minute later', async () => {
    const world = await createWorld();
    world.web[FEED] = {
      bytes: Buffer.from(rss(Array.from({ length: 230 }, (_, n) => ({ ...FARES, id: `n${n}` })))),
      etag: '"a"',
    };
    expect(await world.look()).toMatchObject({ items: 200, next: new Date('2024-05-06T12:01:00Z') });
    expect(await world.look()).toMatchObject({ items: 30 });
    expect(world.asked.map(({ etag }) => etag)).toEqual([null, null]);
    expect(Object.keys(world.documents())).toHaveLength(230);
  });
});

describe('a kill', () => {
  test.each(['write', 'describe', 'see', 'record'])(
    'before %s loses nothing, and doubles nothing',
    async (step) => {
      const whole = await createWorld();
      whole.web[FEED] = rss([FARES, LAMP]);
      await whole.look();
      for (const after of [0, 1]) {
        const world = await createWorld();
        world.web[FEED] = rss([FARES, LAMP]);
        const mend = breakAt(step, after, world.ports);
        await world.look().catch(() => null);
        mend();
        world.now = new Date(world.now.valueOf() + 3_600_000);
        await world.look();
        expect(world.files()).toEqual(whole.files());
      }
    },
  );
});

/** Makes a step fail from its nth time on, as a kill would; what is returned mends it. */
function breakAt(
  step: string,
  after: number,
  { writer, sources }: { writer: object; sources: object },
): () => void {
  const owner = (step in writer ? writer : sources) as Record<
    string,
    (...given: unknown[]) => Promise<unknown>
  >;
  const whole = owner[step] as (...given: unknown[]) => Promise<unknown>;
  let count = 0;
  owner[step] = async (...given) => {
    if (count++ >= after) throw new Error('killed');
    return whole(...given);
  };
  return () => {
    owner[step] = whole;
  };
}
