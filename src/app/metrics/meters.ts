import { Counter, Histogram, type Registry } from 'prom-client';

/** Counters and histograms, of which none has a label that people chose. */
export type Meters = ReturnType<typeof createMeters>;

const LATENESS = [1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400]; // seconds
const ANSWERS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]; // seconds

/** Creates them. */
export function createMeters(registry: Registry) {
  const registers = [registry];
  return {
    answers: new Histogram({
      name: 'dossier_answer_seconds',
      help: 'How long replies took to compose.',
      ...{ labelNames: ['platform', 'command', 'kind'], buckets: ANSWERS, registers },
    }),
    http: new Histogram({
      name: 'dossier_http_request_seconds',
      help: 'How long requests over HTTP took.',
      ...{ labelNames: ['route', 'status'], buckets: ANSWERS, registers },
    }),
    requests: new Counter({
      name: 'dossier_platform_requests_total',
      help: 'Attempts to post a digest, by what the platform said.',
      ...{ labelNames: ['platform', 'status'], registers },
    }),
    acknowledged: new Histogram({
      name: 'dossier_command_ack_seconds',
      help: 'How long platforms waited to hear that an answer is coming.',
      ...{ labelNames: ['platform'], buckets: ANSWERS, registers },
    }),
    invalid: new Counter({
      name: 'dossier_invalid_requests_total',
      help: 'Requests that a platform answered with 401, 403 or 429.',
      ...{ labelNames: ['platform', 'status'], registers },
    }),
    denied: new Counter({
      name: 'dossier_acl_denied_total',
      help: 'Requests that were refused because only managers may make them.',
      ...{ labelNames: ['platform'], registers },
    }),
    starts: new Counter({
      name: 'dossier_identify_total',
      help: 'Sessions that were started, by what: the program, or a gateway.',
      ...{ labelNames: ['what'], registers },
    }),
    lateness: new Histogram({
      name: 'dossier_digest_lateness_seconds',
      help: 'How long after their time digests were posted.',
      ...{ labelNames: ['platform'], buckets: LATENESS, registers },
    }),
    digests: new Counter({
      name: 'dossier_digests_total',
      help: 'Digests that were sent, failed, or may have arrived.',
      ...{ labelNames: ['platform', 'state'], registers },
    }),
  };
}
