import { Gauge, type Registry } from 'prom-client';
import type { Health } from '../../core/bot/chat-adapter.ts';
import type { FollowedSource } from '../../core/collecting/source.ts';
import type { SourceStore } from '../../core/collecting/source-store.ts';
import type { EditionStore } from '../../core/delivery/edition-store.ts';
import type { LibraryOverview } from '../../core/library/library.ts';

/** The state of a Dossier, as far as it is measured. */
export interface WatchedState {
  readonly library: Pick<LibraryOverview, 'size' | 'refusals'>;
  readonly editions: Pick<EditionStore, 'count'>;
  readonly sources: Pick<SourceStore, 'list'>;
  /** Those that digests are posted on. */
  readonly platforms: readonly string[];
  health(): readonly Health[];
  now(): Date;
}

/** Gauges whose values are looked up when they are asked for. */
export function watch(
  registry: Registry,
  { library, editions, sources, platforms, health, now }: WatchedState,
): void {
  const gauge = (name: string, help: string, value: () => number | Promise<number>) =>
    new Gauge({
      ...{ name, help, registers: [registry] },
      async collect() {
        this.set(await value());
      },
    });
  const due = async () => editions.count({ platforms, dueBefore: now() }).catch(() => NOT_KNOWN);
  gauge('dossier_index_documents', 'Documents that are indexed.', () => library.size().documents);
  gauge(
    'dossier_index_refused_files',
    'Files that are not indexed, or only in part.',
    () => library.refusals.length,
  );
  const followed = async (isCounted: (source: FollowedSource) => boolean) =>
    sources.list().then(
      (all) => all.filter(isCounted).length,
      () => Number.NaN,
    );
  gauge('dossier_feeds', 'Feeds that are followed.', () => followed(() => true));
  gauge('dossier_feeds_failing', 'Feeds whose last look failed.', () =>
    followed(({ problem }) => problem !== null),
  );
  gauge('dossier_digest_late', 'Digests that are due and not done.', async () => (await due()).late);
  gauge('dossier_digest_unknown', 'Digests that may have arrived.', async () => (await due()).unknown);
  new Gauge({
    name: 'dossier_platform_connected',
    help: 'Whether a platform is connected.',
    ...{ labelNames: ['platform'], registers: [registry] },
    collect() {
      for (const { platform, connected } of health()) this.set({ platform }, Number(connected));
    },
  });
}

const NOT_KNOWN = { late: Number.NaN, unknown: Number.NaN };
