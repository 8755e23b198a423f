import { beforeEach, expect, test } from 'vitest';
import { DECLARATIONS } from '../../commands/index.ts';
import type { AdapterEnvironment } from '../../src/core/bot/platform.ts';
import { postTo } from '../contracts/local-poster-driver.ts';
import { createTestDossier, loadOwnCorpus, NOW } from '../fakes/local-chat.ts';
import { loft, pigeon } from '../fakes/sample-platform.ts';

const settings = pigeon.settings.schema.parse({ PIGEON_LOFT: 'coop' });
if (!settings) throw new Error('The sample platform is not configured.');

const environment: Omit<AdapterEnvironment, 'starts'> = {
  ...{ days: 90, dataDir: '/nowhere', colour: false, commands: DECLARATIONS, managers: new Set() },
  localServer: null,
  serve: () => expect.unreachable(),
  now: () => NOW,
  report: (error) => {
    throw error;
  },
};

beforeEach(() => {
  loft.outgoing.length = 0;
});

test('a platform of a few lines answers', async () => {
  const dossier = await createTestDossier(await loadOwnCorpus());
  const adapter = await pigeon.createAdapter(settings, { ...environment, starts: dossier.store.starts });
  loft.incoming.push('/brief nato-asia', 'more');
  const ended = adapter.start(dossier.chatFor(true));
  await expect.poll(() => loft.outgoing).toHaveLength(2);
  expect(loft.outgoing[0]).toContain('NATO in the Asia-Pacific');
  await adapter.stop();
  await ended;
});

test('and takes digests, each once', async () => {
  const poster = (await pigeon.createPoster?.(settings, environment)) ?? expect.unreachable();
  const channel = { platform: 'pigeon', workspace: 'coop', channel: '7' };
  expect(pigeon.channelId.problemOf(channel.workspace, channel.channel)).toBeNull();
  const posted = await postTo(poster, channel);
  const key = posted.kind === 'sent' ? posted.messageId : '';
  expect(await poster.find({ channel, key, since: NOW })).toEqual({ kind: 'sent', messageId: key });
});
