import { rm } from 'node:fs/promises';
import * as z from 'zod';
import type { PlatformDefinition } from '../../core/bot/platform.ts';
import { defineSettings } from '../../core/bot/settings.ts';
import { formatAddress } from '../../core/schedule/channel-address.ts';
import { inboxFolder, openInbox } from './inbox.ts';
import { PAGE, PLATFORM } from './place.ts';
import { createInboxPoster } from './poster.ts';

/** The chat page of the HTTP server, for the person at this machine. */
export const web: PlatformDefinition = {
  name: PLATFORM,
  title: 'the chat page',
  local: true,
  onServer: true,
  settings: defineSettings(z.object({}), () => ({ api: null })),
  channelId: {
    example: PLATFORM,
    parseShort: (text) => ([PLATFORM, formatAddress(PAGE)].includes(text) ? PAGE : null),
    problemOf: (workspace, channel) =>
      workspace === PAGE.workspace && channel === PAGE.channel ? null : 'The chat page has one inbox: web.',
  },
  async createAdapter(_settings, { localServer: server, ...environment }) {
    if (!server) throw new Error('The web page needs an HTTP server that only this machine reaches.');
    const { createWebAdapter } = await import('./adapter.ts');
    return createWebAdapter({ ...environment, server });
  },
  createPoster: async (_settings, { dataDir, days, now }) =>
    createInboxPoster({ inbox: openInbox(dataDir, { days, now }), now }),
  erase: (_target, dataDir) => rm(inboxFolder(dataDir), { recursive: true, force: true }),
};
