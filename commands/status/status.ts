import type { AdminPage } from '../../src/core/bot/admin-page.ts';
import type { Health } from '../../src/core/bot/chat-adapter.ts';
import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { Library, Scope } from '../../src/core/library/library.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import { composeList, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import { coverageLine } from '../../src/core/replies/coverage.ts';
import type { Item, ListReply } from '../../src/core/replies/reply.ts';
import type { PassageIndex } from '../../src/core/search/passage-index.ts';
import { formatAge } from '../../src/core/text/format-age.ts';
import { hint } from '../../src/core/text/hint.ts';
import { type ChangeStatusPorts, changeItems } from './change-items.ts';
import { type DigestStatusPorts, digestItems, elsewhereItems, troubleItems } from './digest-items.ts';
import { type FeedStatusPorts, feedItems } from './feed-items.ts';
import { listScheduled } from './scheduled-digests.ts';
import { listQuestions, type QuestionPorts } from './unanswered-questions.ts';
import { listUnread, unreadFiles } from './unread-files.ts';

/** What `/status` reports on. */
export interface StatusPorts extends DigestStatusPorts, QuestionPorts, FeedStatusPorts, ChangeStatusPorts {
  readonly library: Library;
  readonly retriever: { readonly index: Pick<PassageIndex, 'statistics'> };
  readonly topics: TopicCatalog;
  /** When the documents were last compared with their files. */
  checkedAt(): Date;
  health(): readonly Health[];
  /** Where managers look after all this in a browser. */
  readonly adminPage: AdminPage;
}

const MAX_REFUSED = 10; // files named in the overview

/** `/status`: what is indexed, how fresh it is, the state of digests and platforms; for managers, what is wrong or missing. */
export const status = declare({
  name: 'status',
  description: 'Show indexed documents, digests and connections',
  visibleTo: 'asker',
  light: true,
  options: {
    what: {
      description: 'for managers: more on one thing (overview)',
      position: 0,
      choices: ['overview', 'unread', 'digests', 'questions'],
    },
  },
  example: {},
});

/** Creates `/status`. Managers also see which files are not indexed, or only in part, and which digests are in trouble. */
export function createStatus(ports: StatusPorts): Command {
  return implement(status, (context, { what }) => {
    switch (what ?? 'overview') {
      case 'overview':
        return overview(ports, context);
      case 'unread':
        return listUnread(ports.library, context);
      case 'digests':
        return listScheduled(ports, context);
      case 'questions':
        return listQuestions(ports, context);
    }
  });
}

async function overview(ports: StatusPorts, context: RequestContext): Promise<ListReply> {
  const { audience, manager } = context;
  const scope = ports.library.scopeFor(audience);
  const items = [
    ...(await documentItems(ports, context, scope)),
    ...(await digestItems(ports, context)),
    ...(manager ? await elsewhereItems(ports, context) : []),
    ...(manager ? await troubleItems(ports, context) : []),
    ...(manager ? await feedItems(ports, context) : []),
    ...(manager ? await changeItems(ports, context) : []),
    ...ports.health().map(healthItem),
    ...(manager ? refusedItems(ports, context) : []),
    ...(manager ? pageItems(ports, context) : []),
  ];
  return composeList(replyContext(ports.library, context, 'status'), { headline: 'Status', items });
}

async function documentItems(
  { retriever, topics, checkedAt }: StatusPorts,
  { audience, at }: RequestContext,
  { collections, coverage }: Scope,
): Promise<Item[]> {
  const { passages } = await retriever.index.statistics([], collections);
  const count = `${passages} ${passages === 1 ? 'passage' : 'passages'}`;
  return [
    toItem('documents', coverageLine(coverage)),
    toItem('index', `${count}, checked against the files ${formatAge(checkedAt(), at)}`),
    toItem('topics', String((await topics.list(audience)).length)),
  ];
}

function healthItem({ platform, connected, detail }: Health): Item {
  return toItem(platform, `${connected ? 'connected' : 'not connected'}, ${detail}`);
}

function refusedItems({ library }: StatusPorts, context: RequestContext): Item[] {
  const files = unreadFiles(library, context);
  const named = files
    .slice(0, MAX_REFUSED)
    .map((refusal) => toItem(labelOf(refusal), `${refusal.file} ${refusal.reason}`));
  const more = files.length - named.length;
  const [next] = files.slice(named.length);
  return next
    ? [...named, toItem(labelOf(next), `${more} more; ${hint('status', { what: 'unread' })} lists them`)]
    : named;
}

/** The page on which all this is looked after. */
function pageItems({ adminPage }: StatusPorts, { audience }: RequestContext): Item[] {
  const link = adminPage.linkFor(audience);
  if (!link) return [];
  const { url, detail } = link;
  return [{ ...toItem('admin page', detail), ...(url !== null && { url }) }];
}

function labelOf({ partly }: { readonly partly?: true }): string {
  return partly ? 'note' : 'not indexed';
}
