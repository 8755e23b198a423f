import { isIP } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { FetchFailure } from '../../core/collecting/fetcher.ts';
import { isPublic } from './address-rules.ts';
import { type AllowedHost, isAllowed } from './allowed-hosts.ts';

/** Looks up the IP addresses of a host. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What a dispatcher is guarded with. */
export interface GuardOptions {
  readonly resolve: Resolve;
  readonly allowed: readonly AllowedHost[];
}

const TIMEOUT = 10_000; // milliseconds to connect
const IDLE = 2000; // milliseconds that a connection stays open for the next request

/**
 * Creates a dispatcher that connects to public addresses only. A host is looked up once for each connection; all its addresses
 * must be public, and it is one of those that is connected to. The other end is checked again.
 */
export function createGuardedDispatcher({ resolve, allowed }: GuardOptions): Dispatcher {
  const connect = buildConnector({ timeout: TIMEOUT });
  return new Agent({
    connections: 1,
    pipelining: 1,
    keepAliveTimeout: IDLE,
    keepAliveMaxTimeout: IDLE,
    connect(options, callback) {
      const url = new URL(`${options.protocol}//${options.host ?? options.hostname}`);
      const permitted = isAllowed(url, allowed);
      addressOf(url.hostname, { resolve, permitted })
        .then((address) => {
          const servername = isIP(bare(url.hostname)) === 0 ? url.hostname : '';
          connect(
            { ...options, hostname: address, ...(servername !== '' && { servername }) },
            (error, socket) => {
              if (error) return callback(error, null);
              if (permitted || isPublic(socket.remoteAddress ?? '')) return callback(null, socket);
              socket.destroy();
              callback(inner(), null);
            },
          );
        })
        .catch((error) => callback(error, null));
    },
  });
}

/** The address to connect to, after all that a host has were checked. */
async function addressOf(
  hostname: string,
  { resolve, permitted }: { resolve: Resolve; permitted: boolean },
): Promise<string> {
  const literal = bare(hostname);
  const found = isIP(literal) === 0 ? await resolve(hostname).catch(() => []) : [literal];
  const [address] = found;
  if (address === undefined) throw new FetchFailure('has a host that is not known', 'unreachable');
  if (!permitted && !found.every(isPublic)) throw inner();
  return address;
}

/** An IPv6 address without the brackets that URLs put around it. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function inner(): FetchFailure {
  return new FetchFailure('is not on the public internet; DOSSIER_FETCH_ALLOW may permit it', 'refused');
}
