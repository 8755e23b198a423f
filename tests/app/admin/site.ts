import { request } from 'node:http';
import { afterEach } from 'vitest';
import { openAdmin } from '../../../src/app/admin/open-admin.ts';
import { loadConfig } from '../../../src/app/config.ts';
import { createRecipients } from '../../../src/app/recipients.ts';
import { type Server, startServer } from '../../../src/app/server.ts';
import { type Spelling, TYPED } from '../../../src/core/bot/spelling.ts';
import type { Audience } from '../../../src/core/library/audience.ts';
import type { LibraryContents } from '../../../src/core/library/memory-library.ts';
import { createFolder } from '../../fakes/folder.ts';
import { createTestDossier, LOCAL, NOW, type TestDossier } from '../../fakes/local-chat.ts';
import { createRecordingPoster, type RecordingPoster } from '../../fakes/poster.ts';

/** A manager of a workspace, where only they see the reply. */
export const ADA: Audience = {
  ...{ platform: 'chat', workspace: 'W1', channel: 'C1', user: 'ada' },
  ...{ private: true, local: false },
};

/** The page of one Dossier over HTTP, everything behind it real. */
export interface Site {
  readonly address: string;
  readonly dossier: TestDossier;
  readonly poster: RecordingPoster;
  /** Lets time go by. */
  wait(minutes: number): void;
  /** Types a line in chat; returns its reply with the addresses in it. */
  say(line: string, audience?: Audience, manager?: boolean): ReturnType<TestDossier['dispatch']>;
  /** The link that a manager gets in chat; null if none. */
  linkFor(audience: Audience, manager?: boolean): Promise<string | null>;
  send(path: string, init?: RequestInit): Promise<Shown>;
  /** A browser that has nothing of the page yet. */
  browser(): Visitor;
}

/** What a server answered. */
export interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser without scripts: it follows links, fills in forms and keeps a cookie. */
export interface Visitor {
  /** Opens an address, and what it leads to. */
  open(address: string): Promise<Shown>;
  /** Presses a button of the page that is shown, with fields filled in. */
  press(label: string, fields?: Readonly<Record<string, string>>): Promise<Shown>;
  /** The same form once more, as by a second press. */
  again(): Promise<Shown>;
  /** What the cookie holds. */
  cookie(): string;
}

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** Opens one: for this machine, or under a public address if one is given (`own`: the server's, by plain http). */
export async function openSite(
  contents: Partial<LibraryContents>,
  {
    publicUrl = null,
    mailTo = null,
  }: { readonly publicUrl?: string | null; readonly mailTo?: string | null } = {},
): Promise<Site> {
  let now = NOW.valueOf();
  const { server, port } = await listen();
  const address = `http://127.0.0.1:${port}`;
  const config = loadConfig({
    ...{ PORT: `${port}`, DOSSIER_DATA_DIR: createFolder(), DOSSIER_SECRET: 'at least sixteen characters' },
    PUBLIC_URL: publicUrl === 'own' ? address : (publicUrl ?? ''),
    ...(mailTo !== null && MAIL),
    DOSSIER_MAIL_TO: mailTo ?? '',
  });
  const clock = { now: () => new Date(now) };
  const admin = await openAdmin(config, server, clock.now);
  const poster = createRecordingPoster({ platform: 'terminal', deduplicatesFor: 0, now: clock.now });
  const recipients = createRecipients(config);
  const given = {
    adminPage: admin.page,
    now: clock.now,
    posters: [poster],
    spellingOf: () => MARKED,
    recipients,
  };
  const dossier = await createTestDossier(contents, given);
  admin.serve({ ...dossier, documents: dossier, clock });
  const say: Site['say'] = (text, audience = LOCAL, manager = true) =>
    dossier.dispatch({
      request: { kind: 'line', text },
      conversation: `c ${audience.channel}`,
      audience,
      manager,
    });
  const send: Site['send'] = (path, init = {}) => sendRequest(new URL(path, address), init);
  return {
    ...{ address, dossier, poster, say, send },
    wait: (minutes) => {
      now += minutes * 60_000;
    },
    async linkFor(audience, manager = true) {
      const { reply } = await say('/status', audience, manager);
      const items = reply.kind === 'list' ? reply.items : [];
      return items.find(({ id }) => id === 'admin page')?.url ?? null;
    },
    browser: () => createVisitor(send, address),
  };
}

const MAIL = { SMTP_URL: 'smtp://127.0.0.1:2525', DOSSIER_MAIL_FROM: 'dossier@example.org' };

/** The spelling of a platform that has marks of its own, none of which belongs on a page. */
const MARKED: Spelling = {
  ...TYPED,
  command: (name) => `\uFDD2${name}`,
  time: () => '\uFDD2',
  channel: () => '\uFDD2',
};

/** Sends a request as a browser does, by whatever name the server is called: unlike fetch, which names it itself. */
function sendRequest(url: URL, { method = 'GET', headers, body }: RequestInit): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const form =
      body instanceof URLSearchParams ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    const sent = request(url, { method, headers: { ...form, ...(headers as Record<string, string>) } });
    sent.on('error', reject).on('response', async (answered) => {
      const parts: Buffer[] = [];
      for await (const part of answered) parts.push(part as Buffer);
      const given = Object.entries(answered.headers).map(([name, value]) => [name, String(value)] as const);
      const text = Buffer.concat(parts).toString();
      resolve({
        status: answered.statusCode ?? 0,
        headers: new Headers(given.map((each) => [...each])),
        text,
      });
    });
    sent.end(body ? String(body) : undefined);
  });
}

