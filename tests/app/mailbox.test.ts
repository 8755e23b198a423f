import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { type ImapServer, startImapServer } from '../fakes/imap-server.ts';
import { createMail, PLAIN } from '../fakes/mail.ts';
import { dossier, type Settings } from '../fakes/program.ts';

let server: ImapServer;
beforeEach(async () => {
  server = await startImapServer();
});
afterEach(() => server.close());

const FARES = createMail(
  [
    ...['From: Pier Weekly <no-reply@pier.example>', 'Subject: Fares rise', 'List-Id: <weekly.pier.example>'],
    'Date: Fri, 03 May 2024 10:00:00 +0000',
  ],
  [
    {
      type: PLAIN,
      content: 'A single ferry ticket costs seven crowns.\n\nUnsubscribe: https://pier.example/u/1\n',
    },
  ],
);
const STRANGER = createMail(
  ['From: Tom <tom@other.example>', 'Subject: Buy', 'Date: Fri, 03 May 2024 10:00:00 +0000'],
  [{ type: PLAIN, content: 'A single ferry ticket costs nothing.' }],
);

function settings(more: Record<string, string> = {}): Settings {
  return {
    corpus: createFolder({ 'news/about.txt': 'About the harbour.' }),
    data: join(createFolder(), 'data'),
    more: {
      ...{ IMAP_URL: server.url, IMAP_PASSWORD: server.password },
      ...{ DOSSIER_MAIL_COLLECTION: 'news', DOSSIER_MAIL_FROM_ALLOW: '@pier.example', ...more },
    },
  };
}

describe('the program', () => {
  test('quotes newsletters from a mailbox, and nothing that strangers sent', async () => {
    server.mails = [FARES, STRANGER].map((bytes, at) => ({ uid: at + 1, bytes }));
    const given = settings();
    const { stdout } = await dossier(['feeds', 'look'], given);
    expect(stdout).toBe('news: mailbox News: 1 document is new or changed.\n');
    const answer = await dossier(['ask', 'How much does a single ferry ticket cost?'], given);
    expect(answer.stdout).toContain(
      '“A single ferry ticket costs seven crowns.” Pier Weekly · 3 May 2024 [1]',
    );
    expect(answer.stdout).not.toMatch(/costs nothing|Unsubscribe/);
    expect((await dossier(['feeds', 'look'], given)).stdout).toContain('0 documents');
    expect((await dossier(['feeds', 'export'], given)).stdout).not.toContain('imap');
  });

  test('says in doctor whether the mailbox can be read', async () => {
    server.mails = [{ uid: 1, bytes: FARES }];
    const well = await dossier(['doctor'], settings());
    expect(well.stdout).toContain(
      'The mailbox at 127.0.0.1 can be read: 1 message.\nMail from @pier.example goes to the collection news.\n',
    );
    const { code, stdout, stderr } = await dossier(['doctor'], settings({ IMAP_PASSWORD: 'wrong-word' }));
    expect(stdout).toContain('The mailbox at 127.0.0.1 refuses the user or the password');
    expect([code, stdout + stderr]).toEqual([2, expect.not.stringContaining('wrong-word')]);
  });
});
