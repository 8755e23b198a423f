import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import { posterContract } from '../contracts/poster.ts';
import type { PosterDriver, PostFault } from '../contracts/poster-driver.ts';
import { createRecordingPoster, type ScriptedPost } from './poster.ts';

for (const deduplicatesFor of [0, 120_000])
  posterContract(`in memory, telling posts apart for ${deduplicatesFor} ms`, async () =>
    openRecordingDriver(deduplicatesFor),
  );

const CHANNEL: ChannelAddress = { platform: 'test', workspace: 'w', channel: 'c' };
const SCRIPTED = 'what it says is scripted';

function openRecordingDriver(deduplicatesFor: number): PosterDriver {
  const poster = createRecordingPoster({ platform: 'test', deduplicatesFor });
  return {
    ...{ poster, channel: CHANNEL, person: 'ada' },
    cannot: {
      ...{ 'channel-gone': SCRIPTED, closed: SCRIPTED, 'refuse-connection': SCRIPTED },
      ...{ 'server-error': SCRIPTED, 'time-out': SCRIPTED, chatter: 'nobody else is there' },
      ...{ 'too-many-requests': SCRIPTED, 'garbage-answer': SCRIPTED, 'break-after-headers': SCRIPTED },
      ...{ tell: 'everybody can be told', buttons: 'messages are kept as they were composed' },
    },
    addChannels: (count) => Array.from({ length: count }, (_, at) => ({ ...CHANNEL, channel: `c${at}` })),
    posted: ({ channel } = CHANNEL) =>
      poster.posts
        .filter((post) => post.channel.channel === channel)
        .map(({ messageId, key, message: { text, blocks } }) => ({
          ...{ messageId, key, text, buttons: [] },
          links: blocks.flatMap((block) => (block.kind === 'quote' && block.url !== null ? [block.url] : [])),
        })),
    trouble: async ({ kind }) => poster.script(scriptOf(kind)),
    troubleLookup: () => poster.scriptLookup({ kind: 'cannot-search', detail: SCRIPTED, forGood: false }),
    mend: async () => undefined,
    chatter: () => undefined,
    requests: () => poster.requests.length,
    told: () => poster.told.map(({ text }) => text),
    refusePrivate: () => {
      poster.telling = false;
    },
    complaints: () => [],
    close: async () => undefined,
  };
}

function scriptOf(kind: PostFault['kind']): ScriptedPost {
  if (kind === 'bad-token') return { accepted: false, posted: { kind: 'stopped', detail: SCRIPTED } };
  const accepted = kind === 'time-out-after-accepting' || kind === 'server-error-after-accepting';
  return { accepted, posted: { kind: 'unknown', detail: SCRIPTED } };
}