async function listen(): Promise<{ server: Server; port: number }> {
  const port = 20_000 + Math.floor(process.hrtime()[1] % 20_000);
  try {
    const server = await startServer({ host: '127.0.0.1', port });
    servers.push(server);
    server.ready();
    return { server, port };
  } catch {
    return listen(); // taken
  }
}

function createVisitor(send: Site['send'], address: string): Visitor {
  let cookie = '';
  let page: { path: string; text: string } = { path: '', text: '' };
  let last = { path: '', init: {} as RequestInit };
  const go = async (path: string, init: RequestInit = {}): Promise<Shown> => {
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) };
    const answered = await send(path, { ...init, headers });
    cookie = answered.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const to = answered.headers.get('location');
    if (to !== null) return go(new URL(to, address).href);
    page = { path, text: answered.text };
    return answered;
  };
  const submit = (path: string, fields: Record<string, string>) => {
    const isDoor = path.endsWith('/open'); // from where browsers send no origin
    const origin = isDoor ? { origin: 'null', 'sec-fetch-site': 'same-origin' } : { origin: address };
    last = { path, init: { method: 'POST', body: new URLSearchParams(fields), headers: origin } };
    return go(path, last.init);
  };
  return {
    open: (at) => go(at),
    press(label, fields = {}) {
      const form = (page.text.match(/<form.*?<\/form>/gs) ?? []).find((each) => buttonOf(each, label));
      if (!form) throw new Error(`There is no button ${label}.`);
      const path = /action="(.*?)"/.exec(form)?.[1] ?? '';
      return submit(unescaped(path), { ...fieldsOf(form), ...buttonOf(form, label), ...fields });
    },
    again: () => go(last.path, last.init),
    cookie: () => cookie,
  };
}

function buttonOf(form: string, label: string): Record<string, string> | null {
  for (const [, attributes = '', shown = ''] of form.matchAll(/<button(.*?)>(.*?)<\/button>/g)) {
    if (unescaped(shown) !== label) continue;
    const [, name, value = ''] = /name="(.*?)" value="(.*?)"/.exec(attributes) ?? [];
    return name === undefined ? {} : { [name]: unescaped(value) };
  }
  return null;
}

function fieldsOf(form: string): Record<string, string> {
  const inputs = [...form.matchAll(/<input[^>]* name="(.*?)"[^>]* value="(.*?)"/g)];
  const areas = [...form.matchAll(/<textarea[^>]* name="(.*?)"[^>]*>(.*?)<\/textarea>/gs)];
  return Object.fromEntries(
    [...inputs, ...areas].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

function unescaped(text: string): string {
  const marks: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => marks[entity] ?? '');
}
