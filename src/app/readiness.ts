import type { Core } from '../core/bot/core.ts';

/** What tells whether digests are looked after. */
export interface ReadinessOptions {
  lastTick(): Date;
  readonly tickSeconds: number;
}

/** `/readyz`: 200 while all works, else 503 with a line for each thing that does not. */
export function readinessRoute(core: Core, options: ReadinessOptions) {
  return {
    path: '/readyz',
    async handle(): Promise<Response> {
      const problems = await findProblems(core, options);
      return new Response(problems.length === 0 ? 'ready' : problems.join('\n'), {
        status: problems.length === 0 ? 200 : 503,
      });
    },
  };
}

const OVERDUE = 1.5; // ticks

async function findProblems(core: Core, { lastTick, tickSeconds }: ReadinessOptions): Promise<string[]> {
  const age = core.now().valueOf() - lastTick().valueOf();
  const platforms = core.health();
  return [
    ...(await core.store.starts.count('start', core.now()).then(
      () => [],
      () => ['the store does not answer'],
    )),
    ...(age > tickSeconds * 1000 * OVERDUE ? ['the digests are not looked after'] : []),
    ...platforms
      .filter(({ connected }) => !connected)
      .map(({ platform, detail }) => `${platform} is not connected (${detail})`),
    ...core.digests.posters
      .filter(({ platform }) => core.digests.isStopped(platform))
      .map(({ platform }) => `nothing may be posted on ${platform}`),
  ];
}
