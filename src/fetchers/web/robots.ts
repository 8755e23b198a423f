import robots from 'robots-parser';

/** The name by which `robots.txt` addresses Dossier. */
const ROBOT = 'Dossier';

/** What a site asks of programs. */
export interface SiteRules {
  allows(url: URL): boolean;
  /** Milliseconds between two requests. */
  readonly delay: number;
}

// Its types describe a module of the newer kind, which it is not.
const parseRobots = robots as unknown as typeof robots.default;

const NO_RULES: SiteRules = { allows: () => true, delay: 0 };
const NOTHING_ALLOWED: SiteRules = { allows: () => false, delay: 0 };
const LONGEST_DELAY = 30_000; // milliseconds

/** Reads the rules of a site out of the answer for its `robots.txt`: without one all is allowed, in an outage nothing (RFC 9309). */
export function readSiteRules(
  address: URL,
  { status, bytes }: { status: number; bytes: Uint8Array },
): SiteRules {
  if (status >= 500) return NOTHING_ALLOWED;
  if (status !== 200) return NO_RULES;
  const rules = parseRobots(address.href, new TextDecoder().decode(bytes));
  return {
    allows: (url) => rules.isAllowed(url.href, ROBOT) !== false,
    delay: Math.min(LONGEST_DELAY, (rules.getCrawlDelay(ROBOT) ?? 0) * 1000),
  };
}
