import { beforeEach, describe, expect, test } from 'vitest';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { loadOwnCorpus } from '../../fakes/local-chat.ts';
import { ADA, openSite, type Site, type Visitor } from './site.ts';

const REFUSED = [
  { file: 'nato-asia/minutes.md', reason: 'has a date that is none', partly: true as const },
  { file: 'nato-asia/<scan>.pdf', reason: 'holds no text & no pictures' },
];
const DIGEST = '/admin/digests/terminal%3Alocal%2Fterminal/1';

let site: Site;
let browser: Visitor;

beforeEach(async () => {
  site = await openSite({ ...(await loadOwnCorpus()), refused: REFUSED });
  browser = site.browser();
});

/** A page without its style and what differs each time. */
function plain(text: string): string {
  const body = text.replace(/^.*?<body>/s, '<body>');
  return body.replace(/name="form" value=".*?"/g, 'name="form"').replaceAll(site.address, 'http://here');
}

async function fill(): Promise<void> {
  for (const line of [
    ...['/digest add nato-asia at:08:00', '/digest add japan-nato at:09:30 days:mon', '/digest pause 2'],
    ...[
      '/topics add fares title:"What it costs" liaison office',
      '/ask Where is the <zeppelin> & its hangar?',
    ],
    ...['/ask What does France think?', '/feedback reason:outdated the <b>office</b> was never opened'],
  ])
    await site.say(line);
}

describe('the admin page', () => {
  test.each([
    ['state', '/admin'],
    ['documents', '/admin/documents'],
    ['topics', '/admin/topics'],
    ['topic', '/admin/topics/fares'],
    ['topic-of-corpus', '/admin/topics/nato-asia'],
    ['topic-remove', '/admin/topics/fares?remove'],
    ['digests', '/admin/digests'],
    ['digest', DIGEST],
    ['digest-paused', '/admin/digests/terminal%3Alocal%2Fterminal/2'],
    ['digest-remove', `${DIGEST}?remove`],
    ['questions', '/admin/questions'],
    ['feedback', '/admin/feedback'],
  ])('reads as kept: %s', async (name, address) => {
    await fill();
    const { status, text } = await browser.open(address);
    expect(status).toBe(200);
    await expect(`${plain(text)}\n`).toMatchFileSnapshot(`../../golden/admin/${name}.html`);
  });

  test('says what is not there where nothing is', async () => {
    const texts = [];
    for (const section of ['digests', 'questions', 'feedback'])
      texts.push((await browser.open(`/admin/${section}`)).text);
    expect(texts[0]).toContain('No digests are scheduled.');
    expect(texts[1]).toContain('Every question found something.');
    expect(texts[2]).toContain('No feedback yet.');
  });

  test('has one heading, a caption for each table and a scope for each head', async () => {
    await fill();
    for (const section of ['', '/documents', '/topics', '/digests', '/questions', '/feedback']) {
      const { text } = await browser.open(`/admin${section}`);
      expect(text.match(/<h1/g)).toHaveLength(1);
      const tables = text.match(/<table>.*?<\/table>/gs) ?? [];
      expect(tables.length).toBeGreaterThan(0);
      for (const each of tables) {
        expect(each).toMatch(/^<table><caption>[^<]/);
        expect(each).not.toMatch(/<th(?! scope=| ?ead)/);
      }
      for (const [, id] of text.matchAll(/<(?:input|textarea) id="(.*?)"/g))
        expect(text).toContain(`<label for="${id}"`);
    }
  });

  test('runs only its own script, loads nothing from elsewhere, and stands in no frame', async () => {
    const { headers, text } = await browser.open('/admin/topics');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'sha256-[^']+'; connect-src 'self';/,
    );
    expect(policy).toContain(
      "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(headers.get('cache-control')).toContain('no-store');
    expect(text.match(/<script.*?<\/script>/g)).toEqual(['<script src="/admin/script.js" defer></script>']);
    const script = await browser.open('/admin/script.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.text).not.toMatch(/innerHTML|eval|document\.write|https?:/);
    expect(() => new Function(script.text)).not.toThrow();
  });

  test.each([
    ['?done=rubbish&page=-1', 200],
    ['/documents?page=999999999', 200],
    ['/documents?page=7', 200],
    ['//topics', 200],
    ['/topics/%00', 404],
    ['/topics/nato-asia/more', 404],
    ['/%ff', 404],
    ['/never', 404],
    [`/topics?query=${'x'.repeat(3000)}`, 200],
  ])('answers rubbish in an address: %.40s', async (address, status) => {
    expect((await browser.open(`/admin${address}`)).status).toBe(status);
  });

  test('shows a long list a hundred rows at a time', async () => {
    const refused = Array.from({ length: 230 }, (_, nth) => ({
      file: `nato-asia/${nth}.pdf`,
      reason: 'is empty',
    }));
    site = await openSite({ ...(await loadOwnCorpus()), refused });
    const first = (await site.browser().open('/admin/documents')).text;
    expect([
      first.includes('1–100 of 230.'),
      first.includes('asia/99.pdf'),
      first.includes('asia/100.pdf'),
    ]).toEqual([...[true, true, false]]);
    const last = (await site.browser().open('/admin/documents?page=3')).text;
    expect([last.includes('201–230 of 230.'), last.includes('asia/229.pdf')]).toEqual([true, true]);
  });
});

