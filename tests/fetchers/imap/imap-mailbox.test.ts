import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MailPlace, ReachedMail } from '../../../src/core/collecting/mailbox.ts';
import { createImapMailbox, type ImapOptions } from '../../../src/fetchers/imap/imap-mailbox.ts';
import { type ImapServer, startImapServer } from '../../fakes/imap-server.ts';
import { createMail, PLAIN } from '../../fakes/mail.ts';

let server: ImapServer;
let errors: Error[] = [];
beforeEach(async () => {
  server = await startImapServer();
  errors = [];
});
afterEach(() => server.close());

const FROM = 'From: Pier News <news@pier.example>';
const mail = (subject: string, headers = [FROM]) =>
  createMail(
    [...headers, `Subject: ${subject}`, 'Date: Thu, 11 Apr 2024 07:00:00 +0200'],
    [{ type: PLAIN, content: `About ${subject}.` }],
  );

async function read({
  after = null,
  signal = new AbortController().signal,
  ...over
}: Partial<ImapOptions> & { after?: MailPlace | null; signal?: AbortSignal } = {}) {
  const { url, password } = server;
  const mailbox = createImapMailbox({
    ...{ url, password, senders: ['@pier.example'], patience: 2000 },
    report: (error) => errors.push(error),
    ...over,
  });
  const found: ReachedMail[] = [];
  for await (const each of mailbox.read(after, signal)) found.push(each);
  return found;
}

const subjects = (found: readonly ReachedMail[]) => found.map((each) => each.mail?.subject ?? null);

describe('a mailbox', () => {
  test('is read whole, byte for byte, oldest first', async () => {
    server.mails = [3, 5].map((uid) => ({ uid, bytes: mail(`fares ${uid}`) }));
    const found = await read();
    expect(subjects(found)).toEqual(['fares 3', 'fares 5']);
    expect(found.map(({ place }) => place)).toEqual([3, 5].map((last) => ({ validity: '7', last })));
    expect(Buffer.from(found[0]?.mail?.bytes ?? []).equals(mail('fares 3'))).toBe(true);
    expect(found[0]?.mail?.date).toBe('Thu, 11 Apr 2024 07:00:00 +0200');
  });

  test('is only looked at: opened by EXAMINE, read by PEEK', async () => {
    server.mails = [{ uid: 1, bytes: mail('fares') }];
    await read();
    const changing =
      /^(?:SELECT|(?:UID )?(?:STORE|COPY|MOVE|EXPUNGE)|APPEND|CREATE|DELETE|SUBSCRIBE|CLOSE)\b|BODY\[/;
    expect(server.asked.filter((command) => changing.test(command))).toEqual([]);
    expect(server.asked).toContain('EXAMINE News');
    expect(server.asked.join()).toContain('BODY.PEEK[]');
  });

  test('brings what came since, and nothing twice', async () => {
    server.mails = [1, 2, 3].map((uid) => ({ uid, bytes: mail(`fares ${uid}`) }));
    expect(subjects(await read({ after: { validity: '7', last: 2 } }))).toEqual(['fares 3']);
    expect(await read({ after: { validity: '7', last: 3 } })).toEqual([]);
  });

  test('is read anew if it counts anew', async () => {
    server.mails = [{ uid: 1, bytes: mail('fares') }];
    expect(subjects(await read({ after: { validity: '6', last: 9 } }))).toEqual(['fares']);
  });

  test('may be empty', async () => {
    expect(await read()).toEqual([]);
  });
});

describe('mail that is not taken in', () => {
  test.each([
    ['a stranger’s', ['From: Tom <tom@other.example>']],
    ['a subdomain’s', ['From: Tom <tom@sub.pier.example>']],
    ['a stranger’s with a friend’s name', ['From: "news@pier.example" <tom@other.example>']],
    ['that of a stranger beside a friend', ['From: news@pier.example, tom@other.example']],
    ['that of nobody', []],
    ['forged', [FROM, 'Authentication-Results: mx.harbour.example; spf=pass; dmarc=fail']],
    ['forged, without DMARC', [FROM, 'Authentication-Results: mx.harbour.example;\r\n spf=fail']],
  ])('%s', async (_name, headers) => {
    server.mails = [{ uid: 4, bytes: mail('fares', headers) }];
    expect(await read()).toEqual([{ place: { validity: '7', last: 4 }, mail: null }]);
    expect(server.asked.join()).not.toContain('BODY.PEEK[]');
  });

  test.each([[undefined], [10]])(
    'is too large, whatever the server says of its size (%s)',
    async (statedSize) => {
      const bytes = mail('x'.repeat(500));
      server.mails = [{ uid: 4, bytes, ...(statedSize !== undefined && { statedSize }) }];
      expect(subjects(await read({ largest: 900 }))).toEqual([null]);
      expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('was not taken in')]);
    },
  );
});

describe('mail that is taken in', () => {
  test.each([
    ['all, if everybody is allowed', ['*'], ['From: Tom <tom@other.example>']],
    ['an allowed address’s', ['tom@other.example'], ['From: TOM@Other.example']],
    ['checked', ['@pier.example'], [FROM, 'Authentication-Results: mx.example; dkim=pass; spf=fail']],
  ])('%s', async (_name, senders, headers) => {
    server.mails = [{ uid: 4, bytes: mail('fares', headers) }];
    expect(subjects(await read({ senders }))).toEqual(['fares']);
  });
});

describe('what goes wrong is named', () => {
  test.each([
    ['a wrong password', () => ({ password: 'wrong' }), 'refuses the user or the password'],
    ['a folder that is not there', () => ({ url: server.url.replace('News', 'Olds') }), 'has no folder Olds'],
    ['a server that is not there', () => ({ url: 'imap://desk@127.0.0.1:9/News' }), 'cannot be reached'],
    ['no TLS', () => ({ url: server.url.replace('imap:', 'imaps:') }), 'TLS'],
  ])('%s', async (_name, over, message) => {
    await expect(read(over())).rejects.toThrow(message);
  });

  test('a connection that ends within a message', async () => {
    server.mails = [1, 2].map((uid) => ({ uid, bytes: mail(`fares ${uid}`) }));
    server.dropAfter = 1;
    await expect(read()).rejects.toThrow('breaks off');
  });
});
