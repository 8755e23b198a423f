/** A host that an operator permits, although it is an inner one. */
export interface AllowedHost {
  /** As URLs spell it. */
  readonly host: string;
  /** Null for the usual ports. */
  readonly port: number | null;
}

/** Parses `host` or `host:port`; null if it is neither. */
export function parseAllowedHost(text: string): AllowedHost | null {
  const address = `http://${text.trim()}`;
  if (!/^[^/?#@\s]+$/.test(text.trim()) || !URL.canParse(address)) return null;
  const { hostname, port } = new URL(address);
  const usual = /:80$/.test(text.trim()) ? 80 : null; // URLs leave it out
  return { host: hostname, port: port === '' ? usual : Number(port) };
}

/** Whether an operator permits an address. */
export function isAllowed({ hostname, port, protocol }: URL, allowed: readonly AllowedHost[]): boolean {
  const asked = port === '' ? usualPort(protocol) : Number(port);
  return allowed.some((each) => each.host === hostname && (each.port ?? usualPort(protocol)) === asked);
}

/** The port of a scheme. */
function usualPort(protocol: string): 80 | 443 {
  return protocol === 'https:' ? 443 : 80;
}