describe('topics', () => {
  test('are tried without a trace, added, changed and removed', async () => {
    await browser.open('/admin/topics');
    const tried = await browser.press('Try the query', { name: 'fares', query: 'liaison office Tokyo' });
    expect(tried.text).toMatch(
      /id="preview".*Tried: liaison office Tokyo.*draws on \d+ passages in \d documents/s,
    );
    expect(tried.text).toContain('value="fares"');
    expect((await site.say('/topics')).text).not.toContain('fares');
    const added = await browser.press('Add', { name: 'fares', query: 'liaison office Tokyo' });
    expect(added.text).toMatch(/role="status".*Added\. Type \/brief fares/s);
    expect((await site.say('/brief fares')).reply.kind).toBe('brief');
    await browser.open('/admin/topics/fares');
    const saved = await browser.press('Save', { title: 'What <it> costs' });
    expect(saved.text).toMatch(/<h1>What &lt;it&gt; costs<\/h1>.*role="status".*Changed\./s);
    await browser.open('/admin/topics/fares?remove');
    expect((await browser.press('Remove')).text).toMatch(/role="status".*Removed fares\./s);
    expect((await browser.open('/admin/topics/fares')).status).toBe(404);
  });

  test('keep what was typed where a name or a query will not do', async () => {
    await browser.open('/admin/topics');
    const refused = await browser.press('Add', { name: 'no name!', query: 'ferry <fares>' });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/role="status".*&quot;no-name!&quot; is not a topic name/s);
    expect(refused.text).toContain('value="no name!"');
    expect(refused.text).toContain('>ferry &lt;fares&gt;</textarea>');
    expect((await browser.press('Add', { name: 'fares' })).text).toContain('Added.');
  });

  test.each([
    [{ name: '', query: '' }, 'Give a topic name and a query'],
    [{ name: 'nato-asia', query: 'x' }, 'already exists'],
    [{ name: 'fares', query: '…' }, 'The query has no words'],
    [{ name: 'fares', query: 'a'.repeat(501) }, 'The query has 501 characters'],
    [{ name: 'fares', query: 'a', title: 'a'.repeat(91) }, 'The title has 91 characters'],
  ])('are refused in a sentence: %o', async (fields, sentence) => {
    await browser.open('/admin/topics');
    const { status, text } = await browser.press('Add', fields);
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });

  test('of the corpus can’t be changed, whatever is sent', async () => {
    const { text } = await browser.open('/admin/topics/nato-asia');
    expect(text).not.toMatch(/Save|Remove/);
    await browser.open('/admin/topics');
    await browser.press('Try the query', { query: 'x' });
    const form = /name="form" value="(.*?)"/.exec((await browser.open('/admin/topics')).text)?.[1] ?? '';
    const body = new URLSearchParams({ form, act: 'remove' });
    const sent = { method: 'POST', body, headers: { origin: site.address } };
    const refused = await site.send('/admin/topics/nato-asia', sent);
    expect([refused.status, refused.text.includes('comes from topics.yaml')]).toEqual([422, true]);
  });

  test('made here are known in the chat of every platform of this machine', async () => {
    await browser.open('/admin/questions');
    await site.say('/ask Where is the zeppelin?');
    const { text } = await browser.open('/admin/questions');
    const address = /href="(.*?)">Try it as a topic/.exec(text)?.[1] ?? '';
    expect((await browser.open(address)).text).toContain('>Where is the zeppelin?</textarea>');
  });
});

