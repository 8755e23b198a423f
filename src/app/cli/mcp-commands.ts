import type { Command as Program } from 'commander';
import { LOCAL } from '../../adapters/terminal/local-invocation.ts';
import type { Audience } from '../../core/library/audience.ts';
import { loadConfig } from '../config.ts';
import type { NewToken } from '../mcp/token-commands.ts';
import { isLocalPlatform } from '../platforms.ts';
import { channelForms, parseChannel } from './channel.ts';

/** Adds `mcp`, which serves assistants on standard input and output, and `mcp token` for those that ask over HTTP. */
export function addMcpCommands(program: Program): void {
  program.enablePositionalOptions(); // or `mcp` would take the options of `mcp token add`
  const mcp = program
    .command('mcp')
    .enablePositionalOptions()
    .description('give an assistant exact quotations by MCP on standard input and output (docs/mcp.md)')
    .option('--audience <channel>', `for whom: ${channelForms()}`, 'terminal')
    .action(async ({ audience }: { audience: string }) => {
      const { serveOnStandardIo } = await import('../mcp/serve-stdio.ts');
      await serveOnStandardIo(loadConfig(), audienceOf(audience));
    });
  const token = mcp.command('token').description('make, list and remove the tokens for /mcp over HTTP');
  token
    .command('add')
    .description('make a token for one audience and print it once')
    .option('--audience <channel>', `for whom: ${channelForms()}`)
    .option('--name <name>', 'how it is listed')
    .option('--days <days>', 'how long it is valid')
    .action(async (given: NewToken) => (await import('../mcp/token-commands.ts')).addToken(given));
  token
    .command('list')
    .description('list the tokens')
    .action(async () => (await import('../mcp/token-commands.ts')).listTokens());
  token
    .command('remove')
    .description('revoke a token')
    .argument('<name>', 'its name, as listed')
    .action(async (name: string) => (await import('../mcp/token-commands.ts')).removeToken(name));
}

function audienceOf(text: string): Audience {
  const channel = parseChannel(text);
  const local = isLocalPlatform(channel.platform);
  return local ? { ...LOCAL, ...channel } : { ...channel, user: '', private: true, local };
}
