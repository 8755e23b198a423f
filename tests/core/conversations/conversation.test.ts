import { describe, expect, test } from 'vitest';
import { afterTurn, NEW_CONVERSATION } from '../../../src/core/conversations/conversation.ts';
import type { Question } from '../../../src/core/quoting/question.ts';
import {
  createAnswerReply,
  createBriefReply,
  createNothingReply,
  createPoint,
  createSearchReply,
} from '../../fakes/replies.ts';

const ask = (text: string): Question => ({
  turn: { text, kind: 'any', bare: false, concepts: [] },
  query: { concepts: [] },
  asked: { concepts: [] },
});

describe('after a turn, a conversation', () => {
  test('knows the question, the places shown, and the answer with its first speaker', () => {
    const points = [createPoint({ start: 3, end: 9 }), createPoint({ speaker: 'Ann Holm' })];
    const question = ask('Who lit the lamp?');
    const after = afterTurn(NEW_CONVERSATION, question, createAnswerReply({ points }));
    expect(after).toEqual({
      turns: [{ ...question.turn, quoted: 2 }],
      shown: points.map(({ document, start, end }) => ({ document, start, end })),
      last: {
        ...{ answer: 'abcdefghijkl', topic: null, style: null, speaker: 'Ann Holm' },
        understood: question,
      },
    });
  });

  test('knows the topic and the style of a brief', () => {
    const { last } = afterTurn(NEW_CONVERSATION, ask('Lamps'), createBriefReply(), 'timeline');
    expect(last).toMatchObject({ topic: 'lamps', style: 'timeline' });
  });

  test('keeps the answer before if nothing was quoted', () => {
    const before = afterTurn(NEW_CONVERSATION, ask('Who lit it?'), createAnswerReply());
    const after = afterTurn(before, ask('And who sank?'), createNothingReply());
    expect([after.last, after.turns.length]).toEqual([before.last, 2]);
  });

  test('takes what is nearest for quoted, but not for shown', () => {
    const reply = createNothingReply({ id: 'aaaaaaaaaaaa', nearest: [createPoint()] });
    const after = afterTurn(NEW_CONVERSATION, ask('Who sank?'), reply);
    expect([after.last?.answer, after.shown]).toEqual(['aaaaaaaaaaaa', []]);
  });

  test('keeps the last six turns and five hundred places', () => {
    let conversation = NEW_CONVERSATION;
    for (let nth = 0; nth < 600; nth++) {
      const points = [createPoint({ start: nth, end: nth + 1 })];
      conversation = afterTurn(conversation, ask(`${nth}`), createSearchReply({ points }));
    }
    expect(conversation.turns.map(({ text }) => text)).toEqual(['594', '595', '596', '597', '598', '599']);
    expect([conversation.shown.length, conversation.shown[0]?.start]).toEqual([500, 100]);
  });
});
