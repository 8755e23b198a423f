import { DECLARATIONS } from '../../../commands/index.ts';
import { createWebAdapter } from '../../../src/adapters/web/adapter.ts';
import type { Chat, ChatAdapter } from '../../../src/core/bot/chat-adapter.ts';
import type { Route } from '../../../src/core/bot/platform.ts';
import { NOW } from '../../fakes/local-chat.ts';

/** Where the page is. */
export const ADDRESS = 'http://127.0.0.1:3000';

/** A browser without scripts: all it does is follow links and send the forms of the page. */
export interface Browser {
  /** Types a line into the field and sends it. Returns the page that follows. */
  type(line: string): Promise<string>;
  /** Presses the last button with this label. */
  press(label: string): Promise<string>;
  page(): Promise<string>;
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
export async function openPage(chat: Chat): Promise<OpenedPage> {
  const routes: Route[] = [];
  const server = { address: ADDRESS, hosts: new Set(['127.0.0.1:3000', 'localhost:3000']) };
  const serve = (route: Route) => void routes.push(route);
  const adapter = createWebAdapter({ server, commands: DECLARATIONS, days: 90, now: () => NOW, serve });
  await adapter.start(chat);
  const send: OpenedPage['send'] = (path, init = {}, base = ADDRESS) => {
    const { pathname } = new URL(path, base);
    const begins = (at: string) => at.endsWith('/*') && pathname.startsWith(at.slice(0, -1));
    const route = routes.find((each) => each.path === pathname || begins(each.path));
    if (!route) throw new Error(`There is no ${path}.`);
    return route.handle(new Request(new URL(path, base), init));
  };
  return { adapter, send, browser: () => createBrowser(send) };
}

/** What a form of the page sends, as a browser does. */
export function formOf(fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields), headers: { origin: ADDRESS, ...headers } };
}

function createBrowser(send: OpenedPage['send']): Browser {
  let cookie = '';
  const headers = () => ({ ...(cookie && { cookie }) });
  const get = (path: string) => send(path, { headers: headers() });
  const page = async () => (await get('/')).text();
  const submit = async (fields: Record<string, string>) => {
    const response = await send('/say', formOf(fields, headers()));
    if (response.status !== 303) throw new Error(`Not sent: ${response.status}`);
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return page();
  };
  return {
    ...{ get, page },
    type: (line) => submit({ line }),
    async press(label) {
      const forms = (await page()).match(/<form.*?<\/form>/gs) ?? [];
      const found = forms.findLast((form) => buttonOf(form, label));
      return submit({ ...hiddenOf(found ?? ''), ...buttonOf(found ?? '', label) });
    },
  };
}

function buttonOf(form: string, label: string): Record<string, string> | null {
  const buttons = [...form.matchAll(/<button name="(.*?)" value="(.*?)">(.*?)<\/button>/g)];
  const [, name, value] = buttons.find(([, , , shown]) => unescaped(shown ?? '') === label) ?? [];
  return name === undefined ? null : { [name]: unescaped(value ?? '') };
}

function hiddenOf(form: string): Record<string, string> {
  const [, name, value] = /<input type="hidden" name="(.*?)" value="(.*?)">/.exec(form) ?? [];
  return name === undefined ? {} : { [name]: unescaped(value ?? '') };
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
