import { Counter, Histogram, type Registry } from 'prom-client';

/** Counters and histograms, of which none has a label that people chose. */
export type Meters = ReturnType<typeof createMeters>;

const LATENESS = [1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400]; // seconds
const ANSWERS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]; // seconds

/** Creates them. */
export function createMeters(registry: Registry) {
  const registers = [registry];
  const count = <L extends string>(name: string, labelNames: readonly L[], help: string) =>
    new Counter({ name, help, labelNames, registers });
  const time = <L extends string>(
    name: string,
    labelNames: readonly L[],
    { help, buckets = ANSWERS }: { readonly help: string; readonly buckets?: number[] },
  ) => new Histogram({ name, help, labelNames, buckets, registers });
  const [platform, status] = [['platform'], ['platform', 'status']] as const;
  return {
    answers: time('dossier_answer_seconds', ['platform', 'command', 'kind'], {
      help: 'How long replies took to compose.',
    }),
    http: time('dossier_http_request_seconds', ['route', 'status'], {
      help: 'How long requests over HTTP took.',
    }),
    acknowledged: time('dossier_command_ack_seconds', platform, {
      help: 'How long platforms waited to hear that an answer is coming.',
    }),
    lateness: time('dossier_digest_lateness_seconds', platform, {
      ...{ help: 'How long after their time digests were posted.', buckets: LATENESS },
    }),
    requests: count(
      'dossier_platform_requests_total',
      status,
      'Attempts to post, by what the platform said.',
    ),
    invalid: count('dossier_invalid_requests_total', status, 'Requests answered with 401, 403 or 429.'),
    denied: count('dossier_acl_denied_total', platform, 'Requests that only managers may make.'),
    digests: count(
      'dossier_digests_total',
      ['platform', 'state'],
      'Digests sent, failed, or perhaps arrived.',
    ),
    starts: count('dossier_identify_total', ['what'], 'Sessions started: with a gateway, or of the program.'),
    fetches: count('dossier_fetch_total', ['result'], 'Requests for feeds and pages, by what came of them.'),
  };
}
