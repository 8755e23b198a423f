import { describe, expect, test } from 'vitest';
import { dependsOnBefore, refersBack, withoutConnective } from '../../../src/core/quoting/dangling.ts';

describe('a text refers back', () => {
  test.each(['He sold it.', 'The official declined.', 'These are old.', '“It is old,” she said.'])(
    '%s',
    (text) => {
      expect(refersBack(text)).toBe(true);
    },
  );

  test.each(['Lund sold the ferry.', 'Hermann sold it.', 'The ferry is old.', '“It is old,” Lund said.'])(
    'unless it starts with a name or a thing: %s',
    (text) => {
      expect(refersBack(text)).toBe(false);
    },
  );
});

describe('a text depends on the sentence before', () => {
  test.each([
    'It sank.',
    'But the ferry sank.',
    'Accordingly, it was sold.',
    'Jedoch sank sie.',
    'Cela suffit.',
    'Pero se vendió.',
  ])('%s', (text) => {
    expect(dependsOnBefore(text)).toBe(true);
  });

  test.each([
    'The ferry sank.',
    'It remains unclear who sank it.',
    'Es ist möglich, dass sie sank.',
    'Sofia sank it.',
    'Butter was sold.',
    'Erika fuhr.',
  ])('unless it can be read alone: %s', (text) => {
    expect(dependsOnBefore(text)).toBe(false);
  });
});

test('a connective is removed from the start of a sentence', () => {
  expect(withoutConnective('However, the ferry sank.')).toBe('The ferry sank.');
  expect(withoutConnective('The ferry sank.')).toBeNull();
});
