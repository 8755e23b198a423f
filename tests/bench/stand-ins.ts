import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import { startDiscord } from '../fakes/discord/discord.ts';
import { startSlack } from '../fakes/slack/slack.ts';

/** A platform that takes posts at once and counts them; all else is answered by the strict test server behind it. */
export interface StandIn {
  readonly settings: Readonly<Record<string, string>>;
  channel(nth: number): ChannelAddress;
  /** Somebody asks for a brief. */
  ask(): { readonly acknowledged: Promise<unknown>; finished(within?: number): Promise<unknown> };
  close(): Promise<void>;
}

/** What is told of each post that is taken, and of each look at channels before. */
export interface Witness {
  posted(key: string): void;
  looked(): void;
}

const GUILD_HOLDS = 250; // channels
const GUILDS = 700_000_000_000_000_000n;
const CHANNELS = 800_000_000_000_000_000n;
const PATIENT = { acknowledgeWithin: 60_000 }; // milliseconds; how long it takes is measured

/** Stands in for Discord. */
export async function standInForDiscord({ posted, looked }: Witness): Promise<StandIn> {
  const discord = await startDiscord(PATIENT);
  let messages = 900_000_000_000_000_000n;
  const guild = (nth: number) => String(GUILDS + BigInt(Math.floor(nth / GUILD_HOLDS)));
  const described = (nth: number) => ({ id: String(CHANNELS + BigInt(nth)), guild_id: guild(nth), type: 0 });
  const front = await startFront(new URL(discord.api).origin, (path, body) => {
    const [, channel, isPost] = /\/channels\/(8\d{17})(\/messages)?$/.exec(path) ?? [];
    const [, listed] = /\/guilds\/(7\d{17})\/channels$/.exec(path) ?? [];
    if (channel !== undefined && isPost) {
      posted(String(JSON.parse(body).nonce));
      return { id: String(messages++) };
    }
    if (channel === undefined && listed === undefined) return null;
    looked();
    if (channel !== undefined) return described(Number(BigInt(channel) - CHANNELS));
    const from = Number(BigInt(listed ?? 0) - GUILDS) * GUILD_HOLDS;
    return Array.from({ length: GUILD_HOLDS }, (_, nth) => described(from + nth));
  });
  return {
    settings: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: `${front.origin}/api` },
    channel: (nth) => ({ platform: 'discord', workspace: guild(nth), channel: described(nth).id }),
    ask: () => discord.slash({ command: 'brief', options: { topic: 'nato-asia' } }),
    close: async () => {
      front.close();
      await discord.close();
    },
  };
}

/** Stands in for Slack. */
export async function standInForSlack({ posted }: Witness): Promise<StandIn> {
  const slack = await startSlack(PATIENT);
  let messages = 0;
  const front = await startFront(new URL(slack.api).origin, (path, body) => {
    const metadata = path.endsWith('/chat.postMessage') ? new URLSearchParams(body).get('metadata') : null;
    if (metadata === null) return null;
    posted(String(JSON.parse(metadata).event_payload.key));
    return { ok: true, channel: 'C1', ts: `${1_790_000_000 + messages++}.000100`, message: {} };
  });
  const { botToken, appToken, ids } = slack;
  return {
    settings: {
      ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: `${front.origin}/api/` },
    },
    channel: (nth) => ({
      platform: 'slack',
      workspace: ids.team,
      channel: `C9${String(nth).padStart(8, '0')}`,
    }),
    ask: () => slack.slash({ command: '/brief', text: 'nato-asia' }),
    close: async () => {
      front.close();
      await slack.close();
    },
  };
}

type Answer = (path: string, body: string) => object | null;

/** Answers some requests itself, and hands on the others to whoever stands behind. */
async function startFront(behind: string, answer: Answer) {
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const own = answer(new URL(request.url ?? '/', behind).pathname, body.toString());
    if (own !== null) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(own));
      return;
    }
    const { status, headers, text } = await handOn(behind, request, body);
    response.writeHead(status, headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}

async function handOn(
  behind: string,
  { url, method = 'GET', headers: given }: IncomingMessage,
  body: Buffer,
) {
  const kept = ['authorization', 'content-type'].flatMap((name) => {
    const value = given[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const whole = body.length > 0 ? { body: new Uint8Array(body) } : {};
  const answer = await fetch(`${behind}${url}`, { method, headers: Object.fromEntries(kept), ...whole });
  const headers = Object.fromEntries(
    [...answer.headers].filter(
      ([name]) => name === 'content-type' || name.startsWith('x-') || name === 'retry-after',
    ),
  );
  return { status: answer.status, headers, text: await answer.text() };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
