import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** A server to send by; `timeout` in milliseconds, for each step. */
export interface MailServer {
  readonly url: string;
  readonly timeout: number;
}

/** One mail, as its bytes. */
export interface Parcel {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
  /** Asked right before the first byte of it is sent. */
  mayStillSend(): boolean;
}

/** What became of it. `begun`: the server has asked for the mail, so it may have it even if it did not say so. */
export type Delivered =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'given-up' }
  | {
      readonly kind: 'failed';
      readonly begun: boolean;
      readonly cause: NodeJS.ErrnoException & { readonly responseCode?: number; readonly command?: string };
    };

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/** Sends a mail by a connection of its own, once: nothing is repeated whatever happens. It never throws. */
export function sendOnce({ url, timeout }: MailServer, parcel: Parcel): Promise<Delivered> {
  const connection = connectionTo({ url, timeout });
  const body = createBody(parcel);
  return new Promise((resolve) => {
    const end = (delivered: Delivered) => {
      resolve(delivered);
      connection.close();
    };
    const failed = (cause: Error) =>
      end(body.isGivenUp() ? { kind: 'given-up' } : { kind: 'failed', begun: body.hasBegun(), cause });
    const send = () => {
      if (!parcel.mayStillSend()) return end({ kind: 'given-up' });
      connection.send({ from: parcel.from, to: [parcel.to] }, body.stream, (cause) =>
        cause ? failed(cause) : end({ kind: 'accepted' }),
      );
    };
    connection.on('error', failed);
    logIn(connection, url, (cause) => (cause ? failed(cause) : send()));
  });
}

/** Whether the server lets its user in; an Error says why not. */
export function knock({ url, timeout }: MailServer): Promise<Error | null> {
  const connection = connectionTo({ url, timeout });
  return new Promise((resolve) => {
    const end = (cause: Error | null) => {
      resolve(cause);
      connection.close();
    };
    connection.on('error', end);
    logIn(connection, url, end);
  });
}

function connectionTo({ url, timeout }: MailServer): SMTPConnection {
  const { hostname, port, protocol, username } = new URL(url);
  const secure = protocol === 'smtps:';
  return new SMTPConnection({
    ...{ host: hostname.replace(/^\[|\]$/g, ''), secure, port: Number(port) || (secure ? 465 : 587) },
    ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, logger: false },
    requireTLS: !secure && username !== '' && !LOOPBACK.test(hostname), // no password in the clear
  });
}

function logIn(connection: SMTPConnection, url: string, done: (cause: Error | null) => void): void {
  const { username, password } = new URL(url);
  connection.connect((cause) => {
    if (cause || username === '') return done(cause ?? null);
    const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    connection.login({ credentials }, (refused) => done(refused));
  });
}

/** The mail as a stream, which is read once the server has asked for it, and not before. */
function createBody({ bytes, mayStillSend }: Parcel) {
  let [begun, givenUp] = [false, false];
  const stream = new Readable({
    read() {
      if (!begun && !mayStillSend()) {
        givenUp = true;
        stream.destroy(new Error('Another may be at it.'));
        return;
      }
      begun = true;
      stream.push(bytes);
      stream.push(null);
    },
  });
  stream.on('error', () => undefined); // the connection hears of it too
  return { stream, hasBegun: () => begun, isGivenUp: () => givenUp };
}
