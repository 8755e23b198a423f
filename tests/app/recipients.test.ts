import { expect, test } from 'vitest';
import { mail } from '../../src/adapters/mail/index.ts';
import { terminal } from '../../src/adapters/terminal/index.ts';
import type { ConfiguredPlatform } from '../../src/app/config.ts';
import { createRecipients } from '../../src/app/recipients.ts';
import type { PlatformDefinition } from '../../src/core/bot/platform.ts';

const SETTINGS = {
  ...{ url: 'smtp://localhost', from: 'dossier@example.org', api: null },
  allowed: ['@desk.example.org', 'ada@example.org'],
};
const recipients = (settings: typeof SETTINGS | null) =>
  createRecipients({
    platforms: [
      { platform: terminal, settings: { api: null } },
      { platform: mail as PlatformDefinition, settings },
    ] as readonly ConfiguredPlatform[],
  });

test('digests go to the addresses that the operator allows, in any case, and to no others', () => {
  const { channelOf } = recipients(SETTINGS);
  expect(channelOf(' Ada@Example.org ')).toEqual({
    ...{ platform: 'mail', workspace: 'local', channel: 'ada@example.org' },
  });
  expect(channelOf('anybody@desk.example.org')?.channel).toBe('anybody@desk.example.org');
  for (const other of ['tom@example.org', 'ada@example.org, tom@example.org', 'ada', ''])
    expect(channelOf(other)).toBeNull();
});

test('without a mail server they go to no address', () => {
  expect(recipients(null).channelOf('ada@example.org')).toBeNull();
});
