import { discord } from '../adapters/discord/index.ts';
import { file } from '../adapters/file/index.ts';
import { mail } from '../adapters/mail/index.ts';
import { slack } from '../adapters/slack/index.ts';
import { terminal } from '../adapters/terminal/index.ts';
import { web } from '../adapters/web/index.ts';
import type { PlatformDefinition } from '../core/bot/platform.ts';

/** Every platform, in the order in which the operator is told of them. */
export const PLATFORMS: readonly PlatformDefinition[] = [...[discord, slack, terminal, web, file, mail]];

/** Whether a platform runs on this machine. */
export function isLocalPlatform(name: string): boolean {
  return PLATFORMS.some((platform) => platform.name === name && platform.local);
}
