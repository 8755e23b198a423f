import { beforeEach, describe, expect, type TestContext, test } from 'vitest';
import type { ChatAdapter } from '../../src/core/bot/chat-adapter.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { eventually } from '../fakes/eventually.ts';
import type { Inability, PlatformDriver, Seen } from './platform-driver.ts';
import { createScriptedChat, filed, noted, quoted, type ScriptedChat } from './scripted-chat.ts';

const NOW = new Date('2026-11-24T14:00:00Z');
const DAY = 86_400_000; // milliseconds
const QUOTE = 'The ferry to the island will cost ten crowns.';
/** What every ChatAdapter does. `open` makes an empty platform. */
export function chatAdapterContract(name: string, open: () => Promise<PlatformDriver>): void {
  let driver: PlatformDriver;
  let chat: ScriptedChat;
  let adapter: ChatAdapter;
  let now: Date;
  let reports: Error[];

  beforeEach(async () => {
    [now, reports, chat] = [NOW, [], createScriptedChat()];
    driver = await open();
    await start();
    return async () => {
      await adapter.stop();
      await driver.close();
    };
  });

  const start = async () => {
    adapter = driver.createAdapter({ now: () => now, report: (error) => reports.push(error) });
    void adapter.start(chat);
    await driver.connected(adapter);
  };
  const seen = (count: number) => eventually(() => exactly(driver.seen(), count));
  const last = async (count: number): Promise<Seen> => {
    const found = (await seen(count)).at(-1);
    if (!found) throw new Error('Nothing is seen');
    return found;
  };
  const needs = ({ skip }: TestContext, what: Inability) => {
    const why = driver.cannot?.[what];
    if (why !== undefined) skip(why);
  };
  const quoteTo = async (text = QUOTE, options: Record<string, string> = {}) => {
    chat.answer(() => quoted([text]));
    driver.command('ask', { question: 'Why?', ...options });
    return last(1);
  };

  describe(`a platform: ${name}`, () => {
    describe('a reply', () => {
      test('to a command is one message that everybody sees', async () => {
        const reply = await quoteTo();
        expect(reply).toMatchObject({ onlyFor: null, text: expect.stringContaining(QUOTE) });
        expect([chat.asked.length, driver.loading()]).toEqual([1, 0]);
      });

      test('in private is seen by whoever asked alone', async (context) => {
        needs(context, 'private');
        expect(await quoteTo(QUOTE, { private: 'yes' })).toMatchObject({ onlyFor: 'ada' });
        expect(chat.asked[0]?.audience).toMatchObject({ private: true });
      });

      test('to a message in words is one that everybody sees', async () => {
        chat.answer(() => quoted([QUOTE]));
        driver.say('What will the ferry cost?');
        expect(await last(1)).toMatchObject({ onlyFor: null, text: expect.stringContaining(QUOTE) });
        expect(chat.asked).toMatchObject([{ request: { kind: 'line', text: 'What will the ferry cost?' } }]);
      });

      test('that says what to mend is shown as it stands', async () => {
        chat.answer(() => noted('There is no such topic. Type /topics.', 'error'));
        driver.command('brief', { topic: 'nothing' });
        expect((await last(1)).text).toContain('There is no such topic. Type /topics.');
      });

      test('that fails is told, and nothing stays loading', async () => {
        chat.answer(() => Promise.reject(new Error('kaput')));
        driver.command('ask', { question: 'Why?' });
        const { text } = await last(1);
        expect(text).toMatch(/internal error/);
        expect(text).not.toContain('kaput');
        expect([driver.loading(), reports.length]).toEqual([0, 1]);
      });

      test('is shown once though sending it fails at first', async () => {
        driver.fail(1);
        await quoteTo();
        expect(driver.loading()).toBe(0);
      });

      test('is for the same person and place, whoever else asks', async (context) => {
        needs(context, 'people');
        driver.command('ask', { question: 'Why?' }, 'ada');
        await seen(1);
        driver.command('ask', { question: 'Why?' }, 'tom');
        await seen(2);
        const [ada, tom] = chat.asked;
        expect(ada?.audience.user).not.toBe(tom?.audience.user);
        expect(ada?.audience.channel).toBe(tom?.audience.channel);
        expect(ada?.conversation).not.toBe(tom?.conversation);
      });
    });

    describe('a file', () => {
      const FILE = '@misc{pier-ä,\n  title = {``` <!channel> *Pier* @everyone},\n}\n';
      const fileFor = async (ask: () => void, text = FILE) => {
        chat.answer(() => filed(text));
        ask();
        return eventually(() => {
          const [file] = driver.files();
          if (!file) throw new Error('There is no file');
          return file;
        });
      };

      test('comes as a file to whoever asked in private, with its words', async (context) => {
        needs(context, 'private');
        const file = await fileFor(() => driver.command('brief', { topic: 'ferry', private: 'yes' }));
        expect(file).toEqual({ name: 'dossier-abcdefgh2345.bib', text: FILE, onlyFor: 'ada' });
        expect(driver.seen().map(({ text }) => text)).toContainEqual(expect.stringContaining('1 excerpt.'));
      });

      test('comes where it was asked for in words', async () => {
        const file = await fileFor(() => driver.say('/export bibtex'));
        expect(file).toEqual({ name: 'dossier-abcdefgh2345.bib', text: FILE, onlyFor: null });
      });

      test('is shown as text where none may be sent, with what mends it', async (context) => {
        needs(context, 'refuse-files');
        driver.refuseFiles();
        chat.answer(() => filed(FILE.replace('```', '``')));
        driver.say('/export bibtex');
        const said = () => driver.seen().map(({ text }) => text);
        await eventually(() =>
          expect(said().join('\n')).toContain('title = {`` <!channel> *Pier* @everyone}'),
        );
        expect(said().join('\n')).toMatch(/files:write|Attach Files/);
        expect(driver.files()).toEqual([]);
      });

      test('is not shown as text if it is long', async (context) => {
        needs(context, 'refuse-files');
        driver.refuseFiles();
        chat.answer(() => filed('x'.repeat(3000)));
        driver.say('/export bibtex');
        const said = () => driver.seen().map(({ text }) => text);
        await eventually(() => expect(said().join('\n')).toContain('too long to show here'));
        expect(said().join('\n')).not.toContain('xxxx');
      });
    });

    describe('what comes twice has one effect', () => {
      test('a command', async () => {
        await quoteTo();
        driver.repeat();
        driver.command('ask', { question: 'And then?' });
        await seen(2);
        expect(chat.asked).toHaveLength(2);
      });

      test('a message', async () => {
        driver.say('What will the ferry cost?');
        await seen(1);
        driver.repeat();
        driver.say('And then?');
        await seen(2);
        expect(chat.asked).toHaveLength(2);
      });
    });

    test('a long answer is paged, each quotation whole on one page', async () => {
      const texts = Array.from(
        { length: 30 },
        (_, at) => `Number ${at} ${'of the harbour '.repeat(40)}ends.`,
      );
      chat.answer(() => quoted(texts));
      driver.command('ask', { question: 'Why?' });
      const pages = [await last(1)];
      while (pages.at(-1)?.buttons.includes('More') && pages.length < 40) {
        driver.press(pages.at(-1) as Seen, 'More');
        pages.push(await last(pages.length + 1));
      }
      for (const text of texts) expect(pages.filter((page) => page.text.includes(text))).toHaveLength(1);
      expect(pages.length).toBeGreaterThan(1);
    });

    describe('a button', () => {
      test('works after a restart', async () => {
        const reply = await quoteTo();
        await adapter.stop();
        await start();
        driver.press(reply, 'Sources');
        await seen(2);
        const options = { what: 'all', answer: 'abcdefgh2345' };
        expect(chat.asked.at(-1)?.request).toEqual({ kind: 'command', command: 'sources', options });
      });

      test('answers whoever presses it', async (context) => {
        needs(context, 'people');
        driver.press(await quoteTo(), 'Sources', 'tom');
        expect((await last(2)).onlyFor).toBe('tom');
      });

      test('opens a form for a question, which follows up the answer', async () => {
        await driver.askInForm(await quoteTo(), 'Ask', 'And China?');
        await seen(2);
        const request = { kind: 'command', command: 'ask', options: { question: 'And China?' } };
        expect(chat.asked.at(-1)).toMatchObject({ request, replyTo: 'abcdefgh2345' });
      });

      test.each(['pressForged', 'pressElsewhere'] as const)(
        'that is not its own is refused politely and shows no document: %s',
        async (press) => {
          const reply = await quoteTo();
          driver[press](reply, 'Sources');
          await refusedPolitely();
        },
      );

      test('that is too old is refused politely and shows no document', async () => {
        const reply = await quoteTo();
        now = new Date(NOW.valueOf() + 92 * DAY);
        driver.press(reply, 'Sources');
        await refusedPolitely();
      });

      const refusedPolitely = async () => {
        const { text, onlyFor } = await last(2);
        expect(onlyFor).toBe(driver.cannot?.private === undefined ? 'ada' : null);
        expect(text).not.toContain(QUOTE);
        expect(text).toMatch(/has expired or does not work here/);
        expect(chat.asked).toHaveLength(1);
      };
    });

    describe('text from documents', () => {
      test('pings nobody', async () => {
        await quoteTo('Call @everyone, @here, <@1>, <@&2>, <!channel>, <!here>, <#3> and <@U1>.');
        expect(driver.complaints()).toEqual([]);
      });

      test('is linked to stored addresses alone', async () => {
        const urls = ['https://example.org/a?b=c_d*e', null, 'http://example.org/f(g)#:~:text=ten,crowns'];
        const text = 'See https://evil.example, [here](https://evil.example) or <https://evil.example|here>.';
        chat.answer(() => quoted([text, QUOTE, 'Another.'], urls));
        driver.command('ask', { question: 'Why?' });
        const { links } = await last(1);
        expect(new Set(links)).toEqual(new Set(urls.filter((url) => url !== null)));
      });

      test('is not linked to what is no page', async () => {
        const urls = ['javascript:alert(1)', 'file:///etc/passwd', 'https://user:word@example.org/'];
        chat.answer(() => quoted(['One.', 'Two.', 'Three.'], urls));
        driver.command('ask', { question: 'Why?' });
        expect((await last(1)).links).toEqual([]);
      });
    });

    describe('a stop', () => {
      test('lets what is in hand finish, and health tells of it', async () => {
        expect(adapter.health()).toMatchObject({ platform: adapter.platform, connected: true });
        let release = () => {};
        chat.answer(async () => {
          await new Promise<void>((resolve) => {
            release = resolve;
          });
          return quoted([QUOTE]);
        });
        driver.command('ask', { question: 'Why?' });
        await eventually(() => expect(chat.asked).toHaveLength(1));
        const stopped = adapter.stop();
        release();
        await stopped;
        expect(await last(1)).toMatchObject({ text: expect.stringContaining(QUOTE) });
        expect(adapter.health().connected).toBe(false);
      });

      test('ends the start', async () => {
        const other = driver.createAdapter({ now: () => now, report: (error) => reports.push(error) });
        const ended = other.start(chat);
        await driver.connected(other);
        await other.stop();
        await expect(ended).resolves.toBeUndefined();
      });
    });

    test('a token that is refused is said to be, and tried once', async (context) => {
      needs(context, 'refuse-token');
      const before = driver.attempts();
      const parts = { now: () => now, report: (error: Error) => reports.push(error), refused: true } as const;
      const refused = driver.createAdapter(parts);
      await expect(refused.start(chat)).rejects.toThrow(UserError);
      expect(driver.attempts() - before).toBe(1);
      await refused.stop();
    });
  });
}

function exactly(seen: readonly Seen[], count: number): readonly Seen[] {
  if (seen.length !== count) throw new Error(`Not ${count} messages: ${JSON.stringify(seen)}`);
  return seen;
}
