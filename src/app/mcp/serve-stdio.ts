import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { LOCAL } from '../../adapters/terminal/local-invocation.ts';
import type { ChatAdapter } from '../../core/bot/chat-adapter.ts';
import type { Audience } from '../../core/library/audience.ts';
import { NO_PAGES } from '../../core/replies/source-pages.ts';
import type { Config } from '../config.ts';
import type { Dossier } from '../open-dossier.ts';
import { openLog, report } from '../operator.ts';
import { serve } from '../serve.ts';
import { createMcpServer } from './mcp-server.ts';
import type { Reader } from './reader.ts';
import { TOOL_SPELLING } from './spelling.ts';

const { stdin, stdout } = process;
const MAX_MESSAGE = 1_000_000; // bytes

/** Serves MCP on standard input and output until the input ends, for the person at this machine or for one channel. */
export async function serveOnStandardIo(config: Config, audience: Audience = LOCAL): Promise<void> {
  let reader: Reader | undefined;
  await openLog(config.log, { json: false });
  await serve(config, {
    adaptersFor: async () => [adapterFor(() => reader)],
    isLocal: () => true,
    spelling: TOOL_SPELLING,
    greet: async (dossier) => {
      reader = readerOf(dossier, audience);
    },
  });
}

function readerOf({ documents, dispatch, clock }: Dossier, audience: Audience): Reader {
  const { library } = documents;
  return { library, dispatch, pages: NO_PAGES, limits: null, now: clock.now, report, audience };
}

/** Looks to what runs platforms like one, so that documents are watched and old data deleted meanwhile. */
function adapterFor(readerOrNone: () => Reader | undefined): ChatAdapter {
  const transport = new StdioServerTransport(stdin, stdout, { maxBufferSize: MAX_MESSAGE });
  const ended = new Promise<void>((resolve) => {
    stdin.once('end', resolve).once('close', resolve);
    stdout.once('error', resolve);
  });
  return {
    platform: 'mcp',
    async start() {
      const reader = readerOrNone();
      if (!reader) return;
      const handle = serveStdio(() => createMcpServer(reader), { transport, onerror: report });
      await ended;
      await handle.close();
    },
    stop: async () => {
      await transport.close();
      stdin.destroy();
    },
    health: () => ({ platform: 'mcp', connected: true, detail: 'standard input and output' }),
  };
}
