import { defineCommand } from '../../src/core/bot/command.ts';
import { echo } from '../../src/core/text/echo.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { digestHistory, listDigests } from './list-digests.ts';
import { addDigest, editDigest, pauseDigest, removeDigest, resumeDigest } from './manage-digests.ts';
import { type DigestRequest, MAX_EXCERPTS } from './parse-order.ts';
import { previewDigest, runDigest } from './show-digest.ts';

const NUMBERED = ['number'];
const ORDERED = ['at', 'days', 'zone', 'length', 'when_empty', 'max'];

/** `/digest`: what is new on a topic, posted to this channel at its hour. */
export const digest = defineCommand({
  name: 'digest',
  description: 'Order digests of what is new for this channel',
  visibleTo: 'asker',
  subcommands: {
    list: { description: 'the digests of this channel', options: [] },
    add: {
      description: 'order a digest for this channel',
      options: ['topic', ...ORDERED],
      required: ['topic'],
    },
    preview: { description: 'show what a digest would be now', options: NUMBERED },
    run: { description: 'post an extra edition now', options: NUMBERED },
    pause: { description: 'stop a digest for a while', options: NUMBERED },
    resume: { description: 'go on with a digest', options: NUMBERED },
    edit: { description: 'change a digest', options: [...NUMBERED, 'topic', ...ORDERED] },
    remove: { description: 'remove a digest', options: [...NUMBERED, 'confirm'] },
    history: { description: 'what became of the latest editions', options: NUMBERED },
  },
  options: {
    action: {
      description: 'what to do (list)',
      position: 0,
      choices: ['list', 'add', 'preview', 'run', 'pause', 'resume', 'edit', 'remove', 'history'],
    },
    what: {
      description: 'the topic of a new digest, or the number of one that is there',
      position: 1,
      completes: 'topics',
    },
    topic: { description: 'the topic', completes: 'topics' },
    number: { description: 'which digest, by its number', range: [1, 1_000_000] },
    at: { description: 'local time (08:00)', position: 2 },
    days: { description: 'for example mon-fri, daily, “mon,thu” (mon-fri)', position: 3 },
    zone: { description: 'time zone, for example Europe/London', position: 4 },
    length: { description: 'how long (1m)', choices: ['30s', '1m', '3m'] },
    when_empty: { description: 'when nothing is new (skip)', choices: ['skip', 'note'] },
    max: { description: 'excerpts at most (5)', range: [1, MAX_EXCERPTS] },
    confirm: { description: 'yes, remove it', choices: ['yes'] },
  },
  example: '/digest add {topic} at:08:00',
  run(call, { action, what, topic, number, at, days, zone, length, when_empty: whenEmpty, max, confirm }) {
    const order = { at, days, zone, length, whenEmpty, max };
    if (action === 'add') return addDigest(call, { ...order, topic: topicOf(topic ?? what, number) });
    const which = number ?? what;
    if (action === 'edit') return editDigest(call, which, { ...order, topic });
    refuse(action ?? 'list', { ...order, topic });
    if (which !== null && (action ?? 'list') === 'list') throw nothingMore(which);
    switch (action ?? 'list') {
      case 'list':
        return listDigests(call);
      case 'preview':
        return previewDigest(call, which);
      case 'run':
        return runDigest(call, which);
      case 'pause':
        return pauseDigest(call, which);
      case 'resume':
        return resumeDigest(call, which);
      case 'remove':
        return removeDigest(call, which, confirm === 'yes');
      case 'history':
        return digestHistory(call, which);
    }
  },
});

function topicOf(topic: string | null, number: string | null): string | null {
  if (number === null) return topic;
  throw new UserError('A new digest gets its number by itself. Leave out number:', {
    code: 'invalid-option',
  });
}

function nothingMore(word: string): UserError {
  return new UserError(`/digest list takes nothing more. Leave out "${echo(word)}".`, {
    code: 'invalid-option',
  });
}

/** Words that an action has no use for are not passed over: somebody meant something by them. */
function refuse(action: string, order: DigestRequest): void {
  const [extra] = Object.values(order).filter((value) => value !== null);
  if (extra === undefined) return;
  throw new UserError(`/digest ${action} takes only the number of a digest. Leave out "${echo(extra)}".`, {
    code: 'invalid-option',
  });
}
