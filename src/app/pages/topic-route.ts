import type { Route } from '../../core/bot/platform.ts';
import { topicNamed } from '../../core/library/topics/find-topic.ts';
import type { TopicCatalog } from '../../core/library/topics/topic-catalog.ts';
import { sendPage } from './layout.ts';
import { atQuotation } from './page-links.ts';
import { type PageAccess, pageRoute } from './page-route.ts';
import { type DigestPagePorts, digestsOn } from './topic-digests.ts';
import { createOverviews, type OverviewPorts } from './topic-overview.ts';
import { topicPage } from './topic-page.ts';

/** What the pages of topics are made from. */
export interface TopicPagePorts extends OverviewPorts, DigestPagePorts {
  readonly topics: Pick<TopicCatalog, 'list'>;
}

/** `/topics/<name>`: what an audience may read on a topic. */
export function topicRoute(ports: TopicPagePorts, access: PageAccess): Route {
  const overviewOf = createOverviews(ports);
  return pageRoute('topics', access, async (visit) => {
    const { reader, audience, target } = visit;
    const topic = topicNamed(target.name, await ports.topics.list(audience));
    if (!topic) return null;
    const { addressFor } = access.links;
    return sendPage(
      topicPage({
        topic,
        overview: await overviewOf(topic, audience),
        digests: await digestsOn(ports, topic.name, visit),
        documentPage: ({ id }) => addressFor({ kind: 'documents', name: id }, reader),
        quotationPage: (point) =>
          addressFor({ kind: 'documents', name: point.document }, reader, atQuotation(point)),
        answerPage: (id) => addressFor({ kind: 'answers', name: id }, reader),
      }),
    );
  });
}
