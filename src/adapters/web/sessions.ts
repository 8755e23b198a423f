import { createHash, randomBytes } from 'node:crypto';
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
  /** Counted from 1, also over turns that are gone. */
  readonly number: number;
}

/** What one browser has asked so far. */
export interface Session {
  /** Made from the browser's key, which is not told by it. */
  readonly channel: string;
  readonly turns: readonly KeptTurn[];
  /** Adds a turn; the oldest are given up for it. */
  add(turn: Turn): void;
}

/** The sessions of all browsers, in memory. */
export interface Sessions {
  /** The session of a key; null if it has none. */
  find(key: string | null): Session | null;
  /** Begins a session under a new key. */
  open(): { readonly key: string; readonly session: Session };
}

/** Creates no session yet. Those that were used least recently are given up for new ones. */
export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  const use = (key: string, session: Session) => {
    sessions.delete(key);
    sessions.set(key, session);
    return session;
  };
  return {
    find(key) {
      const found = key === null ? undefined : sessions.get(key);
      return key !== null && found ? use(key, found) : null;
    },
    open() {
      const key = randomBytes(24).toString('base64url');
      const session = use(key, createSession(key));
      for (const oldest of [...sessions.keys()].slice(0, -LIMITS.sessions)) sessions.delete(oldest);
      return { key, session };
    },
  };
}

function createSession(key: string): Session {
  const turns: KeptTurn[] = [];
  let count = 0;
  return {
    channel: createHash('sha256').update(key).digest('hex').slice(0, 16),
    turns,
    add(turn) {
      turns.push({ ...turn, number: ++count });
      let size = turns.reduce((sum, each) => sum + sizeOf(each), 0);
      while (size > LIMITS.turns && turns.length > 1) size -= sizeOf(turns.shift() ?? turn);
    },
  };
}

const AROUND = 250; // bytes of a turn’s own elements

function sizeOf({ asked, reply, file }: Turn): number {
  const texts = [html`${asked}`.markup, reply.markup, file?.text ?? ''];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), AROUND);
}
