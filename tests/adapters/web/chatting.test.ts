import { beforeAll, describe, expect, test } from 'vitest';
import { createScriptedChat, quoted } from '../../contracts/scripted-chat.ts';
import { createTestDossier, loadOwnCorpus } from '../../fakes/local-chat.ts';
import { type Browser, formOf, type OpenedPage, openPage } from './browser.ts';

let opened: OpenedPage;

beforeAll(async () => {
  opened = await openPage((await createTestDossier(await loadOwnCorpus())).chatFor(false));
});

/** The turns of a page, oldest first. */
function turnsOf(page: string): readonly string[] {
  return page.match(/<article.*?<\/article>/gs) ?? [];
}

async function begin(line: string): Promise<Browser> {
  const browser = opened.browser();
  await browser.type(line);
  return browser;
}

describe('the page', () => {
  test('offers topics to begin with, lines that can be typed, and a field that has the focus', async () => {
    const browser = opened.browser();
    const page = await browser.page();
    expect(page).toContain('<option value="/brief nato-asia">');
    expect(page).toMatch(/<label for="line">.*<input id="line"[^>]* autofocus>/s);
    const [turn] = turnsOf(await browser.press('NATO in the Asia-Pacific'));
    expect(turn).toContain('<h2 id="asked-1">/brief nato-asia</h2>');
    expect(turn).toContain('<h3>NATO in the Asia-Pacific</h3>');
  });

  test('loads three files from its own server and nothing else, in all under 100 kB', async () => {
    const page = await (await begin('/brief nato-asia')).page();
    const loaded = [...page.matchAll(/<(?:link|script|img|iframe)[^>]* (?:href|src)="(.*?)"/g)].map(
      ([, address = '']) => address,
    );
    expect(loaded.map((address) => address.split('?')[0])).toEqual(['/icon.svg', '/chat.css', '/chat.js']);
    const files = await Promise.all(loaded.map((address) => opened.send(address)));
    const texts = await Promise.all(files.map((file) => file.text()));
    expect(Buffer.byteLength(texts.join(''))).toBeLessThan(25_000);
    expect([page, ...texts].join()).not.toMatch(/ on\w+=|javascript:|@import|url\(|innerHTML|eval\(/i);
  });

  test('looks as kept', async () => {
    const page = await (await begin('/help brief')).page();
    const body = page.slice(page.indexOf('<body>'));
    await expect(`${body}\n`).toMatchFileSnapshot('../../golden/web/page.html');
  });
});

describe('a conversation', () => {
  test('takes follow-ups', async () => {
    const browser = await begin('What does France think?');
    const [, second] = turnsOf(await browser.type('And China?'));
    expect(second).toMatch(/<q>“[^<]*China/);
  });

  test.each([
    ['More', /<q>“/],
    ['Sources', /<q>“.*<ul class="sources">/s],
    ['Timeline', /<h3>.*<q>“/s],
  ])('goes on by a button: %s', async (label, shown) => {
    const browser = await begin('/brief nato-asia');
    const [, second] = turnsOf(await browser.press(label));
    expect(second).toContain(`<h2 id="asked-2">${label}</h2>`);
    expect(second).toMatch(shown);
  });

  test('takes a rating once, and a reason', async () => {
    const browser = await begin('Who pays for the office?');
    expect(turnsOf(await browser.press('Bad answer'))[1]).toContain('Thank you.');
    expect(turnsOf(await browser.press('outdated'))[2]).toContain('Thank you.');
    expect(turnsOf(await browser.press('Bad answer'))[3]).toContain('You already gave this feedback.');
    const feedback = turnsOf(await browser.type('/feedback'))[4];
    expect(feedback).toContain('down · outdated');
  });

  test('takes a question on an earlier answer', async () => {
    const browser = await begin('What does France think?');
    await browser.type('/help');
    const [, , third] = turnsOf(await browser.ask('And China?'));
    expect(third).toContain('<h2 id="asked-3">And China?</h2>');
    expect(third).toMatch(/<q>“[^<]*China/);
  });
});

test.each([
  ['of another browser', async () => signedIn(await (await begin('/brief nato-asia')).page())],
  ['that was made up', async () => 'aaaaaaaaaaaaaaaazzz ["sources","abcdefgh2345"]'],
])('a button %s is refused politely and shows no document', async (_whose, value) => {
  const begun = await opened.send('/say', formOf({ line: '/help' }));
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  await opened.send('/say', formOf({ action: await value() }, { cookie }));
  const page = await (await opened.send('/', { headers: { cookie } })).text();
  expect(turnsOf(page).at(-1)).toContain('This button has expired or does not work here.');
  expect(turnsOf(page).at(-1)).not.toContain('<q>');
});

function signedIn(page: string): string {
  const [, value = ''] = /<button name="action" value="([^"]*)">Sources/.exec(page) ?? [];
  return value.replaceAll('&quot;', '"');
}

describe('text from documents and people', () => {
  test('is shown as text', async () => {
    const chat = createScriptedChat();
    chat.answer(() => quoted(['<script>alert(1)</script> & "more" \u202Eesrever']));
    const page = await (await openPage(chat)).browser().type('<img src=x onerror=alert(1)>');
    expect(page).toContain('<q>“&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot; esrever”</q>');
    expect(page).toContain('<h2 id="asked-1">&lt;img src=x onerror=alert(1)&gt;</h2>');
  });

  test('is linked to pages alone', async () => {
    const chat = createScriptedChat();
    const good = 'https://example.org/a?b="c"&d#:~:text=ten,crowns';
    chat.answer(() =>
      quoted(
        ['One.', 'Two.', 'Three.', 'Four.'],
        [good, 'javascript:alert(1)', 'data:text/html,x', 'https://u:p@x.example/'],
      ),
    );
    const page = await (await openPage(chat)).browser().type('Why?');
    const [, turns = ''] = page.split('<ol class="turns">');
    const links = new Set([...turns.matchAll(/<a href="(.*?)"/g)].map(([, link]) => link));
    expect([...links]).toEqual(['https://example.org/a?b=&quot;c&quot;&amp;d#:~:text=ten,crowns']);
  });
});
