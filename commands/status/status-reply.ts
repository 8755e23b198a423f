import type { Call, Core } from '../../src/core/bot/core.ts';
import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import { coverageLine } from '../../src/core/replies/coverage.ts';
import { emptyReply, type Item, type Reply } from '../../src/core/replies/reply.ts';
import { formatAddress } from '../../src/core/schedule/channel-address.ts';
import { formatLocal } from '../../src/core/schedule/schedule.ts';
import { formatAge } from '../../src/core/text/format-age.ts';
import { refusedFiles } from '../sources/sources-reply.ts';

const MAX_NEXT = 5; // digests named
const LATE = 120_000; // milliseconds after which an edition that was not posted is late
const MAX_REFUSED = 10; // files named; `dossier index` names all

/** How Dossier is doing, as far as this audience may know: managers also hear of files that are not served. */
export async function statusReply(call: Call): Promise<Reply> {
  const { core, invocation, coverage, topics, at } = call;
  const { collections, index } = core.searchFor(invocation.audience);
  const passages = index.vocabulary(collections).passages;
  const items: Item[] = [
    item('documents', coverageLine(coverage)),
    item(
      'index',
      `${passages} ${passages === 1 ? 'passage' : 'passages'}, compared with the files ${formatAge(core.checkedAt(), at)}`,
    ),
    item('topics', String(topics.length)),
    ...(await digestItems(call)),
    ...core
      .health()
      .map(({ platform, connected, detail }) =>
        item(platform, `${connected ? 'connected' : 'not connected'}, ${detail}`),
      ),
    ...(invocation.manager ? notServed(call) : []),
  ];
  const request = { conversation: invocation.conversation, command: 'status', coverage };
  return { ...emptyReply('list', request), headline: 'Status', items };
}

/**
 * The digests of this channel; at this machine those of all channels. Managers also hear how many of their workspace
 * are late or in doubt.
 */
async function digestItems({ core, invocation, at }: Call): Promise<Item[]> {
  const { audience, manager } = invocation;
  const { subscriptions } = core.store;
  const isLocal = isOperator(invocation);
  const read = isLocal ? subscriptions.all({ platforms: platformsOf(core) }) : subscriptions.list(audience);
  const found = await read.catch(() => []);
  const on = found.filter(({ paused }) => paused === null);
  const coming = await Promise.all(on.slice(0, MOST_LOOKED_AT).map((each) => comingSlots(core, each, at)));
  const next = on.flatMap((each, nth) => (coming[nth] ?? []).map(({ due }) => ({ ...each, due })));
  next.sort((a, b) => a.due.valueOf() - b.due.valueOf());
  const items = next.slice(0, MAX_NEXT).map(({ channel, number, topic, due, zone }) => {
    const where = isLocal ? ` in ${formatAddress(channel)}` : '';
    return item('next digest', `${formatLocal(due, zone, at)} ${zone}, number ${number} on ${topic}${where}`);
  });
  const paused = found.length - on.length;
  const counted = item('digests', `${on.length} on${paused > 0 ? `, ${paused} paused` : ''}`);
  return [
    ...(found.length > 0 ? [counted] : []),
    ...items,
    ...(manager ? await troubled(core, audience, at) : []),
  ];
}

const MOST_LOOKED_AT = 200; // digests of which the next edition is worked out

/** Whoever sits at this machine may know of all channels. */
function isOperator({ audience, manager }: Call['invocation']): boolean {
  return manager && audience.platform === 'terminal';
}

function platformsOf({ digests }: Core): string[] {
  return [...digests.posters.map(({ platform }) => platform), ...digests.elsewhere];
}

async function troubled(core: Core, audience: Audience, at: Date): Promise<Item[]> {
  const { store, digests } = core;
  const isLocal = audience.platform === 'terminal';
  const platforms = isLocal ? platformsOf(core) : [audience.platform];
  const of = isLocal ? {} : { workspace: audience.workspace };
  const dueBefore = new Date(at.valueOf() - LATE);
  const { late, unknown } = await store.editions.count({ platforms, ...of, dueBefore });
  return [
    ...(late > 0 ? [item('late digests', `${late}; /digest history names those of a channel`)] : []),
    ...(unknown > 0 ? [item('digests in doubt', `${unknown}, which may not have arrived`)] : []),
    ...platforms
      .filter((platform) => digests.isStopped(platform))
      .map((platform) => item('digests', `none is posted on ${platform}: it refuses the token`)),
  ];
}

function notServed(call: Call): Item[] {
  const files = refusedFiles(call);
  const named = files
    .slice(0, MAX_REFUSED)
    .map(({ file, reason }) => item('not served', `${file} ${reason}`));
  const more = files.length - named.length;
  return more > 0 ? [...named, item('not served', `${more} more; dossier index names them`)] : named;
}

function item(id: string, detail: string): Item {
  return { id, title: '', detail };
}
