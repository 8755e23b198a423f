import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/**
 * Makes a request as discord.js does by itself. A broken connection is given the one name after which discord.js
 * tries again; undici has other names for it.
 */
export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init);
  } catch (cause) {
    throw isBroken(cause) ? new Error('The connection was reset (ECONNRESET).', { cause }) : cause;
  }
};

const BROKEN: ReadonlySet<unknown> = new Set(['UND_ERR_SOCKET', 'EPIPE', 'ETIMEDOUT']);

function isBroken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && BROKEN.has(cause.code);
}
