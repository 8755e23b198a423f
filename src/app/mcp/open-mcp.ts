import type { Route } from '../../core/bot/platform.ts';
import type { SourcePages } from '../../core/replies/source-pages.ts';
import { createInFlight } from '../../core/text/in-flight.ts';
import type { Config } from '../config.ts';
import { localServer } from '../local-server.ts';
import type { Dossier } from '../open-dossier.ts';
import { report } from '../operator.ts';
import { isLocalPlatform } from '../platforms.ts';
import type { McpEndpoint } from './mcp-endpoint.ts';
import { TOOL_SPELLING } from './spelling.ts';

/** `/mcp` on the HTTP server. */
export interface Mcp {
  readonly route: Route;
  /** Lets requests under way end. */
  stop(): Promise<void>;
}

type McpSettings = Pick<Config, 'server' | 'publicUrl'>;

const GRACE = 3000; // milliseconds

/** Opens `/mcp`. The protocol is loaded when somebody first asks, so that starting costs nothing. */
export function openMcp(dossier: Dossier, config: McpSettings, pages: SourcePages): Mcp {
  const answering = createInFlight();
  let endpoint: Promise<McpEndpoint> | undefined;
  return {
    route: {
      path: '/mcp',
      handle(request) {
        endpoint ??= loadEndpoint(dossier, config, pages);
        const response = endpoint.then(({ handle }) => handle(request));
        answering.add(response.catch(() => undefined)); // the server reports it
        return response;
      },
    },
    async stop() {
      await answering.settle(GRACE);
      await (await endpoint)?.close();
    },
  };
}

async function loadEndpoint(dossier: Dossier, config: McpSettings, pages: SourcePages): Promise<McpEndpoint> {
  const { createMcpEndpoint } = await import('./mcp-endpoint.ts');
  const { store, documents, clock, dispatchIn } = dossier;
  const own = localServer(config);
  return createMcpEndpoint({
    ...{ tokens: store.accessTokens, library: documents.library, dispatch: dispatchIn(TOOL_SPELLING) },
    ...{ pages, report, now: clock.now, isLocal: isLocalPlatform, isLocalServer: own !== null },
    hosts: own?.hosts ?? new Set(config.publicUrl === null ? [] : [new URL(config.publicUrl).host]),
  });
}
