import { DECLARATIONS } from '../../../commands/index.ts';
import type { Poster } from '../../core/delivery/poster.ts';
import type { Config } from '../config.ts';
import { localServer } from '../local-server.ts';
import type { Dossier } from '../open-dossier.ts';
import type { Server } from '../server.ts';
import type { Meter } from './meter.ts';

/** The server on which everything is measured that is added to it, and `/metrics` itself. */
export interface Metered {
  readonly server: Server;
  readonly meter: Meter;
  /** Begins to watch a Dossier. */
  watch(dossier: Dossier): void;
}

type MetricsSettings = Pick<Config, 'server' | 'publicUrl' | 'metricsToken'>;

/**
 * Opens the metrics: for this machine where nobody else reaches the server, elsewhere only for whoever has the token. Null without a
 * server, or if nobody may see them: then nothing is measured either.
 */
export async function openMetrics(config: MetricsSettings, server: Server | null): Promise<Metered | null> {
  const local = localServer(config);
  const token = config.metricsToken;
  if (server === null || (local === null && token === null)) return null;
  const { createMeter } = await import('./meter.ts'); // prom-client, loaded where it is used
  const { metricsRoute } = await import('./metrics-route.ts');
  const meter = createMeter(new Set(DECLARATIONS.map(({ name }) => name)), () => performance.now());
  server.add(metricsRoute(meter, { local, token, now: () => new Date() }));
  return {
    meter,
    server: { ...server, add: (route) => server.add(meter.route(route)) },
    watch: ({
      documents: { library },
      store: { editions, sources },
      delivery: { platforms },
      health,
      clock: { now },
    }) => meter.watch({ library, editions, sources, platforms, health, now }),
  };
}

/** Measures what posters do, if anything is measured. */
export function metered(posters: readonly Poster[], metrics: Metered | null): readonly Poster[] {
  return metrics ? posters.map(metrics.meter.poster) : posters;
}
