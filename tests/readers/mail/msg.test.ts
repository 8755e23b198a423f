import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/text/user-error.ts';
import { markupText } from '../../../src/readers/html/markup-text.ts';
import { createMsgReader } from '../../../src/readers/mail/msg-reader.ts';
import { documentReaderContract } from '../../contracts/document-reader.ts';
import { goldenDocuments } from '../../contracts/golden-documents.ts';
import { createMsg } from '../../fakes/msg.ts';

const reader = createMsgReader(markupText);
const read = (bytes: Uint8Array) => reader.read(bytes, 'a.msg');
const OWN = 'The pier opens on Monday.';

documentReaderContract({
  reader,
  name: 'a.msg',
  write: (text) => createMsg(text === '' ? {} : { body: text }),
});
goldenDocuments(reader);

describe('a message of Outlook', () => {
  test('states its subject, its sender and the day that the sender had', async () => {
    const headers = 'Received: by a.example\r\nDate: Tue, 5 Mar 2024 23:30:00 -0800\r\n';
    const { embedded, text } = await read(
      createMsg({ subject: 'The pier', sender: 'Ada Quay', headers, body: `${OWN}\r\n\r\n-- \r\nAda` }),
    );
    expect(embedded).toMatchObject({ title: 'The pier', author: 'Ada Quay', published: '2024-03-05' });
    expect(text).toBe(OWN);
  });

  test('has its attachments as parts', async () => {
    const content = new TextEncoder().encode('Port,Depth\nLindau,4.5');
    const { parts } = await read(createMsg({ body: OWN }, [{ name: 'depths.csv', content }]));
    expect(parts).toEqual([{ id: '/depths.csv', name: 'depths.csv', bytes: content }]);
  });

  test('has a text that was saved as RTF alone as a part', async () => {
    const rtf = Buffer.from('{\\rtf1 The pier opens on Monday.}');
    const stored = Buffer.concat([
      uint32(rtf.length + 12),
      uint32(rtf.length),
      Buffer.from('MELA'),
      uint32(0),
      rtf,
    ]);
    const { parts } = await read(createMsg({ subject: 'The pier', rtf: stored }));
    expect(parts?.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['text.rtf', rtf.toString()],
    ]);
  });

  test('is read or refused whatever byte of it is changed, and wherever it is cut off', async () => {
    const whole = createMsg({ subject: 'The pier', body: OWN });
    for (let at = 0; at < whole.length; at += 173) {
      const bytes = whole.map((byte, index) => (index === at ? byte ^ 0xff : byte));
      for (const bad of [bytes, whole.slice(0, at)]) {
        const outcome = await read(bad).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
      }
    }
  });
});

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
