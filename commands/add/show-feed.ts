import type { FoundFeed } from '../../src/core/collecting/discover-feed.ts';
import type { Inspected } from '../../src/core/collecting/inspect-address.ts';
import { composeList, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { Item, ListReply } from '../../src/core/replies/reply.ts';
import { formatKnownDate } from '../../src/core/text/format-date.ts';
import { formatFrequency } from '../../src/core/text/frequency.ts';
import { hint } from '../../src/core/text/hint.ts';
import type { Adding } from './chosen-collection.ts';
import { IF_RUNNING, offerDraft } from './offers.ts';
import { documentFacts } from './show-document.ts';

/** Shows what a feed would bring, and offers to follow it. */
export async function showFeed(
  adding: Adding,
  { feed, page }: Extract<Inspected, { kind: 'feed' }>,
): Promise<ListReply> {
  const { address, title, latest } = feed;
  const { offers, how } = await offerDraft(adding, { kind: 'feed', address }, 'Follow');
  const keep = page === null ? [] : [{ ...KEEP_PAGE, options: { what: page, as: 'page' } }];
  const instead =
    page === null ? '' : ` Type ${hint('add', { what: page, as: 'page' })} to keep the page instead.`;
  return composeList(replyContext(adding.library, adding.context, 'add'), {
    headline: title ?? 'A feed without a title',
    items: [{ id: 'feed', title: '', detail: address }, ...latest.map(itemOf)],
    note: `${often(feed)}${looks(adding, 'followed')} as it changes. ${how}${instead}`,
    offers: [...offers, ...keep],
  });
}

const KEEP_PAGE = { label: 'Only the page', command: 'add' } as const;

function itemOf({ title, link, published }: FoundFeed['latest'][number]): Item {
  return {
    id: formatKnownDate(published) ?? 'undated',
    title: '',
    detail: title ?? link ?? 'without a title',
  };
}

/** When it is looked at: `Once it is followed, the first look comes within a minute, and later ones as often`. */
function looks({ intake }: Adding, done: 'followed' | 'watched'): string {
  return `Once it is ${done}, the first look comes within a minute${intake.looks ? '' : IF_RUNNING}, and later ones as often`;
}

function often({ gap }: FoundFeed): string {
  return gap === null ? '' : `Something new comes ${formatFrequency(gap)}. `;
}

/** Shows the page that would be watched. */
export async function showWatched(
  adding: Adding,
  { address, file }: Extract<Inspected, { kind: 'page' }>,
): Promise<ListReply> {
  const { headline, items } = await documentFacts(adding, {
    ...file,
    key: address,
    url: address,
    name: null,
  });
  const { offers, how } = await offerDraft(adding, { kind: 'page', address }, 'Watch');
  const note = `${looks(adding, 'watched')} as its text changes. ${how}`;
  return composeList(replyContext(adding.library, adding.context, 'add'), { headline, items, note, offers });
}
