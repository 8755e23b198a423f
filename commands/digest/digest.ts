import { type Command, declare, implement, type OptionValues } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { LENGTH_WORDS } from '../../src/core/bot/length-words.ts';
import { NARROWING } from '../../src/core/bot/narrowing-options.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { echo } from '../../src/core/text/echo.ts';
import { hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { addDigest } from './add-digest.ts';
import { editDigest, pauseDigest, resumeDigest } from './change-digest.ts';
import { digestHistory } from './digest-history.ts';
import type { DigestPorts } from './digest-ports.ts';
import { feedDigest } from './feed-digest.ts';
import { type GivenSettings, MAX_EXCERPTS } from './given-settings.ts';
import { listDigests } from './list-digests.ts';
import { previewDigest } from './preview-digest.ts';
import { removeDigest } from './remove-digest.ts';
import { runDigest } from './run-digest.ts';
import { type SentDigest, sentDigest } from './sent-digest.ts';

const NUMBERED = ['number'];
const SETTINGS = ['at', 'days', 'zone', 'when', 'quiet', 'length', 'when_empty', 'max', 'tag', 'grade'];

/** `/digest`: new material on a topic, posted to this channel on a schedule. */
export const digest = declare({
  name: 'digest',
  description: 'Schedule digests of new material for this channel',
  visibleTo: 'asker',
  apart: true,
  subcommands: {
    list: { description: 'List this channel’s digests', options: ['to'] },
    add: {
      description: 'Schedule a digest for this channel',
      options: ['topic', ...SETTINGS, 'to'],
      required: ['topic'],
    },
    preview: { description: 'Show what a digest would post now', options: NUMBERED },
    run: { description: 'Post an extra edition now', options: NUMBERED },
    pause: { description: 'Pause a digest', options: [...NUMBERED, 'to'] },
    resume: { description: 'Resume a paused digest', options: [...NUMBERED, 'to'] },
    edit: { description: 'Change a digest', options: [...NUMBERED, 'topic', ...SETTINGS, 'to'] },
    remove: { description: 'Remove a digest', options: [...NUMBERED, 'confirm', 'to'] },
    history: { description: 'Show the history of recent editions', options: NUMBERED },
    feed: { description: 'Get the address of a digest’s feed', options: NUMBERED },
  },
  options: {
    action: {
      description: 'what to do (list)',
      position: 0,
      choices: ['list', 'add', 'preview', 'run', 'pause', 'resume', 'edit', 'remove', 'history', 'feed'],
    },
    what: {
      description: 'topic of a new digest, or number of an existing one',
      position: 1,
      completes: 'topics',
      keepsMarks: true,
      standsFor: ['topic', 'number'],
    },
    topic: { description: 'the topic; for an alert also "a phrase"', completes: 'topics', keepsMarks: true },
    number: { description: 'number of the digest', range: [1, 1_000_000] },
    at: { description: 'local time (08:00)', position: 2, like: /\d|^noon$|^midnight$|^now$/i },
    days: { description: 'for example mon-fri, daily, “mon,thu” (mon-fri)', position: 3 },
    zone: { description: 'time zone, for example Europe/London', position: 4 },
    when: {
      description: 'on a schedule, or as soon as something comes (scheduled)',
      choices: ['now', 'scheduled'],
    },
    quiet: { description: 'of an alert: local hours in which nothing is posted, 22-07 (none)' },
    length: { description: 'how much to quote (1m)', choices: ['30s', '1m', '3m'], synonyms: LENGTH_WORDS },
    when_empty: { description: 'if nothing is new (skip)', choices: ['skip', 'note'] },
    max: {
      description: 'maximum number of excerpts (5; the length may allow fewer)',
      range: [1, MAX_EXCERPTS],
    },
    tag: NARROWING.tag,
    grade: NARROWING.grade,
    to: { description: 'for managers: mail address that it is sent to (this channel)' },
    confirm: { description: 'confirm the removal', choices: ['yes'] },
  },
  example: { action: 'add', topic: '{topic}', at: '08:00' },
});

/** Creates `/digest`. */
export function createDigest(ports: DigestPorts): Command {
  return implement(digest, (asked, options) => {
    const context = ports.onlyManagers ? forManagers(asked) : asked;
    const { to } = options;
    const action = options.action ?? 'list';
    const given = givenSettings(options);
    if (action !== 'add' && action !== 'edit') refuseSettings(action, given);
    const run = (place: SentDigest) => act(place, options, given);
    return to === null ? run({ ports, context }) : sentDigest(ports, context, { to, action, run });
  });
}

async function act(
  { ports, context }: SentDigest,
  options: DigestOptions,
  given: GivenSettings,
): Promise<Reply> {
  const { what, topic, number } = options;
  const which = number ?? what;
  switch (options.action ?? 'list') {
    case 'list':
      refuseWord(which);
      return listDigests(ports, context);
    case 'add':
      refuseNumber(number);
      return addDigest(ports, context, { ...given, topic: topic ?? what });
    case 'preview':
      return previewDigest(ports, context, which);
    case 'run':
      return runDigest(ports, context, which);
    case 'pause':
      return pauseDigest(ports, context, which);
    case 'resume':
      return resumeDigest(ports, context, which);
    case 'edit':
      return editDigest(ports, context, { which, given });
    case 'remove':
      return removeDigest(ports, context, { which, isConfirmed: options.confirm === 'yes' });
    case 'history':
      return digestHistory(ports, context, which);
    case 'feed':
      return feedDigest(ports, context, which);
  }
}

type DigestOptions = OptionValues<(typeof digest)['options']>;

/** `at:now` means an alert too. */
function givenSettings(options: DigestOptions): GivenSettings {
  const { topic, at, days, zone, quiet, length, when_empty: whenEmpty, max, tag, grade } = options;
  const isNow = at?.toLowerCase() === 'now';
  const when = isNow ? (options.when ?? 'now') : options.when;
  return { topic, when, at: isNow ? null : at, days, zone, quiet, length, whenEmpty, max, tag, grade };
}

/** The same request where the operator lets only managers order digests. */
function forManagers(context: RequestContext): RequestContext {
  const { ordering } = context;
  if (!ordering) return context;
  return {
    ...context,
    ordering: async () => ({ ...(await ordering()), orderers: 'managers', mayOrder: false }),
  };
}

function refuseNumber(number: string | null): void {
  if (number !== null) throw invalid('New digests are numbered automatically. Leave out the number.');
}

function refuseWord(word: string | null): void {
  if (word !== null)
    throw invalid(`${hint('digest', { action: 'list' })} takes no options. Leave out "${echo(word)}".`);
}

/** Settings that an action does not use are not ignored: the person meant something by them. */
function refuseSettings(action: string, given: GivenSettings): void {
  const [extra] = Object.values(given).filter((value) => value !== null);
  if (extra !== undefined)
    throw invalid(`${hint('digest', { action })} takes only a digest number. Leave out "${echo(extra)}".`);
}

function invalid(message: string): UserError {
  return new UserError(message, { code: 'invalid-option' });
}
