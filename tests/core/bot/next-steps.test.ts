import { describe, expect, test } from 'vitest';
import { isFollowed, nextSteps, type Offer, pageOf } from '../../../src/core/bot/next-steps.ts';
import { composeError, composeList, composeNote } from '../../../src/core/replies/compose-reply.ts';
import type { Reply } from '../../../src/core/replies/reply.ts';
import { UserError } from '../../../src/core/text/user-error.ts';
import {
  CONTEXT,
  createAnswerReply,
  createBriefReply,
  createDigestReply,
  createNothingReply,
  createPoint,
  createSearchReply,
} from '../../fakes/replies.ts';

const HERE: Offer = { next: null, forAsker: false, shareable: true, threads: true };
const labels = (reply: Reply, offer: Partial<Offer> = {}) =>
  nextSteps(reply, { ...HERE, ...offer }).map(({ label }) => label);

describe('the steps from a reply', () => {
  test.each<[string, Reply, readonly string[]]>([
    ['a brief', createBriefReply(), ['Sources', 'Timeline', 'Ask', 'Thread']],
    ['a brief with more', createBriefReply({ more: true }), ['More', 'Sources', 'Timeline', 'Ask', 'Thread']],
    [
      'a timeline',
      createBriefReply({ points: [createPoint({ date: '2024' })] }),
      ['Sources', 'Ask', 'Thread'],
    ],
    ['an answer', createAnswerReply(), ['Sources', 'Ask', 'Thread']],
    ['a digest', createDigestReply(), ['Sources', 'Ask', 'Thread']],
    ['a page of hits', createSearchReply({ more: true }), ['More', 'Sources', 'Thread']],
    ['nothing', createNothingReply(), ['Ask', 'Thread']],
    [
      'nothing, with the nearest',
      createNothingReply({ nearest: [createPoint()] }),
      ['Sources', 'Ask', 'Thread'],
    ],
    ['a list of sources', createAnswerReply({ command: 'sources' }), []],
    ['a preview', createDigestReply({ id: null }), []],
    ['a list', composeList(CONTEXT, {}), []],
  ])('%s', (_name, reply, steps) => {
    expect(labels(reply)).toEqual(steps);
  });

  test('that only its asker sees can be shared, where others could see it', () => {
    expect(labels(createAnswerReply(), { forAsker: true })).toEqual(['Sources', 'Ask', 'Share']);
    expect(labels(createAnswerReply(), { forAsker: true, shareable: false })).toEqual(['Sources', 'Ask']);
  });

  test('that only its asker sees can be kept, where it fades', () => {
    const kept = ['Sources', 'Ask', 'Share', 'Keep'];
    expect(labels(createAnswerReply(), { forAsker: true, fades: true })).toEqual(kept);
    expect(labels(createAnswerReply(), { fades: true })).not.toContain('Keep');
  });

  test('lead to its next page before more points', () => {
    const next = { kind: 'page', answer: 'abcdefghijkl', page: 2 } as const;
    const [first] = nextSteps(createBriefReply({ more: true }), { ...HERE, next });
    expect(first).toEqual({ label: 'More', action: next });
    expect(labels(composeList(CONTEXT, {}), { next })).toEqual(['More']);
  });

  test('that waits for confirmation confirm it', () => {
    const confirm = { label: 'Remove', command: 'digest', options: { confirm: 'yes' }, how: 'Type yes' };
    const [step, ...others] = nextSteps(composeNote(CONTEXT, 'Remove it?', { confirm }), HERE);
    expect([step?.label, step?.action, others]).toEqual([
      'Remove',
      expect.objectContaining({ kind: 'again', command: 'digest', options: { confirm: 'yes' }, page: 1 }),
      [],
    ]);
  });
});

test('people have an opinion of what answers them, and of no list', () => {
  expect([createBriefReply(), createNothingReply()].map(isFollowed)).toEqual([true, true]);
  expect([createDigestReply({ id: null }), composeList(CONTEXT, { id: 'a' })].map(isFollowed)).toEqual([
    ...[false, false],
  ]);
});

describe('another page', () => {
  const request = { kind: 'command', command: 'topics', options: { action: 'list' } } as const;

  test('of a stored answer opens it again', () => {
    expect(pageOf(createAnswerReply(), request, 2)).toEqual({
      kind: 'page',
      answer: 'abcdefghijkl',
      page: 2,
    });
  });

  test('of anything else runs the request again', () => {
    const again = { kind: 'again', command: 'topics', options: { action: 'list' }, page: 2 };
    expect(pageOf(composeList(CONTEXT, { id: null }), request, 2)).toEqual(again);
    expect(pageOf(composeError(CONTEXT, new UserError('No.', { code: 'no' })), request, 2)).toEqual(again);
  });

  test('of a typed line runs the command of its reply', () => {
    const reply = composeList({ ...CONTEXT, command: 'sources' }, { id: 'abcdefghijkl' });
    expect(pageOf(reply, { kind: 'line', text: '/sources all' }, 3)).toEqual({
      ...{ kind: 'again', command: 'sources', options: {}, page: 3 },
    });
  });
});
