import { expect, test } from 'vitest';
import { composeMessage } from '../../../src/core/replies/compose-message.ts';
import { composeError, composeList, composeNote } from '../../../src/core/replies/compose-reply.ts';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import type { Reply } from '../../../src/core/replies/reply.ts';
import { UserError } from '../../../src/core/text/user-error.ts';
import { jsonReplyContract } from '../../contracts/json-reply.ts';
import {
  CONTEXT,
  createAnswerReply,
  createBriefReply,
  createDigestReply,
  createNothingReply,
  createPoint,
  createSearchReply,
} from '../../fakes/replies.ts';

const confirm = { label: 'Remove', command: 'digest', options: {}, how: 'Type yes' };
const REPLIES: readonly Reply[] = [
  createBriefReply(),
  createAnswerReply(),
  createSearchReply(),
  createDigestReply(),
  createNothingReply({ nearest: [createPoint()] }),
  composeList(CONTEXT, { headline: 'Topics', items: [{ id: 'a', title: '', detail: '' }] }),
  composeNote(CONTEXT, 'Remove it?', { confirm }),
  composeError(CONTEXT, new UserError('No.', { code: 'no', suggestions: ['yes'] })),
];

const KEYS = [
  ...['version', 'kind', 'id', 'conversation', 'command', 'topic', 'question', 'headline', 'points'],
  ...['nearest', 'unknownWords', 'sources', 'items', 'coverage', 'more', 'problem', 'note', 'text'],
];

const toJson = (reply: Reply) => jsonReply(composeMessage(reply));

test.each(REPLIES.map((reply) => [reply.kind, reply] as const))(
  'has every key in its order, and none besides: %s',
  (_kind, reply) => {
    expect(Object.keys(toJson(reply))).toEqual(KEYS);
    expect(() => jsonReplyContract.parse(toJson(reply))).not.toThrow();
  },
);

test('keeps `group` last among the keys of a point', () => {
  const [point] = toJson(createAnswerReply()).points;
  expect(Object.entries(point ?? {}).at(-1)).toEqual(['group', null]);
});

test('has the lines of a digest as one note', () => {
  const reply = createDigestReply({ window: 'New since Friday', footer: ['Late.', 'next Mon'] });
  expect(toJson(reply).note).toBe('New since Friday\nLate.\nnext Mon');
});

test('has the text of a document only where that was asked for, after everything else', () => {
  const keys = (stored: string | null) => Object.keys(toJson(composeList(CONTEXT, { stored })));
  expect([keys(null), keys('The lamp was lit.')]).toEqual([KEYS, [...KEYS, 'stored']]);
});
