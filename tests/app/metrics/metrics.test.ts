import { describe, expect, test } from 'vitest';
import { createMeter } from '../../../src/app/metrics/meter.ts';
import { metricsRoute } from '../../../src/app/metrics/metrics-route.ts';
import { openMetrics } from '../../../src/app/metrics/open-metrics.ts';
import { type Fetched, FetchFailure } from '../../../src/core/collecting/fetcher.ts';
import type { FollowedSource } from '../../../src/core/collecting/source.ts';
import { createMemoryLibrary } from '../../../src/core/library/memory-library.ts';
import type { Edition } from '../../../src/core/schedule/edition.ts';
import { createTestDossier, LOCAL, loadOwnCorpus, NOW } from '../../fakes/local-chat.ts';

const EMPTY = createMemoryLibrary();
const COMMANDS = new Set(['ask', 'brief']);
const LOCAL_SERVER = { address: 'http://127.0.0.1:3000', hosts: new Set(['127.0.0.1:3000']) };

describe('the metrics', () => {
  test('count answers, and say nothing of questions, documents or people', async () => {
    const dossier = await createTestDossier(await loadOwnCorpus());
    const meter = createMeter(COMMANDS, () => 0);
    meter.watch({
      ...dossier,
      ...{ editions: dossier.store.editions, sources: dossier.store.sources },
      platforms: [],
      health: () => [{ platform: 'slack', connected: true, detail: 'T9CANARY' }],
    });
    const chat = meter.chat(dossier.chatFor(false));
    const asked = {
      conversation: 'slack:T9CANARY/C9CANARY',
      audience: { ...LOCAL, platform: 'slack', workspace: 'T9CANARY', channel: 'C9CANARY', user: 'U9CANARY' },
      manager: false,
    };
    for (const text of ['What does France think of Xanadu?', '/brief nato-asia', '/xanadu', '/brief xanadu'])
      await chat.handle({ ...asked, request: { kind: 'line', text } });
    const text = await meter.text();
    expect(text).toContain('dossier_answer_seconds_count{platform="slack",command="brief",kind="brief"} 1');
    expect(text).toMatch(/dossier_answer_seconds_count\{platform="slack",command="other",kind="error"\} 1/);
    expect(text).toContain('dossier_index_documents 5');
    expect(text).toContain('dossier_platform_connected{platform="slack"} 1');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toMatch(/xanadu|france|nato|CANARY/i);
  });

  test('count what the platform said of posts', async () => {
    const meter = createMeter(COMMANDS, () => 0);
    const outcomes = [
      { kind: 'sent', messageId: '1' },
      { kind: 'unknown', detail: '' },
      { kind: 'later', seconds: 1, everywhere: false, detail: '' },
    ] as const;
    let nth = 0;
    const poster = meter.poster({
      ...{ platform: 'chat', deduplicatesFor: 0, threadOf: () => null, tell: async () => true },
      post: async () => outcomes[nth++] ?? outcomes[0],
      find: async () => outcomes[0],
    });
    for (const _ of outcomes) await poster.post({} as Parameters<typeof poster.post>[0]);
    await poster.find({} as Parameters<typeof poster.find>[0]);
    const text = await meter.text();
    expect(text).toContain('dossier_digests_total{platform="chat",state="sent"} 2');
    expect(text).toContain('dossier_digests_total{platform="chat",state="unknown"} 1');
    expect(text).toContain('dossier_platform_requests_total{platform="chat",status="later"} 1');
  });

  test('count what a platform answers, starts, denials and how late digests were', async () => {
    const dossier = await createTestDossier(await loadOwnCorpus());
    const meter = createMeter(COMMANDS, () => 0);
    const observer = meter.observer('discord');
    for (const status of [200, 401, 403, 429, 500]) observer.responded(status);
    observer.acknowledged(40);
    observer.acknowledged(-5); // the platform's clock is ahead
    const store = meter.store({
      ...dossier.store,
      outbox: { ...dossier.store.outbox, record: async () => true },
    });
    await store.starts.record('discord', NOW);
    const channel = { platform: 'discord', workspace: '1', channel: '2' };
    const edition = { channel, due: new Date(NOW.valueOf() - 90_000) } as Edition;
    await store.outbox.record(edition, { state: 'intent' }, NOW);
    await store.outbox.record(edition, { state: 'sent' }, NOW);
    const chat = meter.chat(dossier.chatFor(false));
    const stranger = { ...LOCAL, platform: 'discord', workspace: '1', channel: '2', user: '3' };
    const request = { kind: 'line', text: '/status digests' } as const;
    await chat.handle({ conversation: 'discord:1/2', audience: stranger, manager: false, request });
    const text = await meter.text();
    for (const status of [401, 403, 429])
      expect(text).toContain(`dossier_invalid_requests_total{platform="discord",status="${status}"} 1`);
    expect(text).not.toMatch(/status="(?:200|500)"/);
    expect(text).toContain('dossier_command_ack_seconds_count{platform="discord"} 2');
    expect(text).toContain('dossier_command_ack_seconds_sum{platform="discord"} 0.04');
    expect(text).toContain('dossier_identify_total{what="discord"} 1');
    expect(text).toContain('dossier_digest_lateness_seconds_sum{platform="discord"} 90');
    expect(text).toContain('dossier_digest_lateness_seconds_count{platform="discord"} 1');
    expect(text).toContain('dossier_acl_denied_total{platform="discord"} 1');
  });

  test('name routes, never the documents behind them', async () => {
    const meter = createMeter(COMMANDS, () => 0);
    const route = meter.route({
      path: '/documents/*',
      handle: async () => new Response('', { status: 404 }),
    });
    await route.handle(new Request('http://127.0.0.1/documents/board/canary'));
    const text = await meter.text();
    expect(text).toContain('dossier_http_request_seconds_count{route="/documents/…",status="404"} 1');
    expect(text).not.toContain('canary');
  });

  test('count what comes of fetching, and say nothing of where', async () => {
    const meter = createMeter(COMMANDS, () => 0);
    const answers = [200, 200, 304, 404, 410, 429, 503];
    const failures = ['refused', 'slow'] as const;
    let nth = 0;
    const { get } = meter.fetcher({
      async get() {
        const failure = failures[nth - answers.length];
        if (failure !== undefined) throw new FetchFailure('canary', failure);
        return { status: answers[nth++] } as Fetched;
      },
    });
    for (const _ of answers) await get('https://canary.example/');
    for (const _ of failures) {
      await expect(get('https://canary.example/')).rejects.toThrow('canary');
      nth++;
    }
    const text = await meter.text();
    const counts = {
      fetched: 2,
      unchanged: 1,
      'not-there': 2,
      'too-many': 1,
      outage: 1,
      refused: 1,
      slow: 1,
    };
    for (const [result, count] of Object.entries(counts))
      expect(text).toContain(`dossier_fetch_total{result="${result}"} ${count}`);
    expect(text).not.toContain('canary');
  });

  test('count feeds, and those that fail', async () => {
    const meter = createMeter(COMMANDS, () => 0);
    const sources = [
      { problem: null },
      { problem: 'is gone' },
      { problem: null },
    ] as readonly Partial<FollowedSource>[] as readonly FollowedSource[];
    meter.watch({
      ...{ library: EMPTY, platforms: [], health: () => [], now: () => NOW },
      ...{
        editions: { count: async () => ({ late: 0, unknown: 0 }) } as never,
        sources: { list: async () => sources },
      },
    });
    const text = await meter.text();
    expect([text.match(/^dossier_feeds\w* \d+$/gm)]).toEqual([
      ['dossier_feeds 3', 'dossier_feeds_failing 1'],
    ]);
  });

  test('are watched without a database that answers', async () => {
    const meter = createMeter(COMMANDS, () => 0);
    const editions = { count: () => Promise.reject(new Error('gone')) };
    meter.watch({
      library: EMPTY,
      ...{ editions, sources: { list: () => Promise.reject(new Error('gone')) } },
      platforms: [],
      health: () => [],
      now: () => NOW,
    });
    expect(await meter.text()).toMatch(/dossier_digest_unknown NaN/i);
  });
});

