import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { PlatformDefinition, PlatformSettings } from '../../core/bot/platform.ts';
import { defineSettings } from '../../core/bot/settings.ts';
import { createTerminalAdapter } from './adapter.ts';
import { PLATFORM, TERMINAL } from './local-invocation.ts';
import { createTerminalPoster } from './poster.ts';

/** How the terminal is used. */
export interface TerminalSettings extends PlatformSettings {
  /** One JSON reply per line, and nothing else. */
  readonly json: boolean;
}

const { stdin: input, stdout: output } = process;

/** The local chat on standard input and output. */
export const terminal: PlatformDefinition<TerminalSettings> = {
  name: PLATFORM,
  title: 'the terminal',
  local: true,
  settings: defineSettings(z.object({}), () => ({ api: null, json: false })),
  channelId: {
    example: 'terminal',
    parseShort: (text) => (/^terminal(?::local\/terminal)?$/.test(text) ? TERMINAL : null),
    problemOf: (workspace, channel) =>
      workspace === TERMINAL.workspace && channel === TERMINAL.channel
        ? null
        : 'The terminal has one channel: terminal.',
  },
  createAdapter: async ({ json }, { dataDir, colour }) =>
    createTerminalAdapter({ input, output, json, colour, historyFile: historyFile(dataDir) }),
  createPoster: async (_settings, { dataDir, colour }) =>
    createTerminalPoster({ output, colour, shownFile: join(dataDir, 'digests.shown') }),
  erase: (_target, dataDir) => rm(historyFile(dataDir), { force: true }),
};

/** The file that contains the lines typed in earlier chats. */
function historyFile(dataDir: string): string {
  return join(dataDir, 'history');
}
