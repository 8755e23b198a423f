import { absentPage, htmlResponse, isForwarded, misdirected } from '../../adapters/web/page-response.ts';
import type { Route } from '../../core/bot/platform.ts';
import type { Audience } from '../../core/library/audience.ts';
import type { DocumentId } from '../../core/library/document.ts';
import type { IndexedDocument } from '../../core/library/indexed-document.ts';
import type { Library } from '../../core/library/library.ts';
import { documentPage } from './document-page.ts';
import { findQuotation } from './find-quotation.ts';
import { type PageLinks, quotationOf } from './page-links.ts';

/** What the pages of documents are made from. */
export interface DocumentRouteOptions {
  readonly library: Pick<Library, 'scopeFor' | 'load'>;
  readonly links: PageLinks;
  /** The hosts by which the server is called, with their ports. */
  readonly hosts: ReadonlySet<string>;
  /** Who opens pages without a signed link: the person at this machine; null where others reach the server. */
  readonly local: Audience | null;
  /** Whether a platform runs on this machine. */
  isLocal(platform: string): boolean;
}

const PATH = '/documents/';

/** `/documents/<id>`: a document as it is stored. What may not be read looks like what doesn't exist. */
export function documentRoute(options: DocumentRouteOptions): Route {
  return {
    path: `${PATH}*`,
    async handle(request) {
      const { pathname, host, searchParams } = new URL(request.url);
      if (!options.hosts.has(host)) return misdirected();
      if (request.method !== 'GET' && request.method !== 'HEAD') return absentPage();
      const id = decodePath(pathname.slice(PATH.length));
      const indexed = await findDocument(id, searchParams, { ...options, isForwarded: isForwarded(request) });
      if (!indexed) return absentPage();
      const quoted = quotationOf(searchParams);
      return htmlResponse(documentPage(indexed.document, quoted && findQuotation(indexed, quoted)));
    },
  };
}

async function findDocument(
  id: string,
  parameters: URLSearchParams,
  { library, links, local, isLocal, isForwarded }: DocumentRouteOptions & { isForwarded: boolean },
): Promise<IndexedDocument | null> {
  const channel = links.channelOf(id, parameters);
  const linked = channel && { ...channel, user: '', private: false, local: isLocal(channel.platform) };
  const audience = linked ?? (isForwarded ? null : local);
  if (!audience) return null;
  const { collections } = library.scopeFor(audience);
  const found = (await library.load([id as DocumentId])).get(id as DocumentId);
  return found && collections.includes(found.document.collection) ? found : null;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
