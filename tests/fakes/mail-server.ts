import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail that the server took. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly text: string;
}

/** What goes wrong with the next mail. */
export type MailTrouble =
  | { readonly kind: 'refuse'; readonly at: 'auth' | 'from' | 'to' | 'data'; readonly code: number }
  /** The connection ends while the mail is under way, and it is not taken. */
  | { readonly kind: 'drop-before-taking' }
  /** It is taken, and the connection ends before the server says so. */
  | { readonly kind: 'drop-after-taking' }
  /** It is taken, and the server never says so. */
  | { readonly kind: 'silent-after-taking' };

/** A strict mail server on loopback. */
export interface MailServer {
  /** With a user and a password that it asks for. */
  readonly url: string;
  readonly taken: readonly TakenMail[];
  /** How many connections were made. */
  connections(): number;
  trouble(next: MailTrouble): void;
  close(): Promise<void>;
}

const [USER, PASSWORD] = ['desk', 'p@ss/word'];

/** Starts a server that takes mail of one user. */
export async function startMailServer(): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const sockets = new Set<{ destroy(): void }>();
  let [connections, next]: [number, MailTrouble | null] = [0, null];
  const refusalAt = (at: string) => {
    if (next?.kind !== 'refuse' || next.at !== at) return null;
    const { code } = next;
    next = null;
    return Object.assign(new Error('No.'), { responseCode: code });
  };
  const server = new SMTPServer({
    ...{ disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false, disableReverseLookup: true },
    onConnect(_session, callback) {
      connections++;
      callback();
    },
    onAuth({ username, password }, _session, callback) {
      const refusal = refusalAt('auth');
      const isKnown = username === USER && password === PASSWORD;
      callback(refusal ?? (isKnown ? null : new Error('Unknown user.')), { user: USER });
    },
    onMailFrom: (_address, _session, callback) => callback(refusalAt('from')),
    onRcptTo: (_address, _session, callback) => callback(refusalAt('to')),
    onData(stream, session, callback) {
      const trouble = next?.kind === 'refuse' ? null : next;
      if (trouble !== null) next = null;
      const chunks: Buffer[] = [];
      if (trouble?.kind === 'drop-before-taking') {
        stream.once('data', dropAll);
        return;
      }
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = refusalAt('data');
        if (refusal) return callback(refusal);
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        taken.push({
          from,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString(),
        });
        if (trouble?.kind === 'drop-after-taking') return dropAll();
        if (trouble?.kind !== 'silent-after-taking') callback();
      });
    },
  });
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    taken,
    connections: () => connections,
    trouble(given) {
      next = given;
    },
    close() {
      dropAll();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
