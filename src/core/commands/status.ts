import { refusedFiles } from '../answers/sources-reply.ts';
import type { Call } from '../core.ts';
import { coverageLine } from '../messages/dates.ts';
import { emptyReply, type Item, type Reply } from '../messages/reply.ts';

const MAX_REFUSED = 10; // files named; `dossier index` names all

/** How Dossier is doing, as far as this audience may know: managers also hear of files that are not served. */
export function statusReply(call: Call): Reply {
  const { core, invocation, coverage, topics, at } = call;
  const { collections, index } = core.searchFor(invocation.reader);
  const passages = index.vocabulary(collections).passages;
  const items: Item[] = [
    item('documents', coverageLine(coverage)),
    item(
      'index',
      `${passages} ${passages === 1 ? 'passage' : 'passages'}, compared with the files ${sayAge(core.checkedAt(), at)}`,
    ),
    item('topics', String(topics.length)),
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

const MINUTE = 60_000;

/** `now`, `3 minutes ago`, `2 hours ago` */
export function sayAge(then: Date, now: Date): string {
  const minutes = Math.floor((now.valueOf() - then.valueOf()) / MINUTE);
  if (minutes < 1) return 'now';
  if (minutes < 120) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours ago` : `${Math.floor(hours / 24)} days ago`;
}
