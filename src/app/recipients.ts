import type { Recipients } from '../core/bot/recipients.ts';
import type { Config } from './config.ts';
import { configured } from './open-platforms.ts';

/** Creates what knows the addresses to which a configured platform may send digests. */
export function createRecipients(config: Pick<Config, 'platforms'>): Recipients {
  const sending = configured(config, ({ recipient }) => recipient !== undefined);
  return {
    channelOf(address) {
      for (const { platform, settings } of sending) {
        const channel = platform.recipient?.(settings, address.trim()) ?? null;
        if (channel !== null) return channel;
      }
      return null;
    },
  };
}
