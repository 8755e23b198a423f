import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markupText } from '../../../src/readers/html/markup-text.ts';
import { createEmlReader } from '../../../src/readers/mail/eml-reader.ts';
import { documentReaderContract } from '../../contracts/document-reader.ts';
import { goldenDocuments } from '../../contracts/golden-documents.ts';
import { cpuTimeUntil } from '../../fakes/cpu-time.ts';
import { attachment, createMail, MARKUP, PLAIN } from '../../fakes/mail.ts';

const reader = createEmlReader(markupText);
const read = (bytes: Uint8Array) => reader.read(bytes, 'a.eml');
const textOf = async (content: string, { subject = 'Re: The pier', type = PLAIN } = {}) =>
  (await read(createMail([`Subject: ${subject}`], [{ type, content }]))).text;

documentReaderContract({
  reader,
  name: 'a.eml',
  write: (text) =>
    text === ''
      ? createMail([], [{ type: PLAIN, content: '' }])
      : createMail([], [{ type: PLAIN, content: text }]),
});
goldenDocuments(reader);

const OWN = 'The pier opens on Monday.';

describe('what a message states', () => {
  test('is its subject, its sender and the day that the sender had', async () => {
    const headers = [
      'From: =?utf-8?Q?Ada_Qu=C3=A4y?= <ada@harbour.example>',
      'Date: Tue, 5 Mar 2024 23:30:00 -0800',
      'Subject: =?iso-8859-1?Q?The_pier_=96_again?=',
    ];
    const { embedded } = await read(createMail(headers, [{ type: PLAIN, content: OWN }]));
    expect(embedded).toMatchObject({
      title: 'The pier – again',
      author: 'Ada Quäy',
      published: '2024-03-05',
      publisher: null,
      url: null,
    });
  });

  test('is the text where there is no more than a subject', async () => {
    expect(await textOf('', { subject: 'Pier closed today' })).toBe('Pier closed today');
  });
});

describe('the text of a message', () => {
  test.each([
    ['English', 'On Tue, 5 Mar 2024 at 10:12, Tom Mole <tom@harbour.example> wrote:'],
    ['wrapped', 'On Tue, 5 Mar 2024 at 10:12, Tom Mole <tom@harbour.example>\nwrote:'],
    ['German', 'Am 05.03.2024 um 10:12 schrieb Tom Mole:'],
    ['French', 'Le mar. 5 mars 2024 à 10:12, Tom Mole <tom@harbour.example> a écrit :'],
    ['Portuguese', 'Em 5 de março de 2024 às 10:12:00, Tom Mole (\ntom@harbour.example) escreveu:'],
    ['Finnish', 'ti 5. maaliskuuta 2024 klo 10.12 Tom Mole\n<tom@harbour.example> kirjoitti:'],
    ['without a verb', '2024-03-05 10:12 GMT+01:00 Tom Mole <tom@harbour.example>:'],
    ['Spanish', 'El mar, 5 mar 2024 a las 10:12, Tom Mole (<tom@harbour.example>) escribió:'],
  ])('repeats no quoted reply: %s', async (_name, introduction) => {
    expect(await textOf(`${OWN}\n\n${introduction}\n\n> When does it open?\n> Tom\n`)).toBe(OWN);
    expect(await textOf(`${OWN}\n\n${introduction}\n\nWhen does it open?\nTom\n`)).toBe(OWN);
  });

  test.each([
    ['a frame', '-----Original Message-----\nFrom: Tom Mole\nWhen does it open?'],
    ['a German frame', '-----Ursprüngliche Nachricht-----\nVon: Tom Mole\nWann öffnet sie?'],
    ['a French frame', '-----Message d’origine-----\nDe : Tom Mole\nQuand ?'],
    [
      'headers',
      'From: Tom Mole\nSent: Tuesday, March 5\nTo: Ada Quay\nSubject: The pier\n\nWhen does it open?',
    ],
    ['German headers', 'Von: Tom Mole\nGesendet: Dienstag\nAn: Ada Quay\nBetreff: Mole\n\nWann öffnet sie?'],
    ['Spanish headers', 'De: Tom Mole\nEnviado el: martes\nPara: Ada Quay\nAsunto: Muelle\n\n¿Cuándo abre?'],
  ])('ends where the message that it answers is under %s', async (_name, quoted) => {
    expect(await textOf(`${OWN}\n\n${quoted}`)).toBe(OWN);
  });

  test('keeps what is written between quoted lines', async () => {
    expect(await textOf(`> When does it open?\n${OWN}\n> And the lamp?\nIt is lit.\n`)).toBe(
      `${OWN}\nIt is lit.`,
    );
  });

  test.each([
    '-- \nAda Quay\nHarbour Office',
    'Sent from my phone',
    'Von meinem Telefon gesendet',
    'Envoyé de mon téléphone',
    'Enviado desde mi teléfono',
    '_______________________________________________\nHarbour mailing list\nharbour@lists.example',
  ])('has no signature: %j', async (signature) => {
    expect(await textOf(`${OWN}\n\n${signature}\n`)).toBe(OWN);
  });

  test.each([
    'On Monday the master wrote: the pier is closed.',
    'At 10:12 on 5 March 2024 the harbour office in Lindau told all masters:\nThe pier is closed.',
    'On 5 March 2024 he wrote to <tom@harbour.example> that the pier is closed.',
    'Sent from the harbour office.',
    'From: Lindau\nTo: Bregenz\n\nThe ferry takes an hour.',
    `Depths at the pier\n--\nare in metres.\n${'It is so.\n'.repeat(30).trim()}`,
    'Sent from the harbour office in Lindau on Monday, the letter arrived in Bregenz two days later by ferry.',
  ])('keeps what only looks like a quotation or a signature: %j', async (text) => {
    expect(await textOf(text)).toBe(text);
  });

  test('is the forwarded message of one that forwards', async () => {
    const forwarded = 'From: Tom Mole\nSent: Tuesday\nSubject: The pier\n\nIt is closed.';
    expect(await textOf(`See below.\n\n${forwarded}`, { subject: 'FW: The pier' })).toBe(
      `See below.\n\n${forwarded}`,
    );
  });

  test('has what it forwards without marks', async () => {
    const text = await textOf('See below.\n\n> It is closed.\n> Tom', { subject: 'Fwd: The pier' });
    expect(text).toBe('See below.\n\nIt is closed.\nTom');
  });

  test('goes on below the mark of a forwarded message', async () => {
    const text = `${OWN}\n\n---------- Forwarded message ---------\nFrom: Tom Mole\nDate: Tuesday\nSubject: The pier\n\nIt is closed.`;
    expect(await textOf(text)).toBe(text);
  });

  test('is all of it where nothing else was written', async () => {
    expect(await textOf('> It is closed.\n> Tom')).toBe('It is closed.\nTom');
  });

  test.each([
    '<blockquote type="cite"><p>When?</p></blockquote>',
    '<div class="gmail_quote"><div>On Tue, 5 Mar 2024 at 10:12, Tom wrote:<div>When?</div></div></div>',
    '<div>On Tue, 5 Mar 2024 at 10:12, Tom wrote:</div><blockquote type="cite">When?</blockquote>',
    '<hr><div><b>From:</b> Tom Mole<br><b>Sent:</b> Tuesday<br><b>Subject:</b> The pier</div><p>When?</p>',
  ])('repeats no reply quoted in markup: %s', async (quoted) => {
    const markup = `<div style="display:none">Preview</div><p>${OWN}</p>${quoted}`;
    expect(await textOf(markup, { type: MARKUP })).toBe(OWN);
  });

  test('is the plain one, unless the markup says more', async () => {
    const both = async (plain: string) =>
      (
        await read(
          createMail(
            [],
            [
              { type: PLAIN, content: plain },
              { type: MARKUP, content: `<p>${OWN}</p>` },
            ],
          ),
        )
      ).text;
    expect(await both('The pier opens\non Monday.')).toContain('The pier opens\non Monday.');
  });

  test('has its quotation marks and dashes in Windows-1252', async () => {
    const bytes = Buffer.from('\x93The pier\x94 \x96 4 \x80', 'latin1');
    const mail = createMail(['Subject: A'], [{ type: 'text/plain; charset=windows-1252', content: bytes }]);
    expect((await read(mail)).text).toBe('“The pier” – 4 €');
  });
});

