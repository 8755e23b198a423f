import { describe, expect, test } from 'vitest';
import {
  askedLine,
  type LayoutOptions,
  layOutReply,
  type ReplySetting,
} from '../../../../src/core/bot/interaction/reply-layout.ts';
import { noted, quoted } from '../../../contracts/scripted-chat.ts';

const PAGES = ['one', 'two', 'three'];
const SETTING: ReplySetting = {
  ...{ request: { kind: 'line', text: 'Why?' }, page: 1, scope: { workspace: 'w', channel: 'c' } },
  ...{ forAsker: false, shareable: true, threads: true, followsText: false },
};
const sign: LayoutOptions['sign'] = ({ kind }, { channel }) => `${kind} in ${channel}`;

function layOut(setting: Partial<ReplySetting> = {}, given = sign) {
  return layOutReply(quoted(['Yes.']), PAGES, { setting: { ...SETTING, ...setting }, sign: given });
}

describe('a reply of several pages', () => {
  test('shows one, and a button for the next', () => {
    const { page, steps, isCut } = layOut({ page: 2 });
    expect([page, steps[0]?.label, steps[0]?.action, isCut]).toEqual([
      ...['two', 'More', { kind: 'page', answer: 'abcdefgh2345', page: 3 }],
      false,
    ]);
  });

  test('ends with its last page, also if a later one is asked for', () => {
    for (const page of [3, 9]) {
      const last = layOut({ page });
      expect([last.page, last.steps.map(({ label }) => label)]).toEqual([
        'three',
        ['Sources', 'Ask', 'Thread'],
      ]);
    }
  });

  test('is cut if there is no room for the button', () => {
    const { isCut, steps } = layOut({}, ({ kind }) => (kind === 'page' ? null : kind));
    expect([isCut, steps[0]?.value]).toEqual([true, null]);
  });
});

describe('the buttons', () => {
  test('are valid only where the reply is shown', () => {
    expect(layOut().steps.map(({ value }) => value)).toContain('sources in c');
  });

  test('rate replies that quote, and no notes', () => {
    expect(layOut().rating.map(({ label, value }) => [label, value])).toEqual([
      ['👍', 'up in c'],
      ['👎', 'down in c'],
    ]);
    expect(layOutReply(noted('Well.'), [], { setting: SETTING, sign })).toEqual({
      ...{ page: null, steps: [], rating: [], isCut: false },
    });
  });
});

describe('the question', () => {
  const loud = (question: string) => question.toUpperCase();

  test('is repeated above its answer, marked up by the platform', () => {
    expect(askedLine(quoted(['Yes.']), loud)).toBe('Asked: WHY?');
  });

  test('is not repeated if there is none', () => {
    expect(askedLine(noted('No.', 'error'), loud)).toBeNull();
  });
});
