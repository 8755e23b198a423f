import * as z from 'zod';
import type { PlatformDefinition, PlatformSettings } from '../../src/core/bot/platform.ts';
import { idsLike } from '../../src/core/bot/platform.ts';
import { defineSettings, optionalText, webAddress } from '../../src/core/bot/settings.ts';
import { aborted } from '../../src/core/text/abort.ts';

interface PigeonSettings extends PlatformSettings {
  readonly loft: string;
}

/** A line of text that a pigeon carries to the bot, and a place for the answer. */
export const loft = { incoming: [] as string[], outgoing: [] as string[] };

/** A platform as small as one can be: pigeons carry lines of text to and from a loft. */
export const pigeon: PlatformDefinition<PigeonSettings> = {
  name: 'pigeon',
  title: 'Pigeon Post',
  local: false,
  settings: defineSettings(z.object({ PIGEON_LOFT: optionalText, PIGEON_API_URL: webAddress }), (given) =>
    given.PIGEON_LOFT === null ? null : { loft: given.PIGEON_LOFT, api: given.PIGEON_API_URL },
  ),
  channelId: { example: 'pigeon:loft/7', problemOf: idsLike(/^[a-z]+\/\d+$/, 'pigeon') },
  async createAdapter({ loft: workspace }) {
    const stopping = new AbortController();
    return {
      platform: 'pigeon',
      async start(chat) {
        const who = {
          platform: 'pigeon',
          workspace,
          channel: '7',
          user: 'ada',
          private: false,
          local: false,
        };
        const person = { audience: who, conversation: `pigeon:${workspace}/7`, manager: false };
        for (const text of loft.incoming.splice(0)) {
          const message = await chat.handle({ request: { kind: 'line', text }, ...person });
          loft.outgoing.push(message.text);
        }
        await aborted(stopping.signal);
      },
      stop: async () => stopping.abort(),
      health: () => ({ platform: 'pigeon', connected: true, detail: `in ${workspace}` }),
    };
  },
  createPoster: async () => ({
    platform: 'pigeon',
    deduplicatesFor: 0,
    async post({ message, key, mayStillSend }) {
      if (!mayStillSend()) return { kind: 'later', seconds: null, everywhere: false, detail: 'too late' };
      loft.outgoing.push(`${message.text} (${key})`);
      return { kind: 'sent', messageId: key };
    },
    find: async ({ key }) =>
      loft.outgoing.some((text) => text.includes(key))
        ? { kind: 'sent', messageId: key }
        : { kind: 'absent' },
    threadOf: () => null,
    tell: async () => false,
  }),
  doctor: async (settings) => ({ lines: [`Pigeons fly to ${settings.loft}.`], ok: true }),
};
