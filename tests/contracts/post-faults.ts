import type { Posted } from '../../src/core/delivery/poster.ts';
import type { LookupFault, PostFault } from './poster-driver.ts';

/** The outcome of a post that goes wrong. `arrives`: exactly one request reaches the platform. */
interface Case {
  readonly fault: PostFault;
  readonly outcome: Partial<Posted>;
  readonly arrives: boolean;
}

/** The outcome of each fault. */
export const OUTCOMES: readonly Case[] = [
  ...(['time-out-before-accepting', 'time-out-after-accepting', 'break-after-headers'] as const).map(unknown),
  ...(['server-error-before', 'server-error-after-accepting', 'garbage-answer'] as const).map(unknown),
  becomes('refuse-connection', { kind: 'later', seconds: null, everywhere: true }, false),
  becomes('channel-gone', { kind: 'refused', why: 'gone' }),
  becomes('closed', { kind: 'refused', why: 'closed' }),
  becomes('bad-token', { kind: 'stopped' }, false),
];

type Kind = Exclude<PostFault['kind'], 'too-many-requests'>;

function becomes(kind: Kind, outcome: Partial<Posted>, arrives = true): Case {
  return { fault: { kind }, outcome, arrives };
}

function unknown(kind: Kind): Case {
  return becomes(kind, { kind: 'unknown' });
}

/** Faults in which the platform accepts the post nevertheless. */
export const ACCEPTED = [
  ...(['time-out-after-accepting', 'break-after-headers'] as const),
  ...(['server-error-after-accepting', 'garbage-answer'] as const),
] as const;

/** Faults in which it does not, and which pass. */
export const NOT_ACCEPTED = [
  'refuse-connection',
  'time-out-before-accepting',
  'server-error-before',
] as const;

/** What can go wrong with a lookup. */
export const LOOKUP_FAULTS: readonly LookupFault[] = [
  'time-out',
  'server-error',
  'break-after-headers',
  'garbage-answer',
];

/** `Retry-After` headers at 14:00 on 24 November 2026, and the least seconds to wait that they mean. */
export const WAITS: readonly (readonly [string | null, number | null])[] = [
  ['7', 7],
  ['600', 600],
  ['1.5', 1.5],
  ['0', 0],
  [null, null],
  ['Tue, 24 Nov 2026 14:00:30 GMT', 30],
  ['Tue, 24 Nov 2026 13:00:00 GMT', 0],
];
