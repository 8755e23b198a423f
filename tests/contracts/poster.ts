import { beforeEach, describe, expect, type TestContext, test } from 'vitest';
import type { Posted, PostRequest } from '../../src/core/delivery/poster.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import { ACCEPTED, LOOKUP_FAULTS, NOT_ACCEPTED, OUTCOMES, WAITS } from './post-faults.ts';
import type { LookupFault, PosterDriver, PosterSetting, PostFault } from './poster-driver.ts';
import { quoted } from './scripted-chat.ts';

const KEY = 'abcdefghijklmnopqrstuvw23';
const OTHER_KEY = 'abcdefghijklmnopqrstuvw24';
const LINK = 'https://example.org/ferry';
const QUOTE = 'The ferry to the island will cost ten crowns.';
const NOW = new Date();
const DAY = 86_400_000; // milliseconds
const SHORT = 1000; // milliseconds after which a poster gives up, in tests of that
const REFUSED_AT = { at: 'Tue, 24 Nov 2026 14:00:00 GMT' } as const;

/** What every Poster does. `open` creates an empty platform and a poster to it. */
export function posterContract(name: string, open: (setting?: PosterSetting) => Promise<PosterDriver>): void {
  let driver: PosterDriver;

  const reopen = async (setting?: PosterSetting) => {
    await driver.close();
    driver = await open(setting);
  };
  const post = (given: Partial<PostRequest> = {}): Promise<Posted> =>
    driver.poster.post({
      ...{ channel: driver.channel, message: quoted([QUOTE]), key: KEY, mayStillSend: () => true },
      ...given,
    });
  const find = (given: { key?: string; channel?: ChannelAddress; since?: Date } = {}) =>
    driver.poster.find({ channel: driver.channel, key: KEY, since: NOW, ...given });
  const needs = ({ skip }: TestContext, what: keyof PosterDriver['cannot']) => {
    const why = driver.cannot[what];
    if (why !== undefined) skip(why);
  };
  const openFor = async (context: TestContext, what: PostFault['kind'] | LookupFault) => {
    needs(context, what);
    if (what.startsWith('time-out')) await reopen({ timeout: SHORT });
  };

  beforeEach(async () => {
    driver = await open();
    return () => driver.close();
  });

  describe(`a poster: ${name}`, () => {
    describe('a message that is posted', () => {
      test('is there once, with its excerpts and citations, and known by the platform’s id', async () => {
        const posted = await post({ message: quoted([QUOTE, 'It sails at noon.'], [LINK, null]) });
        const [there, ...others] = driver.posted();
        expect(posted).toEqual({ kind: 'sent', messageId: there?.messageId });
        expect(others).toEqual([]);
        for (const shown of [QUOTE, 'It sails at noon.', '[1]', '[2]']) expect(there?.text).toContain(shown);
        expect(there?.links).toContain(LINK);
        expect(there?.key ?? KEY).toBe(KEY);
        expect([driver.requests(), driver.complaints()]).toEqual([1, []]);
      });

      test('offers the next steps', async (context) => {
        needs(context, 'buttons');
        await post();
        expect(driver.posted()[0]?.buttons).toEqual(expect.arrayContaining(['Sources', 'Ask']));
      });

      test('is found by its key, and by no other', async () => {
        expect(await find()).toEqual({ kind: 'absent' });
        const posted = await post();
        expect(await find()).toEqual(posted);
        expect(await find({ key: OTHER_KEY })).toEqual({ kind: 'absent' });
      });

      test('is not found in another channel', async (context) => {
        needs(context, 'channels');
        const [other] = driver.addChannels(1);
        await post();
        expect(await find({ channel: other as ChannelAddress })).toEqual({ kind: 'absent' });
      });

      test('is told from another in the same channel', async () => {
        const first = await post();
        const second = await post({ key: OTHER_KEY });
        expect(first).not.toEqual(second);
        expect([await find(), await find({ key: OTHER_KEY })]).toEqual([first, second]);
      });

      test.each([-30, -1, 1, 30])('is found although the clock was %i days wrong', async (days) => {
        const posted = await post();
        expect(await find({ since: new Date(NOW.valueOf() + days * DAY) })).toEqual(posted);
      });

      test('is found although much was said after it', async (context) => {
        needs(context, 'chatter');
        const posted = await post();
        driver.chatter(150);
        expect(await find()).toEqual(posted);
      });

      test('again with the same key appears once, if the poster promises that', async ({ skip }) => {
        if (driver.poster.deduplicatesFor === 0) skip('this platform does not tell equal posts by a key');
        const posted = await post();
        expect(await post()).toEqual(posted);
        expect(driver.posted()).toHaveLength(1);
      });
    });

    describe('a fault', () => {
      test.for(OUTCOMES)('$fault.kind: $outcome.kind', async ({ fault, outcome, arrives }, context) => {
        await openFor(context, fault.kind);
        await driver.trouble(fault);
        expect(await post()).toMatchObject(outcome);
        expect(driver.requests()).toBeLessThanOrEqual(1);
        if (arrives) expect(driver.requests()).toBe(1);
      });

      test.for(ACCEPTED)('%s: the post is found', async (kind, context) => {
        await openFor(context, kind);
        await driver.trouble({ kind });
        await post();
        const [there, ...others] = driver.posted();
        expect(others).toEqual([]);
        expect(await find()).toEqual({ kind: 'sent', messageId: there?.messageId });
      });

      test.for(NOT_ACCEPTED)('%s: the post is not there, and may be sent again', async (kind, context) => {
        await openFor(context, kind);
        await driver.trouble({ kind });
        await post();
        await driver.mend();
        expect([driver.posted(), await find()]).toEqual([[], { kind: 'absent' }]);
        expect(await post()).toMatchObject({ kind: 'sent' });
        expect(driver.posted()).toHaveLength(1);
      });

      test.for(WAITS)('too many requests, to be tried after $0', async ([retryAfter, least], context) => {
        needs(context, 'too-many-requests');
        await driver.trouble({ kind: 'too-many-requests', retryAfter, ...REFUSED_AT });
        const posted = await post();
        expect(posted).toMatchObject({ kind: 'later', seconds: least === null ? null : expect.any(Number) });
        const seconds = (posted.kind === 'later' && posted.seconds) || 0;
        expect(seconds).toBeGreaterThanOrEqual(least ?? 0);
        expect(seconds).toBeLessThanOrEqual((least ?? 0) + 1);
        expect([driver.requests(), driver.posted()]).toEqual([1, []]);
      });
    });

    test('nothing is sent when another process may have taken over', async () => {
      expect(await post({ mayStillSend: () => false })).toMatchObject({ kind: 'later' });
      expect([driver.requests(), driver.posted()]).toEqual([0, []]);
    });

    test.each([
      ['of 60 KB', Array.from({ length: 60 }, (_, at) => `Number ${at} ${'of harbours '.repeat(83)}ends.`)],
      ['in one excerpt of 60 KB', [`It ${'goes on and '.repeat(5000)}ends.`]],
      ['with halves of characters', ['\uD800 The ferry \uDC00 sails \uD83D.', '\uDFFF']],
      ['with what would ping', ['@everyone @here <@1> <@&2> <!channel> <!here> <#3> <@U1> <!subteam^S1>']],
      [
        'with markup',
        ['*a* _b_ ~c~ `d` ```e``` **f** __g__ ||h|| [i](https://evil.example) &amp; <b> > # j'],
      ],
      ['without an excerpt', []],
    ])('a message %s is taken', async (_what, texts) => {
      const posted = await post({ message: quoted(texts) });
      expect(posted).toMatchObject({ kind: 'sent' });
      expect([driver.requests(), driver.posted().length, driver.complaints()]).toEqual([1, 1, []]);
      expect(await find()).toEqual(posted);
    });

    test('a rate limit on one channel delays no other', async (context) => {
      needs(context, 'too-many-requests');
      const channels = driver.addChannels(30);
      const [held, ...others] = channels as [ChannelAddress, ...ChannelAddress[]];
      await driver.trouble({ kind: 'too-many-requests', retryAfter: '600' }, held);
      const [late, ...rest] = await Promise.all(
        channels.map((channel, at) => post({ channel, key: keyAt(at) })),
      );
      expect(late).toMatchObject({ kind: 'later', seconds: 600, everywhere: false });
      expect(new Set(rest.map(({ kind }) => kind))).toEqual(new Set(['sent']));
      expect(others.map((channel) => driver.posted(channel).length)).toEqual(others.map(() => 1));
      expect(driver.requests()).toBe(30);
    });

    describe('a lookup', () => {
      test.for(LOOKUP_FAULTS)('that goes wrong settles nothing: %s', async (fault, context) => {
        await openFor(context, fault);
        const posted = await post();
        driver.troubleLookup(fault);
        expect(await find()).toMatchObject({ kind: 'cannot-search', forGood: false });
        expect(await find()).toEqual(posted);
      });

      test('that reaches nobody settles nothing', async (context) => {
        needs(context, 'refuse-connection');
        await driver.trouble({ kind: 'refuse-connection' });
        expect(await find()).toMatchObject({ kind: 'cannot-search', forGood: false });
      });

      test.for(['channel-gone', 'closed'] as const)('is not possible any more: %s', async (kind, context) => {
        needs(context, kind);
        await driver.trouble({ kind });
        expect(await find()).toMatchObject({ kind: 'cannot-search', forGood: true });
      });
    });

    describe('a person', () => {
      test('is told in private', async (context) => {
        needs(context, 'tell');
        const text = 'Your digest was paused: <!here> & *now*.';
        expect(await driver.poster.tell(driver.channel, driver.person, text)).toBe(true);
        expect(driver.told()).toEqual([text]);
        expect([driver.posted(), driver.complaints()]).toEqual([[], []]);
      });

      test('who accepts no messages is not, and nothing is thrown', async (context) => {
        needs(context, 'tell');
        driver.refusePrivate();
        expect(await driver.poster.tell(driver.channel, driver.person, 'Well.')).toBe(false);
        expect(await driver.poster.tell(driver.channel, 'nobody', 'Well.')).toBe(false);
        expect(driver.told()).toEqual([]);
      });
    });
  });
}

function keyAt(at: number): string {
  return `${KEY.slice(0, -2)}${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`;
}
