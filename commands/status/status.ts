import type { Health } from '../../src/core/bot/chat-adapter.ts';
import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { Library, Refusal, Scope } from '../../src/core/library/library.ts';
import type { TopicCatalog } from '../../src/core/library/topic-catalog.ts';
import { composeList, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import { coverageLine } from '../../src/core/replies/coverage.ts';
import type { Item } from '../../src/core/replies/reply.ts';
import type { PassageIndex } from '../../src/core/search/passage-index.ts';
import { formatAge } from '../../src/core/text/format-age.ts';
import { type DigestStatusPorts, digestItems, elsewhereItems, troubleItems } from './digest-items.ts';

/** What `/status` reports on. */
export interface StatusPorts extends DigestStatusPorts {
  readonly library: Library;
  readonly retriever: { readonly index: Pick<PassageIndex, 'statistics'> };
  readonly topics: TopicCatalog;
  /** When the documents were last compared with their files. */
  checkedAt(): Date;
  health(): readonly Health[];
}

const MAX_REFUSED = 10; // files named; the operator's command line names all

/** `/status`: what is indexed, how fresh it is, and the state of digests and platforms. */
export const status = declare({
  name: 'status',
  description: 'Show indexed documents, digests and connections',
  visibleTo: 'asker',
  light: true,
  options: {},
  example: {},
});

/** Creates `/status`. Managers also see which files are not indexed, or only in part, and which digests are in trouble. */
export function createStatus(ports: StatusPorts): Command {
  return implement(status, async (context) => {
    const { audience, manager } = context;
    const scope = ports.library.scopeFor(audience);
    const items = [
      ...(await documentItems(ports, context, scope)),
      ...(await digestItems(ports, context)),
      ...(manager ? await elsewhereItems(ports, context) : []),
      ...(manager ? await troubleItems(ports, context) : []),
      ...ports.health().map(healthItem),
      ...(manager ? refusedItems(ports, scope) : []),
    ];
    return composeList(replyContext(ports.library, context, 'status'), { headline: 'Status', items });
  });
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

function refusedItems({ library }: StatusPorts, scope: Scope): Item[] {
  const files = [...library.refused(scope)].sort(
    (a, b) => Number(a.partly ?? false) - Number(b.partly ?? false),
  );
  const named = files
    .slice(0, MAX_REFUSED)
    .map((refusal) => toItem(labelOf(refusal), `${refusal.file} ${refusal.reason}`));
  const more = files.length - named.length;
  const [next] = files.slice(named.length);
  return next ? [...named, toItem(labelOf(next), `${more} more; dossier index lists them`)] : named;
}

function labelOf({ partly }: Refusal): string {
  return partly ? 'note' : 'not indexed';
}
