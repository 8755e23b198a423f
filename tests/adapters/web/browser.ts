import { DECLARATIONS } from '../../../commands/index.ts';
import { createWebAdapter } from '../../../src/adapters/web/adapter.ts';
import type { Chat, ChatAdapter } from '../../../src/core/bot/chat-adapter.ts';
import type { Route } from '../../../src/core/bot/platform.ts';
import { createFolder } from '../../fakes/folder.ts';
import { NOW } from '../../fakes/local-chat.ts';

/** Where the page is. */
export const ADDRESS = 'http://127.0.0.1:3000';

/** What the page is opened with, if not as usual. */
export interface PageSetting {
  /** The data directory, to open it again. */
  readonly dataDir?: string;
  now?(): Date;
  report?(error: Error): void;
}

/** A browser without scripts: all it does is follow links and send the forms of the page. */
export interface Browser {
  /** Types a line into the field and sends it. Returns the page that follows. */
  type(line: string): Promise<string>;
  /** Presses the last button with this label. */
  press(label: string): Promise<string>;
  /** Sends fields as a form of the page would. */
  submit(fields: Record<string, string>): Promise<string>;
  /** Opens the field for a question under the last answer, and asks it there. */
  ask(question: string): Promise<string>;
  page(): Promise<string>;
  /** Goes on, with its cookies, on the same page of another process. */
  movesTo(opened: Pick<OpenedPage, 'send'>): Browser;
  get(path: string): Promise<Response>;
}

/** The chat page of one process. */
export interface OpenedPage {
  readonly adapter: ChatAdapter;
  browser(): Browser;
  /** Sends any request. */
  send(path: string, init?: RequestInit, base?: string): Promise<Response>;
}

/** Opens the page on a chat. */
export async function openPage(chat: Chat, setting: PageSetting = {}): Promise<OpenedPage> {
  const { adapter, send } = createPage(setting);
  await adapter.start(chat);
  return { adapter, send, browser: () => createBrowser(send) };
}

/** Creates the page without starting it. */
export function createPage({
  dataDir = createFolder(),
  now = () => NOW,
  report = fail,
}: PageSetting): Pick<OpenedPage, 'adapter' | 'send'> {
  const routes: Route[] = [];
  const server = { address: ADDRESS, hosts: new Set(['127.0.0.1:3000', 'localhost:3000']) };
  const serve = (route: Route) => void routes.push(route);
  const options = { server, commands: DECLARATIONS, days: 90, now, serve, dataDir, report };
  const adapter = createWebAdapter(options);
  const send: OpenedPage['send'] = (path, init = {}, base = ADDRESS) => {
    const { pathname } = new URL(path, base);
    const begins = (at: string) => at.endsWith('/*') && pathname.startsWith(at.slice(0, -1));
    const route = routes.find((each) => each.path === pathname || begins(each.path));
    if (!route) throw new Error(`There is no ${path}.`);
    return route.handle(new Request(new URL(path, base), init));
  };
  return { adapter, send };
}

function fail(error: Error): never {
  throw error;
}

/** What a form of the page sends, as a browser does. */
export function formOf(fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields), headers: { origin: ADDRESS, ...headers } };
}

/** Opens a browser that knows nothing of any page. */
export function createBrowser(send: OpenedPage['send'], cookies = ''): Browser {
  let cookie = cookies;
  const headers = () => ({ ...(cookie && { cookie }) });
  const keep = (response: Response) => {
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const get = async (path: string) => keep(await send(path, { headers: headers() }));
  const page = async () => (await get('/')).text();
  const submit = async (fields: Record<string, string>) => {
    const response = keep(await send('/say', formOf(fields, headers())));
    if (response.status !== 303) throw new Error(`Not sent: ${response.status}`);
    return page();
  };
  const lastForm = async (fits: (form: string) => boolean) =>
    ((await page()).match(/<form.*?<\/form>/gs) ?? []).findLast(fits) ?? '';
  return {
    ...{ get, page, submit },
    movesTo: (opened) => createBrowser(opened.send, cookie),
    type: (line) => submit({ line }),
    async ask(question) {
      const form = await lastForm((each) => each.includes('name="question"'));
      return submit({ ...hiddenOf(form), question });
    },
    async press(label) {
      const form = await lastForm((each) => buttonOf(each, label) !== null);
      return submit({ ...hiddenOf(form), ...buttonOf(form, label) });
    },
  };
}

/** What the button with a label sends; null if a form has none. */
export function buttonOf(form: string, label: string): Record<string, string> | null {
  const buttons = [...form.matchAll(/<button name="(.*?)" value="(.*?)">(.*?)<\/button>/g)];
  const [, name, value] = buttons.find(([, , , shown]) => unescaped(shown ?? '') === label) ?? [];
  return name === undefined ? null : { [name]: unescaped(value ?? '') };
}

function hiddenOf(form: string): Record<string, string> {
  const [, name, value] = /<input type="hidden" name="(.*?)" value="(.*?)">/.exec(form) ?? [];
  return name === undefined ? {} : { [name]: unescaped(value ?? '') };
}

/** Text as a browser shows it. */
export function unescaped(text: string): string {
  const marks: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => marks[entity] ?? '');
}