describe('the attachments of a message', () => {
  test('are its parts by name, without pictures shown in it', async () => {
    const { parts } = await read(
      createMail(
        ['Subject: Depths'],
        [
          { type: PLAIN, content: OWN },
          attachment('depths.csv', 'text/csv', 'Port,Depth\nLindau,4.5'),
          attachment('depths.csv', 'text/csv', 'Port,Depth\nBregenz,3.1'),
          attachment('../../etc/a.txt', PLAIN, 'A'),
          { type: 'message/rfc822', content: createMail(['Subject: B'], [{ type: PLAIN, content: 'B' }]) },
          { type: 'image/png', content: 'P', headers: ['Content-Disposition: inline', 'Content-ID: <p>'] },
        ],
      ),
    );
    expect(parts?.map(({ id, name }) => [id, name])).toEqual([
      ['/depths.csv', 'depths.csv'],
      ['/depths 2.csv', 'depths 2.csv'],
      ['/.._.._etc_a.txt', '.._.._etc_a.txt'],
      ['/attachment 4.eml', 'attachment 4.eml'],
    ]);
    expect(new TextDecoder().decode(parts?.[1]?.bytes)).toBe('Port,Depth\nBregenz,3.1');
  });
});

test.each(['The pier opens\non Monday.', '\u0000\u0001', '<p>No mail</p>'])(
  'what is no message is refused in a sentence: %j',
  async (text) => {
    await expect(read(new TextEncoder().encode(text))).rejects.toThrow('is not a mail message');
  },
);

test('any message keeps all of its own words, in order and apart, and none of those it answers', async () => {
  const words = (pattern: RegExp) => fc.array(fc.stringMatching(pattern), { minLength: 1, maxLength: 12 });
  const own = fc.array(words(/^[a-zäöé]{2,9}$/), { minLength: 1, maxLength: 6 });
  const quoted = fc.array(words(/^Q[A-Z]{2,9}$/), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(own, quoted, fc.boolean(), async (lines, answered, asMarkup) => {
      const paragraphs = lines.map((line) => line.join(' '));
      const before = answered.map((line) => line.join(' '));
      const content = asMarkup
        ? `${paragraphs.map((line) => `<p>${line}</p>`).join('')}<blockquote type="cite">${before.join('<br>')}</blockquote>`
        : `${paragraphs.join('\n\n')}\n\nOn Tue, 5 Mar 2024 at 10:12, Tom wrote:\n${before.map((line) => `> ${line}`).join('\n')}\n`;
      expect(await textOf(content, { type: asMarkup ? MARKUP : PLAIN })).toBe(paragraphs.join('\n\n'));
    }),
    { numRuns: 60 },
  );
});

test.each(['\n', '\r\n'])('a million empty lines take no longer than their bytes: %j', async (end) => {
  const message = `Subject: The pier${end}${end}It opens.${end.repeat(1_000_000)}It closes.${end}`;
  const spent = await cpuTimeUntil(async () => {
    expect((await read(new TextEncoder().encode(message))).text).toBe('It opens.\n\nIt closes.');
  });
  expect(spent).toBeLessThan(2000);
});
