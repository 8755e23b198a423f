import type { Recipients } from '../core/bot/recipients.ts';
import type { Config } from './config.ts';
import { configured } from './open-platforms.ts';

/** Whether digests may be sent to any address. */
export function sendsToAddresses(config: Pick<Config, 'platforms'>): boolean {
  return sendingIn(config).length > 0;
}

function sendingIn(config: Pick<Config, 'platforms'>) {
  return configured(config, ({ recipient }) => recipient !== undefined);
}

/** Creates what knows the addresses to which a configured platform may send digests. */
export function createRecipients(config: Pick<Config, 'platforms'>): Recipients {
  const sending = sendingIn(config);
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
