import * as z from 'zod';
import type { PlatformDefinition } from '../../core/bot/platform.ts';
import { defineSettings } from '../../core/bot/settings.ts';
import { createFileAdapter } from './adapter.ts';
import { createFilePoster, PLATFORM, problemOfName } from './poster.ts';

const WORKSPACE = 'local';

/** Files of the data directory, to which digests are written. */
export const file: PlatformDefinition = {
  name: PLATFORM,
  title: 'files',
  local: true,
  postOnly: true,
  settings: defineSettings(z.object({}), () => ({ api: null })),
  channelId: {
    example: 'file:name',
    parseShort(text) {
      const [, channel] = /^file:(?:local\/)?([^/\s]+)$/.exec(text) ?? [];
      return channel === undefined ? null : { platform: PLATFORM, workspace: WORKSPACE, channel };
    },
    problemOf: (workspace, channel) =>
      problemOfName(workspace === WORKSPACE ? channel : `${workspace}/${channel}`),
  },
  createAdapter: async () => createFileAdapter(),
  createPoster: async (_settings, { dataDir }) => createFilePoster(dataDir),
};
