import type { PlatformDriver, Seen, SentFile } from '../../contracts/platform-driver.ts';
import { createFolder } from '../../fakes/folder.ts';
import { type Browser, buttonOf, createBrowser, createPage, type OpenedPage, unescaped } from './browser.ts';

const ALONE = 'whoever opens the page is the person at this machine, alone';

type Fields = Readonly<Record<string, string>>;

/** One person with a browser, who reads every turn when it comes. */
export async function openWebDriver(): Promise<PlatformDriver> {
  const dataDir = createFolder();
  let page: Pick<OpenedPage, 'adapter' | 'send'> | null = null;
  let failures = 0;
  let latest: Fields = {};
  let working: Promise<unknown> = Promise.resolve();
  const [turns, files] = [new Map<string, ReadTurn>(), new Map<string, SentFile>()];
  const send: OpenedPage['send'] = async (...given) => {
    if (!page) throw new Error('Nothing is served.');
    return page.send(...given);
  };
  const [browser, other] = [createBrowser(send), createBrowser(send)];
  const submit = (fields: Fields, by = browser) => {
    latest = fields;
    working = working.then(async () => {
      for (; failures > 0; failures--) await by.submit(fields); // the page is lost on the way; the form is sent again
      const shown = await by.submit(fields);
      for (const turn of readTurns(shown, by === browser ? 'own' : 'other')) {
        turns.set(turn.id, turn);
        for (const file of await filesOf(turn, by)) files.set(file.name, file);
      }
    });
  };
  const fieldsFor = ({ id }: Seen, label: string) => buttonOf(turns.get(id)?.html ?? '', label) ?? {};
  return {
    cannot: {
      ...{ private: ALONE, people: ALONE },
      'refuse-files': 'a browser saves every file',
      'refuse-token': 'there is no token',
    },
    createAdapter(parts) {
      const created = createPage({ ...parts, dataDir });
      page = created;
      return created.adapter;
    },
    connected: async () => void (await browser.page()),
    command: (name, options) => submit({ line: lineOf(name, options) }),
    say: (text) => submit({ line: text }),
    press: (on, label) => submit(fieldsFor(on, label)),
    pressForged(on, label) {
      const { action = '' } = fieldsFor(on, label);
      submit({ action: action.replace('abcdefgh', 'hgfedcba') });
    },
    pressElsewhere: (on, label) => submit(fieldsFor(on, label), other),
    async askInForm({ id }, _label, question) {
      const form = /<details class="ask">.*?name="action" value="(.*?)"/s.exec(turns.get(id)?.html ?? '');
      submit({ action: unescaped(form?.[1] ?? ''), question });
    },
    repeat: () => submit(latest),
    fail: (times) => {
      failures = times;
    },
    seen: () => [...turns.values()],
    files: () => [...files.values()],
    refuseFiles: () => undefined,
    loading: () => 0,
    complaints: () => [],
    attempts: () => 0,
    close: async () => void (await working),
  };
}

function lineOf(name: string, options: Fields): string {
  return [`/${name}`, ...Object.entries(options).map(([key, value]) => `${key}:"${value}"`)].join(' ');
}

interface ReadTurn extends Seen {
  readonly html: string;
}

function readTurns(page: string, whose: string): readonly ReadTurn[] {
  return [...page.matchAll(/<h2 id="(asked-\d+)">.*?<\/article>/gs)].map(([html, id]) => ({
    ...{ html, id: `${whose} ${id}`, onlyFor: null },
    text: unescaped(html.replace(/<[^>]*>/g, '')),
    buttons: [...html.matchAll(/<(?:button name|summary)[^>]*>(.*?)</g)].map(([, label = '']) => label),
    links: [...html.matchAll(/<a href="(.*?)" rel/g)].map(([, link = '']) => unescaped(link)),
  }));
}

async function filesOf({ html }: ReadTurn, { get }: Browser): Promise<readonly SentFile[]> {
  const [, path, name] = /href="(\/files\/\d+)" download="(.*?)"/.exec(html) ?? [];
  if (path === undefined || name === undefined) return [];
  return [{ name, text: await (await get(path)).text(), onlyFor: null }];
}
