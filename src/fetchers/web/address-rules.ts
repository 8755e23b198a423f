import ipaddr from 'ipaddr.js';
import { FetchFailure } from '../../core/collecting/fetcher.ts';
import { type AllowedHost, isAllowed } from './allowed-hosts.ts';

const PORTS: ReadonlySet<string> = new Set(['', '80', '443']);
const MOST = 2048; // characters

/** Parses an address that may be asked: http or https, on the usual ports, without a password. Throws a FetchFailure. */
export function parseAddress(text: string, allowed: readonly AllowedHost[]): URL {
  const refuse = (why: string) => new FetchFailure(why, 'refused');
  if (text.length > MOST) throw refuse('has an address that is too long');
  if (!URL.canParse(text)) throw refuse('has an address that is none');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol))
    throw refuse(`has an address that begins with ${url.protocol}, not http: or https:`);
  if (url.username !== '' || url.password !== '')
    throw refuse('has an address with a user name or password in it');
  if (!PORTS.has(url.port) && !isAllowed(url, allowed))
    throw refuse(`is on port ${url.port}, which is not asked; DOSSIER_FETCH_ALLOW may permit it`);
  url.hash = '';
  return url;
}

/**
 * Whether an IP address is on the public internet. Whatever stands for another address is not: mapped, translated or tunnelled
 * ones; of IPv6, only 2000::/3 is given out (iana.org/assignments/ipv6-unicast-address-assignments).
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (((parsed as ipaddr.IPv6).parts[0] ?? 0) & 0xe000) === 0x2000;
}
