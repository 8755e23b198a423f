import { beforeEach, describe, expect, test } from 'vitest';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import { type DigestWorld, openDigestWorld, SAYS } from '../../fakes/digest-world.ts';

const OLD = 'The ferry to the island costs nine crowns. The harbour council has raised the fares twice.';
const fares = (nth: number) =>
  `The island ferry will cost ${nth} crowns from ${nth} May. The harbour council raised the fares by ${nth} per cent.`;
const OFFICE = 'The alliance shelved its plan. A liaison office in Tokyo will not open before 2027.';

let world: DigestWorld;

beforeEach(async () => {
  world = await openDigestWorld({ begins: '2026-11-23T10:00:00Z', documents: { 'news/old': OLD } });
});

const MINUTE = 60_000;
/** Orders an alert, and a second passes. */
const order = async (options = 'ferries when:now') => {
  const reply = await world.say(`/digest add ${options}`);
  world.pass(1000);
  return reply;
};
const ticks = async (count: number) => {
  for (let nth = 0; nth < count; nth++) await world.tick();
};
/** The first sentence of each document that each post quotes. */
const texts = () =>
  world.platform.posts.map(({ message }) =>
    jsonReply(message).points.flatMap(({ text }) => (/crowns|liaison/.test(text) ? [text] : [])),
  );
const slots = async () => (await world.editions()).map(({ slot, state }) => `${slot} ${state}`);

