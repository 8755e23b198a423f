import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ReplyFile } from '../../core/replies/reply.ts';
import { LIMITS } from './limits.ts';
import { html, type Markup } from './markup.ts';

/** What was asked, and what was replied. */
export interface Turn {
  readonly asked: string;
  readonly reply: Markup;
  /** The file that came with the reply; null for most. */
  readonly file: ReplyFile | null;
}

/** A turn that a session keeps. */
export interface KeptTurn extends Turn {
  /** Counted on, also over turns that are gone. */
  readonly number: number;
}

/** What one browser has asked so far. */
export interface Session {
  /** Made from the browser's key, which is not told by it. */
  readonly id: string;
  readonly turns: readonly KeptTurn[];
  /** Answers a form and keeps the turn; the oldest are given up for it. One that is sent twice at once has one turn. */
  answer(form: string, answer: () => Promise<Turn>): Promise<KeptTurn>;
}

/** The sessions of all browsers, in memory. */
export interface Sessions {
  /** The session of a key; null if this program didn't give it. */
  find(key: string | null): Session | null;
  /** Begins a session under a new key. */
  open(): { readonly key: string; readonly session: Session };
}

/** How sessions are made. */
export interface SessionOptions {
  /** Known to nobody else, and the same after a restart: keys stay good, though the turns are gone. */
  readonly secret: string;
  now(): Date;
}

/** Creates no session yet. Those that were used least recently are given up for new ones. */
export function createSessions({ secret, now }: SessionOptions): Sessions {
  const sessions = new Map<string, Session>();
  const use = (key: string, session: Session) => {
    sessions.delete(key);
    sessions.set(key, session);
    for (const oldest of [...sessions.keys()].slice(0, -LIMITS.sessions)) sessions.delete(oldest);
    return session;
  };
  const begin = (key: string, first: number) => use(key, createSession(key, { first, now }));
  return {
    find(key) {
      const found = key === null ? undefined : sessions.get(key);
      if (key === null) return null;
      if (found) return use(key, found);
      return isSigned(key, secret) ? begin(key, Math.floor(now().valueOf() / 1000)) : null;
    },
    open() {
      const random = randomBytes(24).toString('base64url');
      const key = `${random}.${signatureOf(random, secret)}`;
      return { key, session: begin(key, 1) };
    },
  };
}

function isSigned(key: string, secret: string): boolean {
  const [random = '', given = ''] = key.split('.');
  const [one, other] = [Buffer.from(given), Buffer.from(signatureOf(random, secret))];
  return one.length === other.length && timingSafeEqual(one, other);
}

function signatureOf(random: string, secret: string): string {
  return createHmac('sha256', secret).update(`session ${random}`).digest('base64url').slice(0, 22);
}

const AT_ONCE = 1000; // milliseconds after an answer in which the same form was sent by a double click

/** A session whose turns are counted from `first`: one that goes on after a restart repeats no number. */
function createSession(key: string, { first, now }: { first: number; now(): Date }): Session {
  const turns: KeptTurn[] = [];
  let next = first;
  let latest: { form: string; turn: Promise<KeptTurn>; until: number } | null = null;
  const add = (turn: Turn) => {
    const kept = { ...turn, number: next++ };
    turns.push(kept);
    let size = turns.reduce((sum, each) => sum + sizeOf(each), 0);
    while (size > LIMITS.turns && turns.length > 1) size -= sizeOf(turns.shift() ?? turn);
    return kept;
  };
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 16),
    turns,
    async answer(form, answer) {
      if (latest?.form === form && now().valueOf() < latest.until) return latest.turn;
      const begun = { form, turn: answer().then(add), until: Number.POSITIVE_INFINITY };
      latest = begun;
      const end = () => {
        begun.until = now().valueOf() + AT_ONCE;
      };
      begun.turn.then(end, end);
      return begun.turn;
    },
  };
}

const AROUND = 250; // bytes of a turn’s own elements

function sizeOf({ asked, reply, file }: Turn): number {
  const texts = [html`${asked}`.markup, reply.markup, file?.text ?? ''];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), AROUND);
}
