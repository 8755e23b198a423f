import type { LocalServer, Route } from '../../core/bot/platform.ts';
import { isBlank } from '../../core/text/is-blank.ts';
import { type AnsweringContext, answerButton, answerLine, invocationOf } from './answering.ts';
import { CHAT_STYLE, chatPage, FILES, LATEST } from './chat-page.ts';
import { html } from './markup.ts';
import { page } from './page.ts';
import { absentPage, htmlResponse, isForwarded, misdirected, pageHeaders } from './page-response.ts';
import { FORM } from './replies.ts';
import type { Session, Sessions } from './sessions.ts';

/** What the chat page's paths are answered with. */
export interface ChatRoutesOptions extends AnsweringContext {
  readonly server: LocalServer;
  readonly sessions: Sessions;
}

const HEADERS = pageHeaders({ style: CHAT_STYLE, hasForms: true });

/** The paths of the chat page, each for the person at this machine alone. */
export function chatRoutes(options: ChatRoutesOptions): readonly Route[] {
  const cookie = `dossier-${new URL(options.server.address).port || 80}`; // browsers tell cookies of two ports by nothing else
  const sessionOf = (request: Request) => options.sessions.find(cookieOf(request, cookie));
  const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD';
  return [
    {
      path: '/',
      handle: guarded(options, async (request) =>
        isRead(request) ? show(options, sessionOf(request)) : absentPage(),
      ),
    },
    {
      path: FORM.path,
      handle: guarded(options, async (request) => {
        if (request.method !== 'POST') return absentPage();
        return isOwnForm(request)
          ? say(options, request, { session: sessionOf(request), cookie })
          : refused();
      }),
    },
    {
      path: `${FILES}*`,
      handle: guarded(options, async (request) =>
        isRead(request) ? sendFile(request, sessionOf(request)) : absentPage(),
      ),
    },
  ];
}

type Handle = Route['handle'];

/** Refuses what comes by another name or through a proxy: it doesn't come from the person at this machine. */
function guarded({ server }: ChatRoutesOptions, handle: Handle): Handle {
  return async (request) => {
    if (!server.hosts.has(new URL(request.url).host)) return misdirected();
    return isForwarded(request) ? absentPage() : handle(request);
  };
}

async function show({ chat, commands }: ChatRoutesOptions, session: Session | null): Promise<Response> {
  const asked = invocationOf(session?.channel ?? 'new', { request: { kind: 'line', text: '' } });
  const found = await chat.suggest(asked, { command: 'brief', option: 'topic', value: '' });
  const content = {
    turns: session?.turns ?? [],
    topics: found.map(({ value, label }) => ({ line: `/brief ${value}`, label })),
    commands: commands.filter(({ hidden }) => !hidden).map(({ name }) => `/${name}`),
  };
  return htmlResponse(chatPage(content), 200, HEADERS);
}

/** Answers what a form sent, and leads back to the page. */
async function say(
  options: ChatRoutesOptions,
  request: Request,
  { session: known, cookie }: { readonly session: Session | null; readonly cookie: string },
): Promise<Response> {
  const sent = new URLSearchParams(await request.text());
  const [line, value] = [sent.get(FORM.line) ?? '', sent.get(FORM.action)];
  const headers = new Headers({ location: LATEST, 'cache-control': 'no-store' });
  const back = () => new Response(null, { status: 303, headers });
  if (value === null && isBlank(line)) return back();
  const { session, key } = known ? { session: known, key: null } : options.sessions.open();
  if (key !== null) headers.append('set-cookie', `${cookie}=${key}; Path=/; HttpOnly; SameSite=Strict`);
  session.add(
    value === null
      ? await answerLine(options, session.channel, line)
      : await answerButton(options, session.channel, { value, reason: sent.get(FORM.reason) }),
  );
  return back();
}

/** The file that came with a turn, to be saved: a browser opens nothing of it here. */
function sendFile(request: Request, session: Session | null): Response {
  const number = Number(new URL(request.url).pathname.slice(FILES.length));
  const file = session?.turns.find((turn) => turn.number === number)?.file;
  if (!file) return absentPage();
  return new Response(file.text, {
    headers: {
      'content-type': `${file.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file.name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** Whether a page of this server sent a form: a page elsewhere sends its own origin, and can't change that. */
function isOwnForm({ url, headers }: Request): boolean {
  const isForm = headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  return isForm && headers.get('origin') === new URL(url).origin;
}

function refused(): Response {
  const body = html`<h1>Not sent</h1><p>This did not come from Dossier’s own page. <a href="/">Open it</a> and ask there.</p>`;
  return htmlResponse(page('Not sent', body), 403);
}

function cookieOf({ headers }: Request, name: string): string | null {
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? [];
  return cookies.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
