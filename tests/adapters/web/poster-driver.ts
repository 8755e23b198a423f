import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInbox } from '../../../src/adapters/web/inbox.ts';
import { createInboxPoster } from '../../../src/adapters/web/poster.ts';
import type { Message } from '../../../src/core/replies/message.ts';
import { openLocalDriver } from '../../contracts/local-poster-driver.ts';
import type { Accepted, PosterDriver } from '../../contracts/poster-driver.ts';
import { createScriptedChat, noted } from '../../contracts/scripted-chat.ts';
import { createFolder } from '../../fakes/folder.ts';
import { NOW } from '../../fakes/local-chat.ts';
import { type Browser, openPage, unescaped } from './browser.ts';

/** A poster to the inbox, and a browser in which its entries are opened; their excerpts are kept as answers are. */
export async function openInboxDriver(): Promise<PosterDriver> {
  const dataDir = createFolder();
  const inbox = openInbox(dataDir, { days: 90, now: () => NOW });
  const poster = createInboxPoster({ inbox, now: () => NOW });
  const channel = { platform: 'web', workspace: 'local', channel: 'page' };
  let answered: Message = noted('Nothing was posted.');
  const chat = createScriptedChat();
  chat.answer(() => answered);
  const browser = (await openPage(chat, { dataDir })).browser();
  const shown = new Map<string, Accepted>();
  const driver = openLocalDriver({ poster, channel, read: () => '', single: true });
  return {
    ...driver,
    cannot: without(driver.cannot, ['tell', 'buttons']),
    poster: {
      ...driver.poster,
      async post(request) {
        answered = request.message;
        const posted = await driver.poster.post(request);
        for (const entry of await openEntries(browser)) shown.set(entry.messageId, entry);
        return posted;
      },
    },
    posted: () => [...shown.values()],
    told: () => inbox.list().flatMap(({ kind, lines }) => (kind === 'notice' ? lines : [])),
    refusePrivate() {
      rmSync(join(dataDir, 'web'), { recursive: true });
      writeFileSync(join(dataDir, 'web'), 'no folder');
    },
  };
}

function without(cannot: PosterDriver['cannot'], names: readonly string[]): PosterDriver['cannot'] {
  return Object.fromEntries(Object.entries(cannot).filter(([name]) => !names.includes(name)));
}

/** Opens every digest in the inbox, as a person does. */
async function openEntries(browser: Browser): Promise<readonly Accepted[]> {
  const page = await browser.page();
  const keys = [...page.matchAll(/href="\/inbox\/([a-z2-7]{25})"/g)].map(([, key = '']) => key);
  return Promise.all(
    keys.map(async (key) => {
      const html = await (await browser.get(`/inbox/${key}`)).text();
      const links = [...html.matchAll(/<a href="(http.*?)"/g)].map(([, link = '']) => unescaped(link));
      const buttons = [...html.matchAll(/<(?:button name|summary)[^>]*>(.*?)</g)].map(
        ([, label = '']) => label,
      );
      return { messageId: key, key, text: unescaped(html.replace(/<[^>]*>/g, '')), links, buttons };
    }),
  );
}
