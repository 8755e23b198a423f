import type { LocalServer } from '../core/bot/platform.ts';
import type { Config } from './config.ts';

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/;

/** The HTTP server as its own machine reaches it; null if others reach it too, or nothing listens. */
export function localServer({ server, publicUrl }: Pick<Config, 'server' | 'publicUrl'>): LocalServer | null {
  if (server === null || publicUrl !== null || !LOOPBACK.test(server.host)) return null;
  const urlOf = (name: string) => new URL(`http://${name.includes(':') ? `[${name}]` : name}:${server.port}`);
  const names = ['127.0.0.1', 'localhost', '::1', server.host];
  return { address: urlOf(server.host).origin, hosts: new Set(names.map((name) => urlOf(name).host)) };
}
