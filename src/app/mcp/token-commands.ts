import { type AccessToken, hashToken, isValid, makeToken } from '../../core/bot/access-token.ts';
import { formatAddress } from '../../core/schedule/channel-address.ts';
import { echo } from '../../core/text/echo.ts';
import { formatInstant } from '../../core/text/format-date.ts';
import { UserError } from '../../core/text/user-error.ts';
import type { Store } from '../../stores/sql/store.ts';
import { channelForms, parseChannel } from '../cli/channel.ts';
import { loadConfig } from '../config.ts';
import { openStore } from '../open-store.ts';

const { stdout } = process;
const DAY = 86_400_000; // milliseconds

/** What a new token is made from, as typed. */
export interface NewToken {
  readonly audience?: string;
  readonly name?: string;
  readonly days?: string;
}

/** Makes a token for one audience and prints it, this once. */
export async function addToken({ audience, name, days }: NewToken): Promise<void> {
  if (audience === undefined)
    throw invalid(`Say for whom: --audience ${channelForms()}. See dossier mcp token add --help.`);
  const channel = parseChannel(audience);
  const made = new Date();
  const token = makeToken();
  const entry = { channel, made, hash: hashToken(token), expires: expiry(days, made) };
  const known = name ?? `${channel.platform}-${entry.hash.slice(0, 6)}`;
  if (!/^[\w.-]{1,64}$/.test(known)) throw invalid('A name has up to 64 letters, digits, dots and hyphens.');
  const isAdded = await withStore(({ accessTokens }) => accessTokens.add({ ...entry, name: known }));
  if (!isAdded)
    throw invalid(`There is a token "${known}" already. Choose another name, or remove that one.`);
  stdout.write(`${token}\n`);
  process.stderr.write(
    `That is the token "${known}" for ${formatAddress(channel)}. It is stored as a hash and not shown again.\n`,
  );
}

/** Prints the tokens, without themselves. */
export async function listTokens(): Promise<void> {
  const tokens = await withStore(({ accessTokens }) => accessTokens.list());
  const lines = tokens.map((token) => describe(token, new Date()));
  stdout.write(`${lines.length > 0 ? lines.join('\n') : 'There are no tokens.'}\n`);
}

/** Revokes a token: from now on, it opens nothing. */
export async function removeToken(name: string): Promise<void> {
  const isRemoved = await withStore(({ accessTokens }) => accessTokens.remove(name));
  if (!isRemoved) throw invalid(`There is no token "${echo(name)}". See dossier mcp token list.`);
  stdout.write(`Removed the token "${name}". It opens nothing from now on.\n`);
}

function describe(token: AccessToken, now: Date): string {
  const { name, channel, made, expires } = token;
  const end =
    expires === null ? 'no end' : `${isValid(token, now) ? 'until' : 'expired'} ${formatInstant(expires)}`;
  return `${name}  ${formatAddress(channel)}  made ${formatInstant(made)}  ${end}`;
}

function expiry(days: string | undefined, made: Date): Date | null {
  if (days === undefined) return null;
  if (!/^[1-9]\d{0,4}$/.test(days)) throw invalid('--days is a whole number of days, 1 or more.');
  return new Date(made.valueOf() + Number(days) * DAY);
}

async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(loadConfig());
  try {
    return await use(store);
  } finally {
    await store.upkeep.close();
  }
}

function invalid(message: string): UserError {
  return new UserError(message, { code: 'invalid-option' });
}
