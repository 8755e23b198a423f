import { createMcpHandler } from '@modelcontextprotocol/server';
import { isForwarded } from '../../adapters/web/page-response.ts';
import { type AccessToken, type AccessTokenStore, hashToken, isValid } from '../../core/bot/access-token.ts';
import { createRateLimits } from '../../core/bot/rate-limits.ts';
import type { Audience } from '../../core/library/audience.ts';
import { createMcpServer } from './mcp-server.ts';
import type { Reader, ToolPorts } from './reader.ts';

/** What the endpoint is made from. */
export interface McpEndpointOptions extends Omit<ToolPorts, 'limits'> {
  readonly tokens: Pick<AccessTokenStore, 'find'>;
  /** The hosts by which the server is called, with their ports. */
  readonly hosts: ReadonlySet<string>;
  /** Whether only this machine reaches the server. */
  readonly isLocalServer: boolean;
  /** Whether a platform runs on this machine. */
  isLocal(platform: string): boolean;
}

/** Answers the protocol over HTTP. */
export interface McpEndpoint {
  handle(request: Request): Promise<Response>;
  close(): Promise<void>;
}

// One assistant asks for many people, several times for each question: a token may do what a workspace may in chat.
const ASKING = { person: 120, channel: 120, workspace: 240 };
const READING = { person: 600, channel: 600, workspace: 1200 };
const MAX_BODY = 256_000; // bytes; a quotation has up to 20,000 characters
const MAX_STREAMS = 10; // nothing is ever sent on them

/** Creates `POST /mcp`: a token for one audience first, then the tools for that audience. Nothing is kept between requests. */
export function createMcpEndpoint({
  tokens,
  hosts,
  isLocalServer,
  isLocal,
  ...ports
}: McpEndpointOptions): McpEndpoint {
  const limits = { asking: createRateLimits(ASKING), reading: createRateLimits(READING) };
  const readerFor = (audience: Audience): Reader => ({
    ...{ ...ports, audience },
    limits: audience.local ? null : limits, // the person at this machine waits for nobody, as in chat
  });
  const handler = createMcpHandler(
    ({ authInfo }) => createMcpServer(readerFor(authInfo?.extra?.audience as Audience)),
    {
      ...{ maxRequestBodySize: MAX_BODY, maxSubscriptions: MAX_STREAMS },
      onerror: () => {}, // of the program that asked, which is answered
    },
  );
  const audienceOf = async (request: Request): Promise<Audience | null> => {
    const given = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    const token = given === undefined ? null : await tokens.find(hashToken(given));
    if (!token || !isValid(token, ports.now())) return null;
    const local = isLocal(token.channel.platform);
    return local && (!isLocalServer || isForwarded(request)) ? null : audienceFor(token, local);
  };
  return {
    async handle(request) {
      if (!hosts.has(new URL(request.url).host))
        return refuse(421, 'This server does not answer for that host.');
      const from = request.headers.get('origin');
      if (from !== null && !isOwn(from, hosts)) return refuse(403, 'Pages of other sites may not ask here.');
      if (request.method !== 'POST') return refuse(405, 'Send MCP messages by POST.', { allow: 'POST' });
      const audience = await audienceOf(request);
      if (!audience) return refuse(401, UNAUTHORIZED, { 'www-authenticate': 'Bearer realm="dossier"' });
      return handler.fetch(request, {
        authInfo: { token: '', clientId: audience.user, scopes: [], extra: { audience } },
      });
    },
    close: () => handler.close(),
  };
}

const UNAUTHORIZED =
  'Send a valid token as "Authorization: Bearer …". Your administrator makes one with "dossier mcp token add".';

function audienceFor({ name, channel }: AccessToken, local: boolean): Audience {
  return { ...channel, user: `token:${name}`, private: true, local };
}

/** Whether an origin is one of this server's own. */
function isOwn(origin: string, hosts: ReadonlySet<string>): boolean {
  return URL.canParse(origin) && hosts.has(new URL(origin).host);
}

function refuse(status: number, message: string, headers: Record<string, string> = {}): Response {
  const body = { jsonrpc: '2.0', error: { code: -32_000, message }, id: null };
  return Response.json(body, { status, headers: { ...headers, 'cache-control': 'no-store' } });
}
