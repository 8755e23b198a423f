import type { Health } from '../core/bot/chat-adapter.ts';
import type { Route } from '../core/bot/platform.ts';
import type { Upkeep } from '../core/bot/upkeep.ts';
import type { Delivery } from '../core/delivery/delivery.ts';

/** What readiness is judged by. */
export interface ReadinessOptions {
  readonly upkeep: Pick<Upkeep, 'check'>;
  readonly delivery: Pick<Delivery, 'platforms' | 'isStopped'>;
  health(): readonly Health[];
  now(): Date;
  /** When the scheduler last looked for due digests. */
  lastTick(): Date;
  readonly tickSeconds: number;
}

/** `/readyz`: 200 if everything works, else 503 with a line for each thing that does not. */
export function readinessRoute(options: ReadinessOptions): Route {
  return {
    path: '/readyz',
    async handle(): Promise<Response> {
      const problems = await findProblems(options);
      return new Response(problems.length === 0 ? 'ready' : problems.join('\n'), {
        status: problems.length === 0 ? 200 : 503,
      });
    },
  };
}

const OVERDUE = 1.5; // ticks

async function findProblems(options: ReadinessOptions): Promise<string[]> {
  const { upkeep, delivery, health, now, lastTick, tickSeconds } = options;
  const age = now().valueOf() - lastTick().valueOf();
  return [
    ...(await upkeep.check().then(
      () => [],
      () => ['nothing can be saved in the store'],
    )),
    ...(age > tickSeconds * 1000 * OVERDUE ? ['digests are not being processed'] : []),
    ...health()
      .filter(({ connected }) => !connected)
      .map(({ platform, detail }) => `${platform} is not connected (${detail})`),
    ...delivery.platforms
      .filter((platform) => delivery.isStopped(platform))
      .map((platform) => `posting on ${platform} has stopped`),
  ];
}
