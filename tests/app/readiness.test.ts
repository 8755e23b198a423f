import { expect, test } from 'vitest';
import { type ReadinessOptions, readinessRoute } from '../../src/app/readiness.ts';
import { NOW } from '../fakes/local-chat.ts';

const WELL: ReadinessOptions = {
  upkeep: { check: async () => {} },
  delivery: { platforms: ['pigeon'], isStopped: () => false },
  health: () => [{ platform: 'pigeon', connected: true, detail: 'since noon' }],
  now: () => NOW,
  lastTick: () => new Date(NOW.valueOf() - 90_000),
  tickSeconds: 60,
};

async function ask(options: Partial<ReadinessOptions> = {}): Promise<[number, string]> {
  const response = await readinessRoute({ ...WELL, ...options }).handle(
    new Request('http://127.0.0.1/readyz'),
  );
  return [response.status, await response.text()];
}

test('it is ready if all is well', async () => {
  expect(await ask()).toEqual([200, 'ready']);
});

test.each<[string, Partial<ReadinessOptions>]>([
  ['nothing can be saved in the store', { upkeep: { check: () => Promise.reject(new Error('disk full')) } }],
  ['digests are not being processed', { lastTick: () => new Date(NOW.valueOf() - 90_001) }],
  [
    'pigeon is not connected (lost)',
    { health: () => [{ platform: 'pigeon', connected: false, detail: 'lost' }] },
  ],
  ['posting on pigeon has stopped', { delivery: { platforms: ['pigeon'], isStopped: () => true } }],
])('it is not ready if %s', async (line, options) => {
  expect(await ask(options)).toEqual([503, line]);
});