describe('digests', () => {
  beforeEach(() => site.say('/digest add nato-asia at:08:00'));

  test('are paused, resumed and removed, which asks first', async () => {
    await browser.open(DIGEST);
    expect((await browser.press('Pause')).text).toMatch(/role="status".*Paused\..*paused: manually/s);
    expect((await browser.press('Resume')).text).toMatch(/role="status".*Resumed\./s);
    const asked = await browser.open(`${DIGEST}?remove`);
    expect(asked.text).toMatch(/<h1>Remove digest 1\?<\/h1>.*NATO in the Asia-Pacific/s);
    expect((await site.say('/digest')).text).toContain('NATO in the Asia-Pacific');
    expect((await browser.press('Remove')).text).toMatch(/role="status".*Removed digest 1\./s);
    expect((await browser.open(DIGEST)).status).toBe(404);
  });

  test('are previewed without being posted, and posted once by a button that is pressed twice', async () => {
    const { text } = await browser.open(DIGEST);
    expect(text).toMatch(/id="preview".*NATO is embarking.*Preview only/s);
    expect(site.poster.posts).toHaveLength(0);
    const [one, two] = await Promise.all([browser.press('Post an extra edition now'), browser.again()]);
    expect(site.poster.posts).toHaveLength(1);
    expect([one.text, two.text].every((page) => /role="status".*Posted\./s.test(page))).toBe(true);
    expect((await browser.open(DIGEST)).text).toMatch(/Recent editions.*posted, \d excerpts/s);
  });

  test('keep to tags and grades that are typed, and to nothing again', async () => {
    const [document] = site.dossier.library.documents;
    if (document)
      site.dossier.library.put(createIndexedDocument(document.id, { ...document, tags: ['primary'] }));
    expect((await browser.open(DIGEST)).text).toMatch(/>tag<\/th><td>any<.*>grade<\/th><td>any</s);
    const narrowed = await browser.press('Save', { tag: 'primary', grade: 'b2' });
    expect(narrowed.text).toMatch(
      /role="status".*Changed\..*>tag<\/th><td>primary<.*>grade<\/th><td>B2 or better</s,
    );
    expect(narrowed.text).toMatch(/name="tag"[^>]* value="primary".*name="grade"[^>]* value="B2"/s);
    expect((await browser.press('Save', { tag: '', grade: '' })).text).toMatch(/>tag<\/th><td>any</);
  });

  test('keep what was typed where a tag will not do', async () => {
    await browser.open(DIGEST);
    const refused = await browser.press('Save', { tag: 'primry' });
    expect([refused.status, refused.text.includes('No document is tagged')]).toEqual([422, true]);
    expect(refused.text).toMatch(/name="tag"[^>]* value="primry"/);
  });

  test('are sent to an address only where the operator allows one', async () => {
    expect((await browser.open('/admin/digests')).text).not.toContain('name="to"');
    site = await openSite(await loadOwnCorpus(), { mailTo: '@example.org' });
    browser = site.browser();
    await browser.open('/admin/digests');
    const form = { to: 'desk@elsewhere.example', topic: 'nato-asia', at: '09:30' };
    const refused = await browser.press('Order', form);
    expect([refused.status, refused.text.includes('No digest may be sent to')]).toEqual([422, true]);
    const ordered = await browser.press('Order', { ...form, to: 'desk@example.org' });
    expect(ordered.text).toMatch(/role="status".*09:30.*sent to desk@example\.org/s);
    const address = /href="(\/admin\/digests\/[^"]+)"/.exec(ordered.text)?.[1] ?? '';
    expect((await browser.open(address)).text).toMatch(/>sent to<\/th><td>desk@example\.org</);
    expect((await browser.press('Pause')).text).toMatch(/role="status".*Paused\./s);
  });

  test('that managers elsewhere had sent to an address are shown to whoever ordered them', async () => {
    site = await openSite(await loadOwnCorpus(), { publicUrl: 'own', mailTo: '@example.org' });
    await site.say('/digest add nato-asia to:desk@example.org', { ...ADA, user: 'bob' });
    browser = site.browser();
    await browser.open((await site.linkFor(ADA)) ?? '');
    await browser.press('Open the page');
    expect((await browser.open('/admin/digests')).text).not.toContain('sent to');
    const form = { to: 'desk@example.org', topic: 'nato-asia', at: '09:30' };
    const ordered = await browser.press('Order', form);
    expect(ordered.text).toMatch(/role="status".*09:30/s);
    expect(ordered.text.match(/sent to desk@example\.org/g)).toHaveLength(1);
    const address = /href="(\/admin\/digests\/[^"]+)"/.exec(ordered.text)?.[1] ?? '';
    await browser.open(address);
    expect((await browser.press('Pause')).text).toMatch(/role="status".*Paused\./s);
  });

  test('are found too if a proxy decoded their address', async () => {
    expect((await browser.open('/admin/digests/terminal:local/terminal/1')).status).toBe(200);
    expect((await browser.open('/admin/digests/terminal:local/terminal/7')).status).toBe(404);
    expect((await browser.open('/admin/digests/%ff/1')).status).toBe(404);
  });
});

