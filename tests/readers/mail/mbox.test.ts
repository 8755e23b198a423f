import { describe, expect, test } from 'vitest';
import { createFileReader } from '../../../src/core/library/reading/read-document.ts';
import { documentsOf } from '../../../src/core/library/reading/read-outcome.ts';
import { csvReader } from '../../../src/readers/csv/reader.ts';
import { markupText } from '../../../src/readers/html/markup-text.ts';
import { createEmlReader } from '../../../src/readers/mail/eml-reader.ts';
import { mboxReader } from '../../../src/readers/mail/mbox-reader.ts';
import { createFolder } from '../../fakes/folder.ts';
import { attachment, createMail, PLAIN } from '../../fakes/mail.ts';

const START = 'From ada@harbour.example Tue Mar  5 10:12:00 2024';
const OWN = 'The pier opens on Monday.';
const utf8 = (text: string) => new TextEncoder().encode(text);
const partsOf = async (text: string) => (await mboxReader.read(utf8(text), 'a.mbox')).parts ?? [];

describe('a mailbox', () => {
  test('has its messages as parts, by number', async () => {
    const parts = await partsOf(`${START}\nSubject: A\n\n${OWN}\n\n${START}\nSubject: B\n\nIt is lit.\n`);
    expect(parts.map(({ id, name, bytes }) => [id, name, new TextDecoder().decode(bytes)])).toEqual([
      ['#1', '1.eml', `Subject: A\n\n${OWN}\n\n`],
      ['#2', '2.eml', 'Subject: B\n\nIt is lit.\n'],
    ]);
  });

  test('is not divided inside a message', async () => {
    const body = `>From here to there.\nFrom Lindau at 10:12 the ferry leaves.\n\nFrom Monday on, the pier is open.`;
    const [only, ...others] = await partsOf(`${START}\r\nSubject: A\r\n\r\n${body}\r\n`);
    expect(others).toEqual([]);
    expect(new TextDecoder().decode(only?.bytes)).toContain('\nFrom here to there.');
  });

  test.each(['', OWN, `Subject: A\n\n${OWN}`])('that is none is refused: %j', async (text) => {
    await expect(partsOf(text)).rejects.toThrow('is not a mailbox');
  });

  test('is read message by message, attachments included, and what is unreadable is told', async () => {
    const mail = createMail(
      ['Subject: Depths'],
      [{ type: PLAIN, content: OWN }, attachment('depths.csv', 'text/csv', 'Port,Depth\nLindau,4.5')],
    );
    const box = `${START}\n${new TextDecoder().decode(mail)}\n\n${START}\nX: \n\n\n`;
    const root = createFolder({ 'harbour/inbox.mbox': box });
    const read = createFileReader([mboxReader, createEmlReader(markupText), csvReader]);
    const outcome = await read({
      ...{ root, file: `${root}/harbour/inbox.mbox`, path: 'harbour/inbox.mbox', known: null },
      collection: 'harbour' as never,
    });
    expect(documentsOf(outcome).map(({ document: { id, title, text } }) => [id, title, text])).toEqual([
      ['harbour/inbox.mbox#1', 'Depths', OWN],
      ['harbour/inbox.mbox#1/depths.csv', 'Depths', 'Port: Lindau; Depth: 4.5'],
    ]);
    expect(outcome).toMatchObject({
      refused: [{ file: 'harbour/inbox.mbox#2', reason: 'contains no text' }],
    });
  });
});
