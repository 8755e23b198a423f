import { LOCAL } from '../../adapters/terminal/local-invocation.ts';
import type { DigestFeeds } from '../../core/bot/digest-feeds.ts';
import type { SourcePages } from '../../core/replies/source-pages.ts';
import type { Config } from '../config.ts';
import { localServer } from '../local-server.ts';
import type { Dossier } from '../open-dossier.ts';
import { isLocalPlatform, PLATFORMS } from '../platforms.ts';
import type { Server } from '../server.ts';
import { answerRoute } from './answer-route.ts';
import { createDocumentFiles } from './document-files.ts';
import { documentRoute, originalRoute } from './document-route.ts';
import { feedRoute } from './feed-route.ts';
import { linkSecret, openFeedLinks } from './link-secret.ts';
import { createPageLinks } from './page-links.ts';
import { topicRoute } from './topic-route.ts';

/** The pages on which documents, answers and topics are read. */
export interface Pages {
  /** Where they are opened; null if nowhere. */
  readonly address: string | null;
  readonly links: SourcePages;
  readonly feeds: DigestFeeds;
  /** Serves them once the documents are there. */
  serve(dossier: Pick<Dossier, 'documents' | 'answers' | 'topics' | 'retriever' | 'store' | 'clock'>): void;
}

type PageSettings = Pick<
  Config,
  'server' | 'publicUrl' | 'dataDir' | 'secret' | 'retentionDays' | 'corpusDir' | 'timeZone'
>;

/** Opens the pages on a server: for everyone who gets a link where it is public, else for the person at this machine. */
export async function openPages(config: PageSettings, server: Server): Promise<Pages> {
  const { publicUrl, retentionDays: days, corpusDir: root, timeZone: zone } = config;
  const own = localServer(config);
  const localUrl = own?.address ?? null;
  const secret = await linkSecret(config);
  const links = createPageLinks({ publicUrl, localUrl, secret, days, now: () => new Date() });
  const hosts = own?.hosts ?? new Set(publicUrl === null ? [] : [new URL(publicUrl).host]);
  const feeds = await openFeedLinks(config);
  const access = { links, hosts, local: own && LOCAL, isLocal: isLocalPlatform };
  return {
    address: publicUrl ?? localUrl,
    links,
    feeds,
    serve({ documents, answers, topics, retriever, store, clock }) {
      const { library, originOf, read } = documents;
      const files = createDocumentFiles({ root, originOf, read });
      const { subscriptions, editions, answers: answerStore } = store;
      const ports = {
        ...{ library, files, answers, topics, retriever, subscriptions, editions, answerStore, zone },
        ...{ localPlatforms: LOCAL_PLATFORMS, now: clock.now },
      };
      for (const make of [documentRoute, originalRoute, answerRoute, topicRoute])
        server.add(make(ports, access));
      server.add(feedRoute(ports, feeds, access));
    },
  };
}

const LOCAL_PLATFORMS = PLATFORMS.filter(({ local }) => local).map(({ name }) => name);
