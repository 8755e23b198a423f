import { type FetchMessageObject, ImapFlow } from 'imapflow';
import { FetchFailure } from '../../core/collecting/fetcher.ts';
import type { Mail, Mailbox, MailPlace, ReachedMail } from '../../core/collecting/mailbox.ts';
import { toFailure } from './failures.ts';
import { headerIn } from './headers.ts';
import { areAllowed, isForged, type Senders } from './senders.ts';

/** The mailbox that is read. */
export interface ImapOptions {
  /** `imaps://user@host/folder`, or `imap:` for STARTTLS; the folder is INBOX if absent. */
  readonly url: string;
  readonly password: string;
  readonly senders: Senders;
  /** Told of messages that are too large. */
  report(error: Error): void;
  /** Bytes that a message may have; 10 MB if absent. */
  readonly largest?: number;
  /** Milliseconds that the server may be silent; 20 seconds if absent. */
  readonly patience?: number;
}

const LARGEST = 10_000_000; // bytes
const PATIENCE = 20_000; // milliseconds
const AT_ONCE = 100; // messages whose headers are asked for together
const LONGEST_LINE = 20_000_000; // bytes; a list of a million numbers has 8 MB

/** Creates a mailbox that is read over IMAP: it is opened by EXAMINE, and messages are had by BODY.PEEK. */
export function createImapMailbox(options: ImapOptions): Mailbox {
  const folder = folderOf(options.url);
  return {
    async *read(after, signal) {
      const client = createClient(options);
      const stop = () => client.close();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await client.connect();
        yield* readFolder(client, { ...options, folder, after });
      } catch (error) {
        throw toFailure(error, folder);
      } finally {
        signal.removeEventListener('abort', stop);
        client.close();
      }
    },
  };
}

/** How many messages the folder holds. Rejects with a FetchFailure if it cannot be read. */
export async function countMessages(options: Omit<ImapOptions, 'senders' | 'report'>): Promise<number> {
  const client = createClient(options);
  const folder = folderOf(options.url);
  try {
    await client.connect();
    return (await openFolder(client, folder)).exists;
  } catch (error) {
    throw toFailure(error, folder);
  } finally {
    client.close();
  }
}

async function openFolder(client: ImapFlow, folder: string) {
  const opened = await client.mailboxOpen(folder, { readOnly: true });
  if (opened.readOnly !== true) throw new FetchFailure('cannot be opened without changing it', 'refused');
  return opened;
}

/** The folder that an address names. */
function folderOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX';
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

function createClient({
  url,
  password,
  largest = LARGEST,
  patience = PATIENCE,
}: Omit<ImapOptions, 'senders' | 'report'>): ImapFlow {
  const { protocol, hostname, port, username } = new URL(url);
  const secure = protocol === 'imaps:';
  const client = new ImapFlow({
    ...{ host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? (secure ? 993 : 143) : Number(port) },
    ...{ secure, doSTARTTLS: !secure && !LOOPBACK.test(hostname) },
    auth: { user: decodeURIComponent(username), pass: password },
    ...{ logger: false, disableAutoIdle: true, disableCompression: true, disableBinary: true },
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    maxLiteralSize: 2 * largest, // some servers state smaller sizes than they send
    ...{ maxLineLength: LONGEST_LINE, maxResponseSize: 2 * largest + LONGEST_LINE },
  });
  client.on('error', () => undefined); // what was asked for is refused by it, too
  return client;
}

interface Reading extends ImapOptions {
  readonly folder: string;
  readonly after: MailPlace | null;
}

async function* readFolder(client: ImapFlow, options: Reading): AsyncGenerator<ReachedMail> {
  const { uidValidity } = await openFolder(client, options.folder);
  const validity = String(uidValidity);
  const last = options.after?.validity === validity ? options.after.last : 0;
  const found = (await client.search({ uid: `${last + 1}:*` }, { uid: true })) || [];
  const uids = found.filter((uid) => uid > last).sort((a, b) => a - b); // the last one is found in any case
  for (let at = 0; at < uids.length; at += AT_ONCE) {
    const share = uids.slice(at, at + AT_ONCE);
    const described = await client.fetchAll(share.join(','), DESCRIPTION, { uid: true });
    const byUid = new Map(described.map((each) => [each.uid, each]));
    for (const uid of share)
      yield { place: { validity, last: uid }, mail: await takeMail(client, byUid.get(uid), options) };
  }
}

const DESCRIPTION = { uid: true, size: true, envelope: true, headers: ['date', 'authentication-results'] };

/** Null for a message that is gone by now, from a stranger, forged or too large. */
async function takeMail(
  client: ImapFlow,
  described: FetchMessageObject | undefined,
  { senders, report, largest = LARGEST }: ImapOptions,
): Promise<Mail | null> {
  const { uid, size = 0, envelope, headers } = described ?? {};
  if (uid === undefined || !envelope) return null;
  const header = (name: string) => headerIn(headers?.toString('latin1') ?? '', name);
  if (
    !areAllowed(
      senders,
      (envelope.from ?? []).map(({ address }) => address),
    )
  )
    return null;
  if (isForged(header('authentication-results'))) return null;
  const subject = envelope.subject ?? null;
  const got = size > largest ? null : await client.fetchOne(String(uid), { source: true }, { uid: true });
  if (got === null || (got && (got.source?.length ?? 0) > largest)) {
    report(new Error(`A mail is larger than ${largest / 1_000_000} MB, and was not taken in: ${subject}`));
    return null;
  }
  return got === false || got.source === undefined
    ? null
    : { subject, date: header('date'), bytes: got.source };
}
