import { describe, expect, test } from 'vitest';
import { growExcerpt, overlaps, placeOf, unseen } from '../../../src/core/quoting/excerpts.ts';
import { createCandidates } from '../../fakes/candidates.ts';

/** The excerpt grown from the sentence of a text that starts with `opening`. */
function grown(text: string, opening: string, shownText?: string): string {
  const candidates = createCandidates('harbour/a', text);
  const sentence = ({ slice, document }: (typeof candidates)[number]) =>
    document.text.slice(slice.start, slice.end);
  const candidate = candidates.find((each) => sentence(each).startsWith(opening));
  const shown = candidates.filter((each) => shownText !== undefined && sentence(each).startsWith(shownText));
  if (!candidate) throw new Error(`No sentence starts with ${opening}`);
  return growExcerpt(candidate, shown.map(placeOf)).text;
}

describe('an excerpt', () => {
  test('is its sentence, if that can be read alone', () => {
    expect(grown('The lamp was lit. The ferry sank. It rained.', 'The ferry')).toBe('The ferry sank.');
  });

  test('has the sentence before, if its own starts with a word that stands for something there', () => {
    expect(grown('Ada Lund runs the ferry. She will sell it.', 'She')).toBe(
      'Ada Lund runs the ferry. She will sell it.',
    );
  });

  test('has as many sentences before as it may, while the first can’t be read alone', () => {
    const [, , last] = createCandidates(
      'harbour/a',
      'Ada Lund runs the ferry. She is old. She will sell it.',
    );
    expect(last && growExcerpt(last).text).toBe('She is old. She will sell it.');
    expect(last && growExcerpt(last, [], 2).text).toBe(
      'Ada Lund runs the ferry. She is old. She will sell it.',
    );
  });

  test('has the rest of a quotation that its sentence leaves open', () => {
    const text = 'Lund said: “The ferry is old. Nobody wants it.” It rained.';
    expect(grown(text, 'Lund')).toBe('Lund said: “The ferry is old. Nobody wants it.”');
    expect(grown(text, 'Nobody')).toBe('Lund said: “The ferry is old. Nobody wants it.”');
  });

  test.each([
    'Lund said: "The ferry is old. Nobody wants it."',
    'Lund sagte: „Die Fähre ist alt. Nobody wants it.“',
  ])('has it in any marks: %s', (quotation) => {
    expect(grown(`${quotation} It rained.`, 'Lund')).toBe(quotation);
    expect(grown(`${quotation} It rained.`, 'Nobody')).toBe(quotation);
  });

  test('has what a colon announces', () => {
    expect(grown('The council decided this:\nThe ferry is sold. It rained.', 'The council')).toMatch(
      /^The council decided this:\s+The ferry is sold\.$/,
    );
  });

  test('has the list that its paragraph leads to, in an answer that asks for no kind of fact', () => {
    const text =
      'We need to know your ferry. It helps us. Please tell us at least:\n\n- The year it was built.\n- The name of the ferry.\n\nIt rained.';
    const [first] = createCandidates('harbour/a', text);
    expect(first && growExcerpt(first, [], 2).text).toMatch(/^We need .*The name of the ferry\.$/s);
    expect(first && growExcerpt(first).text).toBe('We need to know your ferry.');
    expect(first && growExcerpt({ ...first, fact: 1 }, [], 2).text).toBe('We need to know your ferry.');
  });

  test('does not go on over a heading, nor back', () => {
    const text = 'Ada Lund decided this:\n\nFerries\u2002\n\nThey were sold. It rained.';
    expect(grown(text, 'Ada')).toBe('Ada Lund decided this:');
    expect(grown(text, 'They')).toBe('They were sold.');
  });

  test('has no list of another heading', () => {
    const text =
      'Ada Lund wrote the code for this:\n\nFerries\u2002\n\n- The ferry was sold.\n- The lamp was lit.';
    expect(grown(text, 'Ada')).toBe('Ada Lund wrote the code for this:');
  });

  test('does not go on from a colon to what announces something else, as code between was left out', () => {
    const text = 'The lamp is lit by this:\n\nFor a ferry, wait. Call this:\n\nThe lamp is out. It rained.';
    expect(grown(text, 'The lamp is lit')).toBe('The lamp is lit by this:');
    expect(grown(text, 'Call')).toMatch(/^Call this:\s+The lamp is out\.$/);
  });

  test('has no more than three sentences', () => {
    const text = 'Lund said: “One ferry is old. Two are new. Three are lost. Four are found.” It rained.';
    expect(grown(text, 'Lund')).toBe('Lund said: “One ferry is old. Two are new. Three are lost.');
  });

  test('gets no sentence before that would make it very long', () => {
    const long = `The ferry ${'and the lamp '.repeat(40)}sank.`;
    expect(grown(`${long} He was saved.`, 'He was')).toBe('He was saved.');
  });

  test('stays one sentence, if it would repeat what was shown', () => {
    const text = 'Ada Lund runs the ferry. She will sell it.';
    expect(grown(text, 'She', 'Ada')).toBe('She will sell it.');
  });

  test('goes on with the next sentence, if that says what was asked for, and is no longer than 420 characters', () => {
    const goesOn = (text: string) => {
      const [first] = createCandidates('harbour/a', text);
      return first && growExcerpt({ ...first, continued: true }).text;
    };
    expect(goesOn('The ferry was sold. It cost £30. Lund left.')).toBe('The ferry was sold. It cost £30.');
    expect(goesOn(`The ferry was sold. It cost ${'very '.repeat(90)}much.`)).toBe('The ferry was sold.');
  });

  test('brings the last sentence of the passage before, if its first leans on that', () => {
    const [, second] = createCandidates('harbour/a', 'Ada Lund runs the ferry.\n\nShe will sell it.');
    const [before] = createCandidates('harbour/a', 'Ada Lund runs the ferry.\n\nShe will sell it.');
    if (!second || !before) throw new Error('a sentence is missing');
    expect(growExcerpt({ ...second, before: before.slice }).text).toMatch(
      /^Ada Lund runs the ferry\.\s+She will sell it\.$/,
    );
  });

  test('never leaves its passage otherwise', () => {
    const paragraph = 'The keeper of the lamp walked along the long pier and counted the ships. '
      .repeat(12)
      .trim();
    const candidates = createCandidates('harbour/a', `${paragraph}\n\nShe sold it. ${paragraph}`);
    const first = candidates.find(({ passage, at }) => passage > 0 && at === 0);
    if (!first) throw new Error('there is only one passage');
    expect(growExcerpt(first).text).toBe('She sold it.');
  });
});

describe('a place that was shown', () => {
  const [first, second] = createCandidates('harbour/a', 'The lamp was lit. The ferry sank.');
  const [other] = createCandidates('harbour/b', 'The lamp was lit. The ferry sank.');

  test('hides every candidate of its document that overlaps it, and no other', () => {
    if (!first || !second || !other) throw new Error('sentences are missing');
    const isUnseen = unseen([placeOf(first)]);
    expect([first, second, other].map(isUnseen)).toEqual([false, true, true]);
  });

  test('overlaps a slice only if they share a character', () => {
    expect(overlaps({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false);
    expect(overlaps({ start: 0, end: 6 }, { start: 5, end: 9 })).toBe(true);
  });
});