describe('/metrics', () => {
  const meter = { text: async () => 'up 1\n', contentType: 'text/plain' };
  const status = async (
    options: { local: boolean; token?: string },
    headers = {},
    host = '127.0.0.1:3000',
  ) => {
    const local = options.local ? LOCAL_SERVER : null;
    const route = metricsRoute(meter, { local, token: options.token ?? null, now: () => NOW });
    return (await route.handle(new Request(`http://${host}/metrics`, { headers }))).status;
  };
  const token = '0123456789abcdef';

  test('is for this machine', async () => {
    expect(await status({ local: true })).toBe(200);
    expect(await status({ local: true }, {}, 'evil.example')).toBe(404);
    expect(await status({ local: true }, { 'x-forwarded-for': '198.51.100.7' })).toBe(404);
  });

  test('is elsewhere only for whoever has the token', async () => {
    expect(await status({ local: false, token }, { authorization: `Bearer ${token}` }, 'd.example')).toBe(
      200,
    );
    expect(await status({ local: false, token }, { authorization: `Bearer ${token}0` }, 'd.example')).toBe(
      404,
    );
    expect(await status({ local: false, token }, {}, 'd.example')).toBe(404);
    expect(await status({ local: false })).toBe(404);
  });

  test('is composed at most once a second, however often it is asked for', async () => {
    let composed = 0;
    const counting = { ...meter, text: async () => String(++composed) };
    const route = metricsRoute(counting, { local: LOCAL_SERVER, token: null, now: () => NOW });
    for (let nth = 0; nth < 100; nth++) await route.handle(new Request('http://127.0.0.1:3000/metrics'));
    expect(composed).toBe(1);
  });

  test('is not there on a public server without a token, and nothing is measured', async () => {
    const server = { add: () => {}, ready: () => {}, close: async () => {} };
    const settings = {
      server: { host: '0.0.0.0', port: 3000, chosen: true },
      publicUrl: null,
      metricsToken: null,
    };
    expect(await openMetrics(settings, server)).toBeNull();
    expect(await openMetrics({ ...settings, metricsToken: token }, null)).toBeNull();
  });
});
