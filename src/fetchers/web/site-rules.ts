import type { Answered } from './request.ts';
import { readSiteRules, type SiteRules } from './robots.ts';

/** The rules of sites, each asked for once a day. */
export interface Robots {
  rulesFor(url: URL): Promise<SiteRules>;
}

const DAY = 86_400_000; // milliseconds
const SOON = 600_000; // milliseconds until a site that was out of service is asked for its rules again
const MOST = 1000; // sites remembered
const MOST_REDIRECTS = 5;

/** Creates a memory of sites' rules. `ask` asks one address once. */
export function createRobots({ ask, now }: { ask(url: URL): Promise<Answered>; now(): Date }): Robots {
  const known = new Map<string, { readonly until: number; readonly rules: Promise<SiteRules> }>();
  return {
    rulesFor({ origin }) {
      const at = now().valueOf();
      const before = known.get(origin);
      if (before && before.until > at) return before.rules;
      const robots = new URL('/robots.txt', origin);
      const answer = askOn(robots, ask);
      const rules = answer.then((answered) => readSiteRules(robots, answered));
      known.delete(origin);
      known.set(origin, { until: at + DAY, rules });
      answer.then(
        ({ status }) => status >= 500 && known.set(origin, { until: at + SOON, rules }),
        () => known.delete(origin),
      );
      for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
      return rules;
    },
  };
}

/** The rules of a site may stand on another one. */
async function askOn(
  url: URL,
  ask: (url: URL) => Promise<Answered>,
): Promise<Pick<Answered, 'status' | 'bytes'>> {
  let at = url;
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const answered = await ask(at);
    if (answered.location === null) return answered;
    at = answered.location;
  }
  return { status: 404, bytes: new Uint8Array() };
}
