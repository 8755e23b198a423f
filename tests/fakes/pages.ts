import { answerRoute } from '../../src/app/pages/answer-route.ts';
import type { DocumentFiles } from '../../src/app/pages/document-files.ts';
import { documentRoute, originalRoute } from '../../src/app/pages/document-route.ts';
import { createPageLinks, type PageLinks } from '../../src/app/pages/page-links.ts';
import { topicRoute } from '../../src/app/pages/topic-route.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import type { LibraryContents } from '../../src/core/library/memory-library.ts';
import { type JsonReply, jsonReply } from '../../src/core/replies/json-reply.ts';
import type { Message } from '../../src/core/replies/message.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { createTestDossier, LOCAL, NOW, type TestDossier } from './local-chat.ts';

/** Where this machine reaches the pages. */
export const BASE = 'http://127.0.0.1:3000';

/** Where everyone else does. */
export const PUBLIC = 'https://desk.example';

/** What pages are opened on. */
export interface PagesGiven {
  /** Null at this machine, which is the default. */
  readonly publicUrl?: string | null;
  readonly now?: () => Date;
  readonly store?: Store;
  readonly files?: DocumentFiles;
}

/** A response, read. */
export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A whole Dossier with its pages. */
export interface PagesWorld {
  readonly dossier: TestDossier;
  readonly links: PageLinks;
  get(address: string, init?: RequestInit): Promise<Page>;
  /** Types a line as somebody, at the terminal by default, and returns the reply as JSON, or the message as shown. */
  say(line: string, audience?: Audience): Promise<JsonReply>;
  show(line: string, audience?: Audience): Promise<Message>;
}

const NO_FILES: DocumentFiles = {
  originOf: async () => null,
  bytesOf: async () => null,
  leftOutOf: async () => [],
};

/** Opens pages on documents; everything but the files behind them is real. */
export async function openPagesOn(
  contents: Partial<LibraryContents>,
  given: PagesGiven = {},
): Promise<PagesWorld> {
  const { publicUrl = null, now = () => NOW, store, files = NO_FILES } = given;
  const isOwn = publicUrl === null;
  const links = createPageLinks({
    ...{ publicUrl, localUrl: isOwn ? BASE : null, secret: 'sixteen or longer', days: 9, now },
  });
  const dossier = await createTestDossier(contents, { pages: links, now, ...(store && { store }) });
  const { subscriptions, editions, answers: answerStore } = dossier.store;
  const ports = {
    ...{
      ...dossier,
      files,
      subscriptions,
      editions,
      answerStore,
      localPlatforms: ['terminal', 'web', 'file'],
    },
    ...{ zone: 'Europe/London', now },
  };
  const access = {
    ...{ links, hosts: new Set([new URL(publicUrl ?? BASE).host]), local: isOwn ? LOCAL : null },
    isLocal: (platform: string) => ['terminal', 'web', 'file'].includes(platform),
  };
  const routes = [documentRoute, originalRoute, answerRoute, topicRoute].map((make) => make(ports, access));
  const show: PagesWorld['show'] = (text, audience = LOCAL) => {
    const { platform, workspace, channel, user } = audience;
    const conversation = `${platform}:${workspace}/${channel}/${user}`;
    return dossier.dispatch({ request: { kind: 'line', text }, conversation, audience, manager: true });
  };
  return {
    ...{ dossier, links, show },
    say: async (line, audience) => jsonReply(await show(line, audience)),
    async get(address, init = {}) {
      const { pathname } = new URL(address);
      const route = routes.find(({ path }) => pathname.startsWith(path.slice(0, -1)));
      if (!route) throw new Error(`No page is at ${pathname}.`);
      const response = await route.handle(new Request(address, init));
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
  };
}

/** The addresses in a page, or those whose path begins so. */
export function addressesIn({ text }: Pick<Page, 'text'>, path = ''): readonly string[] {
  const all = [...text.matchAll(/href="([^"#][^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
  return all.filter((address) => new URL(address).pathname.startsWith(path));
}

/** What a page marks, in its order: where, and the words. */
export function marksIn({
  text,
}: Pick<Page, 'text'>): readonly { readonly id: string; readonly words: string }[] {
  return [...text.matchAll(/<mark(?: id="([^"]*)")?[^>]*>(.*?)<\/mark>/gs)].map(
    ([, id = '', inside = '']) => ({
      id,
      words: plain(inside),
    }),
  );
}

/** The text of a piece of a page. */
export function plain(markup: string): string {
  const text = markup.replace(/<br>/g, ' ').replace(/<[^>]*>/g, '');
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
