import type { PlatformDefinition } from '../../core/bot/platform.ts';
import type { ChannelAddress } from '../../core/schedule/channel-address.ts';
import { createMailAdapter } from './adapter.ts';
import { isAddress, isAllowed } from './addresses.ts';
import { type MailSettings, mailSettings } from './settings.ts';

const PLATFORM = 'mail';
const WORKSPACE = 'local';

/** Mail addresses that the operator allows, to which digests are sent. */
export const mail: PlatformDefinition<MailSettings> = {
  name: PLATFORM,
  title: 'mail',
  local: false,
  postOnly: true,
  settings: mailSettings,
  channelId: {
    example: 'mail:desk@example.org',
    parseShort(text) {
      const [, channel] = /^mail:(?:local\/)?([^/\s]+@[^/\s]+)$/.exec(text) ?? [];
      return channel === undefined ? null : mailbox(channel);
    },
    problemOf: (workspace, channel) =>
      workspace === WORKSPACE && isAddress(channel) ? null : 'Give one mail address, mail:desk@example.org.',
  },
  createAdapter: async () => createMailAdapter(PLATFORM),
  async createPoster(settings, { now }) {
    const { createMailPoster } = await import('./poster.ts');
    return createMailPoster(settings, { now });
  },
  recipient: ({ allowed }, address) => (isAllowed(address, allowed) ? mailbox(address) : null),
  async doctor(settings) {
    const { examineMail } = await import('./doctor.ts');
    return examineMail(settings);
  },
};

function mailbox(address: string): ChannelAddress {
  return { platform: PLATFORM, workspace: WORKSPACE, channel: address.toLowerCase() };
}