describe('an alert', () => {
  test.each([
    ['pier 3 when:now', '"pier 3"'],
    ['pier when:now', '"pier"'],
    ['lighthouse keeper when:now', '"lighthouse keeper"'],
  ])('on what is no topic says how to write a phrase: %s', async (options, phrase) => {
    const { problem, note } = await order(options);
    expect(problem?.code).toBe('unknown-topic');
    expect(note).toContain(
      `For an alert on a phrase, put it in quotation marks: /digest add ${phrase} when:now.`,
    );
  });

  test('says what it will do, and posts nothing that came before it was ordered', async () => {
    const { items, note, text } = await order('ferries when:now quiet:22-7');
    expect(items.map(({ detail }) => detail)).toEqual([
      'as soon as something comes, at most every 10 minutes, quiet 22:00–07:00 Europe/London · 1m, up to 4 excerpts',
    ]);
    expect(note).toContain('posted here within a few minutes');
    expect(text).not.toContain('next');
    await ticks(30);
    expect(world.platform.posts).toEqual([]);
    expect(await world.editions()).toEqual([]);
  });

  test('posts within two ticks what has come on its topic, once', async () => {
    await order();
    await ticks(3);
    await world.arrive('news/one', fares(11));
    await world.arrive('news/bread', 'The bakery sells bread again. Its oven was mended on Monday.');
    await ticks(2);
    expect(texts()).toEqual([[expect.stringContaining('11 crowns')]]);
    expect(world.platform.posts[0]?.message.text).toContain('Just in: 1 document');
    expect(await slots()).toEqual(['2026-11-23T10:00 sent']);
    await ticks(60);
    expect(world.platform.posts).toHaveLength(1);
  });

  test('posts at most once in ten minutes while documents stream in, and none is lost or shown twice', async () => {
    await order('ferries when:now max:10 length:3m');
    for (let nth = 1; nth <= 45; nth++) {
      await world.arrive(`news/${nth}`, fares(10 + nth));
      await world.tick();
    }
    await ticks(12);
    const times = world.platform.posts.map(({ at }) => at.valueOf());
    for (const [nth, time] of times.slice(1).entries())
      expect(time - (times[nth] ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE);
    const counted = world.platform.posts.map(({ message }) => /Just in: (\d+)/.exec(message.text)?.[1]);
    expect(counted.reduce((sum, count) => sum + Number(count), 0)).toBe(45);
  });

  test('waits for the end of quiet hours, then posts what came in them together', async () => {
    await order('ferries when:now quiet:11:00-13:30 zone:UTC');
    world.setClock('2026-11-23T11:00:00Z');
    await world.arrive('news/one', fares(11));
    await ticks(60);
    await world.arrive('news/two', fares(12));
    await world.tickUntil('2026-11-23T13:30:00Z');
    expect(world.platform.posts).toEqual([]);
    await ticks(2);
    expect(world.platform.posts).toHaveLength(1);
    expect(world.platform.posts[0]?.message.text).toContain('Just in: 2 documents');
  });

  test('that quiet hours overtake is posted when they end', async () => {
    await order('ferries when:now quiet:10:02-10:30 zone:UTC');
    await world.arrive('news/one', fares(11));
    world.platform.script({ accepted: false, posted: SAYS.later(240) });
    await ticks(3);
    await world.tickUntil('2026-11-23T10:30:00Z');
    expect(world.platform.posts).toEqual([]);
    expect(await slots()).toEqual(['2026-11-23T10:00 skipped']);
    await ticks(2);
    expect(texts()).toEqual([[expect.stringContaining('11 crowns')]]);
    expect((await slots()).sort()).toEqual(['2026-11-23T10:00 skipped', '2026-11-23T10:10 sent']);
  });

  test('posts nothing that was removed meanwhile, and still what comes later', async () => {
    await order('ferries when:now quiet:10:00-10:30 zone:UTC');
    await world.arrive('news/one', fares(11));
    await ticks(5);
    await world.leave('news/one');
    await ticks(40);
    expect(world.platform.posts).toEqual([]);
    await world.arrive('news/two', fares(12));
    await ticks(2);
    expect(texts()).toEqual([[expect.stringContaining('12 crowns')]]);
  });

  test('of two processes, of which one has not read the document yet, posts it once', async () => {
    await order();
    const other = await world.another();
    await world.arrive('news/one', fares(11));
    for (let nth = 0; nth < 20; nth++) {
      await Promise.all([world.delivery.run(), other.delivery.run()]);
      world.pass(MINUTE);
    }
    expect(texts()).toEqual([[expect.stringContaining('11 crowns')]]);
  });

  test('is not posted twice when the clock is set back, nor forgets what comes then', async () => {
    await order();
    world.pass(5 * 60 * MINUTE);
    await world.arrive('news/one', fares(11));
    await ticks(2);
    world.setClock('2026-11-23T12:00:00Z');
    await ticks(15);
    await world.arrive('news/two', fares(12));
    await ticks(15);
    expect(texts()).toEqual([[expect.stringContaining('11 crowns')], [expect.stringContaining('12 crowns')]]);
  });

  test('that may have arrived is looked for before anything else is posted', async () => {
    await order();
    await world.arrive('news/one', fares(11));
    world.platform.script({ accepted: true, posted: SAYS.unknown });
    await world.tick();
    await world.arrive('news/two', fares(12));
    await ticks(30);
    expect(texts()).toEqual([[expect.stringContaining('11 crowns')], [expect.stringContaining('12 crowns')]]);
  });

  test('sent again while the platform discards repeats holds nothing that came since', async () => {
    world = await openDigestWorld({
      ...{ begins: '2026-11-23T10:00:00Z', documents: { 'news/old': OLD } },
      deduplicatesFor: 10 * MINUTE,
    });
    await order();
    await world.arrive('news/one', fares(11));
    world.platform.script({ accepted: true, posted: SAYS.unknown });
    await world.delivery.run();
    await world.arrive('news/two', fares(12));
    await ticks(30);
    expect(texts()).toEqual([[expect.stringContaining('11 crowns')], [expect.stringContaining('12 crowns')]]);
  });

  test('pause loses nothing, and what is changed neither', async () => {
    await order();
    await world.say('/digest pause 1');
    await world.arrive('news/one', fares(11));
    await ticks(90);
    expect(world.platform.posts).toEqual([]);
    await world.say('/digest resume 1');
    await world.say('/digest edit 1 quiet:01-02');
    await ticks(2);
    expect(texts()).toEqual([[expect.stringContaining('11 crowns')]]);
  });

  test('becomes a digest, and a digest an alert', async () => {
    await world.say('/digest add ferries at:09:00');
    const alert = await world.say('/digest edit 1 when:now');
    expect(alert.items[0]?.detail).toContain('as soon as something comes');
    expect((await world.say('/digest edit 1 at:10:00')).problem?.code).toBe('invalid-option');
    const digest = await world.say('/digest edit 1 when:scheduled at:10:00');
    expect(digest.items[0]?.detail).toContain('10:00 mon-fri Europe/London · next');
  });

  test.each([
    '/digest add ferries when:now at:08:00',
    '/digest add ferries when:now days:daily',
    '/digest add ferries when:now when_empty:note',
    '/digest add ferries quiet:22-07',
    '/digest add ferries when:now quiet:22',
    '/digest add ferries when:now quiet:22-22',
    '/digest add ferries when:now quiet:22-25',
    '/digest add "..." when:now',
  ])('%s is refused', async (line) => {
    expect((await world.say(line)).problem?.code).toBe('invalid-option');
    expect((await world.say('/digest list')).items).toEqual([]);
  });

  test('is one for each topic, and `at:now` orders it too', async () => {
    await world.say('/digest add ferries at:now');
    expect((await world.say('/digest add ferries when:now quiet:1-2')).problem?.code).toBe('digest-exists');
    expect((await world.say('/digest add ferries now')).problem?.code).toBe('digest-exists');
    expect((await world.say('/digest add bridges now')).kind).toBe('list');
  });

  test('stands in the list, the preview, the history and the status as what it is', async () => {
    await order();
    expect((await world.say('/digest list')).items[0]?.detail).toContain('as soon as something comes');
    expect((await world.say('/digest preview 1')).note).toContain('Nothing waits to be posted');
    await world.arrive('news/one', fares(11));
    world.pass(1000);
    expect((await world.say('/digest preview 1')).points[0]?.text).toContain('11 crowns');
    await ticks(2);
    expect((await world.say('/digest history 1')).items[0]?.title).toContain('alert Mon 23 Nov 10:00');
    const status = (await world.say('/status')).items.filter(({ id }) => id === 'alert');
    expect(status[0]?.detail).toBe(
      'number 1 on ferries: as soon as something comes, at most every 10 minutes',
    );
    expect((await world.say('/status digests')).items[0]?.detail).toContain('as soon as something comes');
    expect((await world.say('/digest remove 1 confirm:yes')).note).toContain('when:now quiet:none');
  });

  test('hides nothing from /new that came before it was ordered, and is no brief', async () => {
    await world.say('/brief ferries');
    world.pass(MINUTE);
    await world.arrive('news/before', fares(11));
    world.pass(MINUTE);
    await order();
    await world.arrive('news/after', fares(12));
    await ticks(3);
    expect(texts()).toEqual([[expect.stringContaining('12 crowns')]]);
    const { text, points } = await world.say('/new ferries');
    expect(text).toContain('since Mon 23 Nov 10:00');
    expect(points.map((point) => point.text).join()).toContain('11 crowns');
    expect(points.map((point) => point.text).join()).not.toContain('12 crowns');
  });

  test('leaves a daily digest of the channel its own history', async () => {
    await world.say('/digest add bridges zone:UTC days:daily at:10:30');
    await world.tickUntil('2026-11-23T10:35:00Z');
    await order();
    for (let nth = 1; nth <= 3; nth++) {
      await world.arrive(`news/${nth}`, fares(10 + nth));
      await ticks(11);
    }
    const preview = await world.say('/digest preview 1');
    expect(preview.text).toContain('Nothing new since Mon 23 Nov 10:30');
  });
});

describe('an alert on a phrase', () => {
  test('posts the sentence that has it, and nothing that has its words apart', async () => {
    const { headline, text } = await order('"liaison office" when:now');
    expect(headline).toBe('Digest 1: “liaison office”');
    expect(text).not.toContain('"liaison office""');
    await world.arrive('news/apart', 'The office has a new liaison. The liaison likes the office.');
    await world.arrive('news/one', OFFICE);
    await ticks(2);
    expect(texts()).toEqual([['A liaison office in Tokyo will not open before 2027.']]);
    await ticks(30);
    expect(world.platform.posts).toHaveLength(1);
  });

  test('says where those are that did not fit', async () => {
    await order('"liaison office" when:now max:1');
    for (const place of ['Tokyo', 'Bern', 'Oslo'])
      await world.arrive(
        `news/${place}`,
        `${place} was named. A liaison office in ${place} opens in ${place}.`,
      );
    await ticks(2);
    const text = world.platform.posts[0]?.message.text;
    expect(text).toContain('Just in: 3 documents, 1 quoted');
    expect(text).toContain('The others: /search "liaison office"');
  });

  test('is paused and removed by its phrase, and ordered again as it was', async () => {
    await order('"Liaison Office" when:now quiet:22-07');
    expect((await world.say('/digest pause "liaison office"')).note).toContain('Paused');
    expect((await world.say('/digest resume 1')).note).toContain('Resumed');
    const removed = await world.say('/digest remove liaison office confirm:yes');
    const again = /To schedule it again: (.*)/.exec(removed.note ?? '')?.[1] ?? '';
    expect(again).toContain('/digest add "Liaison Office" when:now quiet:22:00-07:00');
    expect((await world.say(again)).headline).toBe('Digest 1: “Liaison Office”');
  });

  test('quotes only what the channel may read', async () => {
    await order('"liaison office" when:now');
    await world.arrive('secret/one', OFFICE);
    await ticks(5);
    expect(world.platform.posts).toEqual([]);
  });

  test('is no digest on a schedule, and a topic in quotation marks stays a topic', async () => {
    expect((await world.say('/digest add "liaison office"')).problem?.code).toBe('unknown-topic');
    await order('"liaison office" when:now');
    expect((await world.say('/digest edit 1 when:scheduled')).problem?.code).toBe('invalid-option');
    expect((await world.say('/digest add "The island ferries" when:now')).headline).toContain(
      'The island ferries',
    );
  });

  test('in another channel is counted in the status, and not told', async () => {
    await order('"liaison office" when:now');
    const elsewhere = { channel: { ...world.channel, channel: 'C2' } };
    for (const line of ['/status', '/status digests'])
      expect((await world.say(line, elsewhere)).text.toLowerCase()).not.toContain('liaison');
  });
});
