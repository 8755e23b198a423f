import { absentPage, isForwarded, misdirected } from '../../adapters/web/page-response.ts';
import type { Route } from '../../core/bot/platform.ts';
import type { Audience } from '../../core/library/audience.ts';
import type { PageLinks, PageTarget, Reader } from './page-links.ts';

/** Who may open pages. */
export interface PageAccess {
  readonly links: PageLinks;
  /** The hosts by which the server is called, with their ports. */
  readonly hosts: ReadonlySet<string>;
  /** Who opens pages without a signed link: the person at this machine; null where others reach the server. */
  readonly local: Audience | null;
  /** Whether a platform runs on this machine. */
  isLocal(platform: string): boolean;
}

/** A page that somebody asks for who may ask. */
export interface Visit {
  readonly target: PageTarget;
  readonly parameters: URLSearchParams;
  readonly reader: Reader;
  readonly audience: Audience;
}

/**
 * The pages of one kind. Whatever may not be opened looks like what doesn't exist: `open` returns null for what the
 * audience may not read, and a link that was forged, changed or is too old never gets that far.
 */
export function pageRoute(
  kind: PageTarget['kind'],
  access: PageAccess,
  open: (visit: Visit) => Promise<Response | null>,
): Route {
  const path = `/${kind}/`;
  return {
    path: `${path}*`,
    async handle(request) {
      const { pathname, host, searchParams: parameters } = new URL(request.url);
      if (!access.hosts.has(host) || isForeign(request, access)) return misdirected();
      if (request.method !== 'GET' && request.method !== 'HEAD') return absentPage();
      const name = decodePath(pathname.slice(path.length));
      const target = { kind, name, answer: parameters.get('in') ?? undefined };
      const reader = readerOf(request, access, { target, parameters });
      if (!reader) return absentPage();
      const audience = { ...reader.audience, local: access.isLocal(reader.audience.platform) };
      return (await open({ target, parameters, reader, audience })) ?? absentPage();
    },
  };
}

/** Whether a page elsewhere asks. A browser that follows a link tells no origin. */
export function isForeign({ headers }: Request, { hosts }: Pick<PageAccess, 'hosts'>): boolean {
  const origin = headers.get('origin');
  return origin !== null && !(URL.canParse(origin) && hosts.has(new URL(origin).host));
}

function readerOf(
  request: Request,
  { links, local }: PageAccess,
  { target, parameters }: Pick<Visit, 'target' | 'parameters'>,
): Reader | null {
  const linked = links.readerOf(target, parameters);
  if (linked || !local || isForwarded(request)) return linked;
  return { audience: local, until: null };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
