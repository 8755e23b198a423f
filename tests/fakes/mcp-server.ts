import { createMcpEndpoint, type McpEndpointOptions } from '../../src/app/mcp/mcp-endpoint.ts';
import { TOOL_SPELLING } from '../../src/app/mcp/spelling.ts';
import { startServer } from '../../src/app/server.ts';
import { type AccessToken, hashToken, makeToken } from '../../src/core/bot/access-token.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import type { LibraryContents } from '../../src/core/library/memory-library.ts';
import { createTestDossier, NOW } from './local-chat.ts';

/** An MCP server on this machine, everything in it real but its documents. */
export interface McpServerForTests {
  readonly url: string;
  readonly port: number;
  /** Makes a token for an audience written `platform:workspace/channel`. */
  tokenFor(address: string, given?: Partial<AccessToken>): Promise<string>;
  revoke(name: string): Promise<boolean>;
  readonly reported: Error[];
  close(): Promise<void>;
}

/** Serves documents by MCP. */
export async function serveMcp(
  contents: Partial<LibraryContents>,
  given: Partial<McpEndpointOptions> = {},
): Promise<McpServerForTests> {
  const dossier = await createTestDossier(contents);
  const { accessTokens: tokens } = dossier.store;
  const reported: Error[] = [];
  const { server, port } = await listen();
  const hosts = new Set([`127.0.0.1:${port}`]);
  const endpoint = createMcpEndpoint({
    ...{ tokens, hosts, library: dossier.library, dispatch: dossier.dispatchIn(TOOL_SPELLING) },
    ...{ pages: dossier.pages, now: () => NOW, isLocal: dossier.isLocal, isLocalServer: true },
    report: (error) => void reported.push(error),
    ...given,
  });
  server.add({ path: '/mcp', handle: endpoint.handle });
  return {
    ...{ url: `http://127.0.0.1:${port}/mcp`, port, reported, revoke: tokens.remove },
    async tokenFor(address, more = {}) {
      const [platform = '', workspace = '', channel = ''] = address.split(/[:/]/);
      const token = makeToken();
      const named = { name: token.slice(-8), hash: hashToken(token), made: NOW, expires: null };
      await tokens.add({ ...named, channel: { platform, workspace, channel }, ...more });
      return token;
    },
    async close() {
      await server.close();
      await endpoint.close();
      await dossier.store.upkeep.close();
    },
  };
}

async function listen(): Promise<{ server: Awaited<ReturnType<typeof startServer>>; port: number }> {
  const port = 20_000 + Math.floor(process.hrtime()[1] % 20_000);
  try {
    return { server: await startServer({ host: '127.0.0.1', port }), port };
  } catch {
    return listen(); // taken
  }
}

/** Three collections: for all, for this machine, and for one channel. */
export const COLLECTIONS = [
  { id: 'open' as CollectionId, title: null, readable: 'everywhere' },
  { id: 'desk' as CollectionId, title: null, readable: 'local' },
  { id: 'board' as CollectionId, title: null, readable: ['slack:T1/C1'] },
] as const;
