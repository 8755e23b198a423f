import type { Audience } from '../../core/library/audience.ts';
import type { ChannelAddress } from '../../core/schedule/channel-address.ts';

/** The platform's name in addresses. */
export const PLATFORM = 'web';

/** The one workspace: this machine. */
export const WORKSPACE = 'local';

/** The one channel: the page, whichever browser shows it. Its digests arrive in the inbox. */
export const PAGE: ChannelAddress = { platform: PLATFORM, workspace: WORKSPACE, channel: 'page' };

/** The person at this machine, who is alone on the page. */
export const PERSON: Audience = { ...PAGE, user: 'local', private: false, local: true };
