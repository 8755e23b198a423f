import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterEach } from 'vitest';
import { environmentFor, PROGRAM, type Settings } from './program.ts';

const open: Client[] = [];

afterEach(async () => {
  for (const client of open.splice(0)) await client.close().catch(() => {});
});

/** What a tool returned. */
// biome-ignore lint/suspicious/noExplicitAny: its shape is the tool's own, which the client has checked
export type Structured = any;

/** The official client, connected. */
export interface McpClient {
  readonly client: Client;
  /** Calls a tool that succeeds. */
  call(name: string, given: Record<string, unknown>): Promise<Structured>;
  /** Calls a tool; its text, and whether it failed. */
  say(name: string, given: Record<string, unknown>): Promise<{ text: string; failed: boolean }>;
}

/** Connects over HTTP. */
export function connectOverHttp(
  url: string,
  token: string,
  headers: Record<string, string> = {},
): Promise<McpClient> {
  const requestInit = { headers: { authorization: `Bearer ${token}`, ...headers } };
  return connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
}

/** Starts the built program and connects over its standard input and output. */
export function connectOverStdio(settings: Settings, args: readonly string[] = []): Promise<McpClient> {
  return connect(
    new StdioClientTransport({
      ...{ command: process.execPath, args: [PROGRAM, 'mcp', ...args], env: environmentFor(settings) },
      stderr: 'ignore',
    }),
  );
}

async function connect(transport: Parameters<Client['connect']>[0]): Promise<McpClient> {
  const client = new Client({ name: 'tests', version: '1.0.0' });
  open.push(client);
  await client.connect(transport);
  await client.listTools(); // so that the client checks results against the tools' schemas
  const say: McpClient['say'] = async (name, given) => {
    const { content, isError } = await client.callTool({ name, arguments: given });
    const [first] = content;
    return { text: first?.type === 'text' ? first.text : '', failed: isError === true };
  };
  return {
    client,
    say,
    async call(name, given) {
      const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
      if (isError) throw new Error(`${name} failed: ${JSON.stringify(content)}`);
      return structuredContent;
    },
  };
}
