import { describe, expect, test } from 'vitest';
import { markupText } from '../../../src/readers/html/markup-text.ts';
import { createEmlReader } from '../../../src/readers/mail/eml-reader.ts';
import { createMail, MARKUP, PLAIN } from '../../fakes/mail.ts';

const reader = createEmlReader(markupText);
const NEWS = 'The board raises fares by a tenth.';
const LIST = ['Subject: Fares', 'List-Unsubscribe: <https://pier.example/leave>'];

const read = (content: string, { headers = LIST, type = PLAIN } = {}) =>
  reader.read(createMail(headers, [{ type, content }]), 'a.eml');

describe('what stands around a newsletter', () => {
  test.each([
    'View in browser',
    'View this email in your browser',
    'View this post on the web at https://pier.example/p/fares',
    'Having trouble viewing this email?',
    'Forwarded this email? Subscribe here for more',
    'READ IN APP',
    'Im Browser ansehen',
    'Newsletter nicht richtig dargestellt?',
    'Voir en ligne',
    'Ver en el navegador',
    'Add news@pier.example to your address book',
  ])('is dropped at its beginning: %s', async (line) => {
    expect((await read(`${line}\n\n${NEWS}`)).text).toBe(NEWS);
  });

  test.each([
    'Unsubscribe',
    'Unsubscribe https://click.example/2/eyJlIjoiaHR0cHM',
    'Unsubscribe from this list <https://click.example/u>',
    'If you no longer wish to hear from us, click here to unsubscribe.',
    'Update your preferences or unsubscribe here.',
    'You are receiving this email because you signed up at pier.example.',
    'This email was sent to desk@harbour.example.',
    'Hier können Sie sich vom Newsletter abmelden.',
    'You’re currently a free subscriber to Pier Weekly.\n\nLike | | Comment | | Restack',
    'Like | | Comment\n\nUnsubscribe',
    'Se désabonner',
    'Para darse de baja, haga clic aquí',
    'Twitter | Facebook\n\n© 2024 Pier Press\n\n12 Quay Street, Harbour, HB1 2AB\n\nUnsubscribe',
  ])('is dropped at its end: %s', async (line) => {
    expect((await read(`${NEWS}\n\n${line}`)).text).toBe(NEWS);
  });

  test.each([
    'Firms must put an unsubscribe button into each message, the court ruled.',
    'The harbour is at 12 Quay Street, Harbour, HB1 2AB',
    'The board said that readers can view the plans online.',
    'Twitter | Facebook',
  ])('is not what its text says: %s', async (line) => {
    expect((await read(`${NEWS}\n\n${line}`)).text).toBe(`${NEWS}\n\n${line}`);
  });

  test('is left in what people write to each other', async () => {
    const line = 'Unsubscribe';
    for (const headers of [['Subject: Fares'], [...LIST, 'List-Post: <mailto:list@pier.example>']])
      expect((await read(`${NEWS}\n\n${line}`, { headers })).text).toBe(`${NEWS}\n\n${line}`);
  });

  test('are the addresses of its links in plain text', async () => {
    const { text } = await read(
      `${NEWS} [https://c.example/1]\nhttps://c.example/2\nMore (https://c.example/3)`,
    );
    expect(text).toBe(`${NEWS}\nMore`);
  });
});

describe('the publisher of a newsletter', () => {
  test.each([
    ['"The Pier Weekly" <no-reply@pier.example>', [], 'The Pier Weekly'],
    ['Ada Quay via Postbox <ada@postbox.example>', [], 'Ada Quay'],
    ['no-reply <no-reply@pier.example>', ['List-Id: Pier News <news.pier.example>'], 'Pier News'],
    ['noreply@mail.pier.example', ['List-Id: <0a1b2c3d4e.list.example>'], 'pier.example'],
    ['newsletter@pier.example', [], 'pier.example'],
  ])('is named by %s', async (from, headers, publisher) => {
    const { embedded } = await read(NEWS, { headers: [...LIST, `From: ${from}`, ...headers] });
    expect(embedded).toMatchObject({ publisher, author: null, title: 'Fares' });
  });

  test('stands behind its writer’s name', async () => {
    const { embedded } = await read(NEWS, {
      headers: [...LIST, 'From: Ada Quay from Pier Weekly <pier@post.example>'],
    });
    expect(embedded).toMatchObject({ publisher: 'Pier Weekly', author: 'Ada Quay' });
  });

  test('is unknown of a letter, whose sender is its author', async () => {
    const { embedded } = await read(NEWS, { headers: ['From: Ada Quay <ada@pier.example>'] });
    expect(embedded).toMatchObject({ publisher: null, author: 'Ada Quay' });
  });
});

describe('the address of a newsletter', () => {
  const addressOf = async (href: string) =>
    (await read(`<p><a href="${href}"><b>View online</b></a></p><p>${NEWS}</p>`, { type: MARKUP })).embedded
      ?.url;

  test.each([
    ['https://pier.example/p/fares-rise-in-may', 'https://pier.example/p/fares-rise-in-may'],
    ['https://mailchi.example/1a2b/fares?e=4711&amp;utm_source=x', 'https://mailchi.example/1a2b/fares'],
  ])('is that of its web version: %s', async (href, url) => {
    expect(await addressOf(href)).toBe(url);
  });

  test.each([
    'https://click.example/l/eyJzdWIiOjQ3MTF9.bbbbbbbbbbbbbbbbbbbbbbbbbb',
    'https://pier.example/view?for=desk@harbour.example',
    'https://pier.example/view/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f',
    'javascript:alert(1)',
    'https://ada:secret@pier.example/p/1',
  ])('is unknown where it could be one reader’s own: %s', async (href) => {
    expect(await addressOf(href)).toBeNull();
  });

  test.each(['Archived-At', 'List-Post'])('is the one that its header states: %s', async (name) => {
    const headers = [...LIST, `${name}: <https://pier.example/2024/fares>`];
    expect((await read(NEWS, { headers })).embedded?.url).toBe('https://pier.example/2024/fares');
  });
});
