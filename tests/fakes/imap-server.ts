import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A message in the server's only folder. */
export interface HeldMail {
  readonly uid: number;
  readonly bytes: Uint8Array;
  /** What the server says instead of its true size. */
  readonly statedSize?: number;
}

/** A strict IMAP server on loopback, whose folder can be changed by nothing but a test. */
export interface ImapServer {
  /** Of the folder News, with its user. */
  readonly url: string;
  readonly password: string;
  /** Every command that came, without its tag and without a password. */
  readonly asked: string[];
  validity: number;
  mails: readonly HeldMail[];
  /** How many bodies are sent before the connection is cut in the middle of one; null for all. */
  dropAfter: number | null;
  close(): Promise<void>;
}

const [USER, PASSWORD] = ['desk@harbour.example', 'p@ss "word'];
const FOLDER = 'News';

/** Starts a server that knows one user and one folder, and refuses whatever could change a message. */
export async function startImapServer(): Promise<ImapServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => undefined);
    serve(socket, state);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const state: ImapServer = {
    url: `imap://${encodeURIComponent(USER)}@127.0.0.1:${port}/${FOLDER}`,
    ...{ password: PASSWORD, asked: [], validity: 7, mails: [], dropAfter: null },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
  return state;
}

interface Connection {
  readonly socket: Socket;
  readonly state: ImapServer;
  isKnown: boolean;
  isOpen: boolean;
}

function serve(socket: Socket, state: ImapServer): void {
  const connection: Connection = { socket, state, isKnown: false, isOpen: false };
  let heard = '';
  socket.write('* OK Harbour mail\r\n');
  socket.on('data', (data) => {
    heard += data.toString('latin1');
    for (let end = heard.indexOf('\r\n'); end !== -1; end = heard.indexOf('\r\n')) {
      const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(heard.slice(0, end)) ?? [];
      heard = heard.slice(end + 2);
      state.asked.push(command.replace(/^LOGIN .*/, 'LOGIN'));
      socket.write(`${tag} ${answer(command, connection)}\r\n`);
    }
  });
}

function answer(command: string, connection: Connection): string {
  const { socket } = connection;
  const [, name = '', rest = ''] = /^((?:UID )?\S+) ?(.*)$/.exec(command) ?? [];
  switch (name) {
    case 'CAPABILITY':
      socket.write('* CAPABILITY IMAP4rev1\r\n');
      return 'OK';
    case 'LOGIN':
      connection.isKnown =
        rest === `${quote(USER)} ${quote(PASSWORD)}` || rest === `${USER} ${quote(PASSWORD)}`;
      return connection.isKnown ? 'OK' : 'NO [AUTHENTICATIONFAILED] Unknown.';
    case 'LIST':
    case 'LSUB':
      if (/""$/.test(rest)) socket.write('* LIST (\\Noselect) "/" ""\r\n');
      else if (/News|\*|%/.test(rest)) socket.write(`* ${name} () "/" ${FOLDER}\r\n`);
      return 'OK';
    case 'EXAMINE':
      return examine(rest, connection);
    case 'UID SEARCH':
      return search(rest, connection);
    case 'UID FETCH':
      return fetch(rest, connection);
    case 'NOOP':
      return 'OK';
    default:
      return 'BAD This could change something.';
  }
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function examine(rest: string, connection: Connection): string {
  const { socket, state, isKnown } = connection;
  if (!isKnown) return 'NO Who are you?';
  if (rest.replace(/"/g, '') !== FOLDER) return 'NO [NONEXISTENT] There is no such folder.';
  connection.isOpen = true;
  const next = Math.max(0, ...state.mails.map(({ uid }) => uid)) + 1;
  socket.write('* FLAGS (\\Seen \\Deleted)\r\n');
  socket.write(`* ${state.mails.length} EXISTS\r\n* OK [UIDVALIDITY ${state.validity}] \r\n`);
  socket.write(`* OK [UIDNEXT ${next}] \r\n`);
  return 'OK [READ-ONLY] Opened.';
}

function search(rest: string, { socket, state, isOpen }: Connection): string {
  const from = Number(/^UID (\d+):\*$/.exec(rest)?.[1] ?? Number.NaN);
  if (!isOpen || Number.isNaN(from)) return 'BAD';
  const highest = Math.max(0, ...state.mails.map(({ uid }) => uid));
  const found = state.mails.filter(({ uid }) => uid >= from || uid === highest);
  socket.write(`* SEARCH${found.map(({ uid }) => ` ${uid}`).join('')}\r\n`);
  return 'OK';
}

function fetch(rest: string, { socket, state, isOpen }: Connection): string {
  const [, set = '', items = ''] = /^([\d,:]+) \((.*)\)$/.exec(rest) ?? [];
  if (!isOpen || /BODY\[|RFC822(?!\.SIZE)/.test(items)) return 'BAD This would mark a message as read.';
  for (const [at, mail] of state.mails.entries()) {
    if (!isWithin(set, mail.uid)) continue;
    const values = [`UID ${mail.uid}`];
    const text = Buffer.from(mail.bytes).toString('latin1');
    if (items.includes('RFC822.SIZE')) values.push(`RFC822.SIZE ${mail.statedSize ?? mail.bytes.length}`);
    if (items.includes('ENVELOPE')) values.push(`ENVELOPE ${envelope(text)}`);
    const fields = /BODY\.PEEK(\[HEADER\.FIELDS \(([^)]*)\)\])/.exec(items);
    if (fields) values.push(`BODY${fields[1]} ${literal(headersOf(text, (fields[2] ?? '').split(' ')))}`);
    if (items.includes('BODY.PEEK[]')) {
      if (state.dropAfter !== null && state.dropAfter-- <= 0) {
        socket.end(`* ${at + 1} FETCH (UID ${mail.uid} BODY[] {${text.length}}\r\n${text.slice(0, 20)}`);
        state.dropAfter = null;
        return '';
      }
      values.push(`BODY[] ${literal(text)}`);
    }
    socket.write(`* ${at + 1} FETCH (${values.join(' ')})\r\n`, 'latin1');
  }
  return 'OK';
}

function isWithin(set: string, uid: number): boolean {
  return set.split(',').some((range) => {
    const [from = 0, to = from] = range.split(':').map(Number);
    return uid >= from && uid <= to;
  });
}

function literal(text: string): string {
  return `{${text.length}}\r\n${text}`;
}

function headersOf(text: string, names: readonly string[]): string {
  const head = text.slice(0, text.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/);
  const wanted = new Set(names.map((name) => name.replace(/"/g, '').toLowerCase()));
  const found = head.filter((line) => wanted.has(line.slice(0, line.indexOf(':')).toLowerCase()));
  return `${found.join('\r\n')}\r\n\r\n`;
}

function envelope(text: string): string {
  const header = (name: string) =>
    headersOf(text, [name])
      .slice(name.length + 1)
      .trim();
  const people = header('From')
    .split(',')
    .filter((each) => each.includes('@'))
    .map((each) => {
      const [, user = '', host = ''] = /([^<\s@]+)@([^>\s]+)/.exec(each) ?? [];
      return `(NIL NIL ${quote(user)} ${quote(host)})`;
    });
  const from = people.length === 0 ? 'NIL' : `(${people.join('')})`;
  return `(${quote(header('Date'))} ${quote(header('Subject'))} ${from} ${from} ${from} NIL NIL NIL NIL NIL)`;
}