describe('a form', () => {
  test('that is sent twice has one effect and says the same', async () => {
    await browser.open('/admin/topics');
    const first = await browser.press('Add', { name: 'fares', query: 'ferry' });
    const second = await browser.again();
    expect([first, second].map(({ status, text }) => [status, text.includes('Added.')])).toEqual([
      ...[
        [200, true],
        [200, true],
      ],
    ]);
  });

  test('that was sent before, and is corrected after a step back, is carried out', async () => {
    await browser.open('/admin/topics');
    const form = { name: 'fares', query: 'ferry' };
    await browser.press('Add', { ...form, name: '!' });
    expect((await browser.press('Add', form)).text).toContain('Added.');
  });

  test.each([
    ['another page’s', (page: Shown) => ({ origin: 'https://evil.example', form: page.form })],
    ['none', (page: Shown) => ({ origin: '', form: page.form })],
  ])('is refused with the origin of %s', async (_whose, of) => {
    const page = await formOf();
    const { origin, form } = of(page);
    const body = new URLSearchParams({ form, act: 'add', name: 'fares', query: 'ferry' });
    const sent = { method: 'POST', body, ...(origin && { headers: { origin } }) };
    expect((await site.send('/admin/topics', sent)).status).toBe(403);
    expect((await site.say('/topics')).text).not.toContain('fares');
  });

  test.each(['', 'rubbish', 'aaaa.bbbb'])('is refused without what only the page has: “%s”', async (form) => {
    const body = new URLSearchParams({ form, act: 'add', name: 'fares', query: 'ferry' });
    const sent = { method: 'POST', body, headers: { origin: site.address } };
    expect((await site.send('/admin/topics', sent)).status).toBe(403);
    expect((await site.say('/topics')).text).not.toContain('fares');
  });

  test.each([
    ['/admin/topics', 'rubbish'],
    ['/admin/topics/fares/more', 'edit'],
    ['/admin/digests/x/1', 'pause'],
    ['/admin/questions', 'add'],
    ['/admin/nowhere', 'add'],
  ])('of a section that has none leads nowhere: %s %s', async (path, act) => {
    const { form } = await formOf();
    const body = new URLSearchParams({ form, act });
    const sent = { method: 'POST', body, headers: { origin: site.address } };
    expect((await site.send(path, sent)).status).toBe(404);
  });

  interface Shown {
    readonly form: string;
  }

  async function formOf(): Promise<Shown> {
    const { text } = await browser.open('/admin/topics');
    return { form: /name="form" value="(.*?)"/.exec(text)?.[1] ?? '' };
  }
});
