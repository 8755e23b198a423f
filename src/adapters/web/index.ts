import * as z from 'zod';
import type { PlatformDefinition } from '../../core/bot/platform.ts';
import { defineSettings } from '../../core/bot/settings.ts';

/** The chat page of the HTTP server, for the person at this machine. */
export const web: PlatformDefinition = {
  name: 'web',
  title: 'the chat page',
  local: true,
  onServer: true,
  settings: defineSettings(z.object({}), () => ({ api: null })),
  channelId: {
    example: 'web:local/page',
    problemOf: () => 'No digests are posted to the chat page. Use terminal, or file:name.',
  },
  async createAdapter(_settings, { localServer: server, ...environment }) {
    if (!server) throw new Error('The web page needs an HTTP server that only this machine reaches.');
    const { createWebAdapter } = await import('./adapter.ts');
    return createWebAdapter({ ...environment, server });
  },
};
