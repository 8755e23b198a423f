import { createHash, timingSafeEqual } from 'node:crypto';
import { absentPage, isForwarded } from '../../adapters/web/page-response.ts';
import type { LocalServer, Route } from '../../core/bot/platform.ts';
import type { Meter } from './meter.ts';

/** Who may see the metrics. */
export interface MetricsRouteOptions {
  /** The HTTP server as its own machine reaches it; null where others do too. */
  readonly local: LocalServer | null;
  /** What others have to send; null if only this machine may ask. */
  readonly token: string | null;
  now(): Date;
}

const KEPT = 1000; // milliseconds; whoever asks more often gets the same, and slows nothing down

/** `/metrics`, for this machine alone or for whoever has the token; to anybody else it isn't there. */
export function metricsRoute(
  meter: Pick<Meter, 'text' | 'contentType'>,
  options: MetricsRouteOptions,
): Route {
  let kept: { readonly text: Promise<string>; readonly at: number } | undefined;
  const text = () => {
    const at = options.now().valueOf();
    if (!kept || Math.abs(at - kept.at) >= KEPT) kept = { text: meter.text(), at };
    return kept.text;
  };
  return {
    path: '/metrics',
    async handle(request) {
      if (request.method !== 'GET' || !maySee(request, options)) return absentPage();
      const headers = { 'content-type': meter.contentType, 'cache-control': 'no-store' };
      return new Response(await text(), { headers });
    },
  };
}

function maySee(request: Request, { local, token }: MetricsRouteOptions): boolean {
  if (token !== null) return isEqual(request.headers.get('authorization') ?? '', `Bearer ${token}`);
  return local?.hosts.has(new URL(request.url).host) === true && !isForwarded(request);
}

/** Compares in constant time. */
function isEqual(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
