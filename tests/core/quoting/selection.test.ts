import { describe, expect, test } from 'vitest';
import { BRIEF_BUDGETS } from '../../../src/core/quoting/excerpt-budget.ts';
import { type Excerpt, growExcerpt } from '../../../src/core/quoting/excerpts.ts';
import { Selection } from '../../../src/core/quoting/selection.ts';
import { createCandidates } from '../../fakes/candidates.ts';
import { createDocument } from '../../fakes/documents.ts';

/** This excerpt is too long to show here (a document that shares no term with any other. */
function excerptOf(id: string, at: number, text = `Sentence ${at} of ${id}.`): Excerpt {
  const slice = { start: at * 1000, end: at * 1000 + text.length };
  return {
    document: createDocument(`harbour/${id}`, { text }),
    ...{ passage: at, passageSlice: slice, sentences: [slice], at: 0, slice },
    terms: new Set([`${id}${at}`]),
    ...{ covered: 1, passageCovered: 1, score: 1, confidence: 1, text },
  };
}

function chosenFrom(selection: Selection, ...offered: readonly Excerpt[]): string[] {
  for (const excerpt of offered) selection.offer(excerpt);
  return selection.chosen.map(({ document }) => document.id.replace('harbour/', ''));
}

describe('a selection', () => {
  test('takes no more points than there is budget for', () => {
    const offered = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => excerptOf(id, 0));
    expect(chosenFrom(new Selection(BRIEF_BUDGETS['1m'], 6), ...offered)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('takes no more characters than there is budget for', () => {
    const long = 'x'.repeat(500);
    const offered = [excerptOf('a', 0, long), excerptOf('b', 0, long), excerptOf('c', 0)];
    expect(chosenFrom(new Selection(BRIEF_BUDGETS['1m'], 3), ...offered)).toEqual(['a', 'c']);
  });

  test('takes the first, whatever its length', () => {
    const offered = [excerptOf('a', 0, 'x'.repeat(5000)), excerptOf('b', 0)];
    expect(chosenFrom(new Selection(BRIEF_BUDGETS['1m'], 2), ...offered)).toEqual(['a']);
  });

  test('takes two of a document that is one of several', () => {
    const offered = [0, 1, 2].map((at) => excerptOf('a', at));
    expect(chosenFrom(new Selection(BRIEF_BUDGETS['1m'], 2), ...offered, excerptOf('b', 0))).toEqual([
      'a',
      'a',
      'b',
    ]);
  });

  test('takes as many as there is budget for of the only document', () => {
    const offered = [0, 1, 2, 3, 4].map((at) => excerptOf('a', at));
    expect(chosenFrom(new Selection(BRIEF_BUDGETS['1m'], 1), ...offered)).toEqual(['a', 'a', 'a', 'a']);
  });

  test('takes more than two of a document only when it takes no other', () => {
    const chosen = chosenFrom(
      new Selection(BRIEF_BUDGETS['1m'], 1),
      ...[0, 1, 2].map((at) => excerptOf('a', at)),
      excerptOf('b', 0),
    );
    expect(new Set(chosen).size === 1 || chosen.filter((id) => id === 'a').length <= 2).toBe(true);
  });

  test('takes no excerpt that shares a part with one it has', () => {
    const one = excerptOf('a', 0);
    const grown = { ...excerptOf('a', 1), slice: { start: one.slice.end - 1, end: one.slice.end + 50 } };
    expect(chosenFrom(new Selection(BRIEF_BUDGETS['1m'], 1), one, grown)).toEqual(['a']);
  });

  test('takes an excerpt with another number in words', () => {
    const deep = (id: string, number: string) => ({
      ...excerptOf(id, 0, `The harbour of ${id} is ${number} metres deep.`),
      terms: new Set(['harbour', 'metre', 'deep', 'open', id]),
    });
    const offered = [deep('a', 'four'), deep('b', 'five'), deep('c', '4')];
    expect(chosenFrom(new Selection(BRIEF_BUDGETS['1m'], 3), ...offered)).toEqual(['a', 'b']);
  });

  test('takes no excerpt that says the same as one it has', () => {
    const one = { ...excerptOf('a', 0), terms: new Set(['storm', 'lamp', 'pier', 'keeper']) };
    const copy = { ...excerptOf('b', 0), terms: new Set(['storm', 'lamp', 'pier', 'keeper', 'old']) };
    expect(chosenFrom(new Selection(BRIEF_BUDGETS['1m'], 2), one, copy, excerptOf('c', 0))).toEqual([
      'a',
      'c',
    ]);
  });

  test.each([
    ['the sentence after', [0, 1], 'Lund left. The ferry sank.'],
    ['the sentence before', [1, 0], 'Lund left. The ferry sank.'],
    ['no sentence further on', [0, 2], 'Lund left.'],
    ['no sentence that makes it long', [2, 3], 'Storms came.'],
  ])('lengthens an excerpt by %s', (_what, [first = 0, next = 0], expected) => {
    const text = `Lund left. The ferry sank. Storms came. The lamp ${'and the lamp '.repeat(20)}fell.`;
    const excerpts = createCandidates('harbour/a', text).map((each) => growExcerpt(each));
    const selection = new Selection(BRIEF_BUDGETS['1m'], 1);
    for (const excerpt of excerpts.slice(first, first + 1)) selection.offer(excerpt);
    for (const excerpt of excerpts.slice(next, next + 1)) selection.extend(excerpt);
    expect(selection.chosen.map((excerpt) => excerpt.text)).toEqual([expected]);
  });
});
