import type { LocalServer, Route } from '../../core/bot/platform.ts';
import { isBlank } from '../../core/text/is-blank.ts';
import { type AnsweringContext, answerButton, answerLine, invocationOf } from './answering.ts';
import { ASSETS, type Asset } from './assets.ts';
import { createBrowsers } from './browsers.ts';
import { CHAT_HEADERS } from './chat-headers.ts';
import { chatPage, FILES, LATEST, turnPage } from './chat-page.ts';
import { completeLine } from './completing.ts';
import { answerFile, sentFile } from './file-forms.ts';
import { type InboxParts, showEntry, showInbox } from './inbox-routes.ts';
import { html } from './markup.ts';
import { page } from './page.ts';
import { absentPage, htmlResponse, isForwarded, misdirected } from './page-response.ts';
import { FORM } from './replies.ts';
import type { KeptTurn, Session, Sessions } from './sessions.ts';

/** What the chat page's paths are answered with. */
export interface ChatRoutesOptions extends AnsweringContext, InboxParts {
  readonly server: LocalServer;
  readonly sessions: Sessions;
}

type Handle = Route['handle'];

/** The paths of the chat page, each for the person at this machine alone. */
export function chatRoutes(options: ChatRoutesOptions): readonly Route[] {
  const browsers = createBrowsers(options.sessions, options.server.address);
  const read = (path: string, handle: Handle) => ({
    path,
    handle: guarded(options, async (request) => (isRead(request) ? handle(request) : absentPage())),
  });
  const say: Handle = async (request) => {
    if (request.method !== 'POST') return absentPage();
    if (!isOwnForm(request)) return refused();
    const answerIn = await readForm(options, request);
    if (!answerIn) return backToPage();
    const isInPlace = request.headers.has(IN_PLACE);
    return browsers.withSession(request, async (session) => {
      const turn = await answerIn(session);
      return isInPlace ? htmlResponse(turnPage(turn), 200, CHAT_HEADERS) : backToPage();
    });
  };
  return [
    read('/', (request) => show(options, browsers.sessionOf(request))),
    { path: FORM.path, handle: guarded(options, say) },
    read('/complete', (request) => completeLine(options, request)),
    read('/inbox', async () => showInbox(options)),
    read('/inbox/*', (request) => browsers.withSession(request, ({ id }) => showEntry(options, request, id))),
    read(`${FILES}*`, async (request) => sendFile(request, browsers.sessionOf(request))),
    ...Object.values(ASSETS).map((asset) => read(asset.path, async () => sendAsset(asset))),
  ];
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Refuses what comes by another name or through a proxy: it doesn't come from the person at this machine. */
function guarded({ server }: ChatRoutesOptions, handle: Handle): Handle {
  return async (request) => {
    if (!server.hosts.has(new URL(request.url).host)) return misdirected();
    return isForwarded(request) ? absentPage() : handle(request);
  };
}

async function show(
  { chat, commands, inbox }: ChatRoutesOptions,
  session: Session | null,
): Promise<Response> {
  const asked = invocationOf(session?.id ?? 'new', { request: { kind: 'line', text: '' } });
  const found = await chat.suggest(asked, { command: 'brief', option: 'topic', value: '' });
  const content = {
    turns: session?.turns ?? [],
    topics: found.map(({ value, label }) => ({ name: value, label: titleIn(label, value) })),
    commands: commands.filter(({ hidden }) => !hidden).map(({ name }) => `/${name}`),
    inbox: inbox.list(),
  };
  return htmlResponse(chatPage(content), 200, CHAT_HEADERS);
}

/** What a topic is called, without the name that is typed. */
function titleIn(label: string, name: string): string {
  return label.startsWith(`${name} · `) ? label.slice(name.length + 3) : label;
}

const IN_PLACE = 'x-in-place'; // the page's script sends it, and is sent the turn alone; no page elsewhere can

/** Reads what a form sent, to be answered in a session; null if it sent nothing. */
async function readForm(
  options: ChatRoutesOptions,
  request: Request,
): Promise<((session: Session) => Promise<KeptTurn>) | null> {
  if (isOfType(request, WITH_FILE)) {
    const file = await sentFile(request);
    return (
      file &&
      ((session) =>
        session.answer(`${file.name} ${file.bytes.length}`, () => answerFile(options, session.id, file)))
    );
  }
  const sent = new URLSearchParams(await request.text());
  if (sent.get(FORM.action) === null && isBlank(sent.get(FORM.line) ?? '')) return null;
  return (session) => answer(options, sent, session);
}

/** Answers what a form sent. */
function answer(options: ChatRoutesOptions, sent: URLSearchParams, session: Session): Promise<KeptTurn> {
  const [line, value] = [sent.get(FORM.line) ?? '', sent.get(FORM.action)];
  const pressed = { reason: sent.get(FORM.reason), question: sent.get(FORM.question) };
  return session.answer(sent.toString(), () =>
    value === null
      ? answerLine(options, session.id, line)
      : answerButton(options, session.id, { value, ...pressed }),
  );
}

function backToPage(): Response {
  return new Response(null, { status: 303, headers: { location: LATEST, 'cache-control': 'no-store' } });
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

function sendAsset({ content, type }: Asset): Response {
  return new Response(content, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
}

/** Whether a page of this server sent a form: a page elsewhere sends its own origin, and can't change that. */
function isOwnForm(request: Request): boolean {
  const isForm = [OF_FIELDS, WITH_FILE].some((type) => isOfType(request, type));
  return isForm && request.headers.get('origin') === new URL(request.url).origin;
}

const [OF_FIELDS, WITH_FILE] = ['application/x-www-form-urlencoded', 'multipart/form-data'];

function isOfType({ headers }: Request, type: string): boolean {
  return headers.get('content-type')?.startsWith(type) === true;
}

function refused(): Response {
  const body = html`<h1>Not sent</h1><p>This did not come from Dossier’s own page. <a href="/">Open it</a> and ask there.</p>`;
  return htmlResponse(page('Not sent', body), 403);
}
