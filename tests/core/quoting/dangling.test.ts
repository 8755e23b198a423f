import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { dependsOnBefore, refersBack, withoutConnective } from '../../../src/core/quoting/dangling.ts';
import type { TextPlace } from '../../../src/core/quoting/of-itself.ts';

/** A passage of a document. */
function placeIn(id: string, passage = 0, title: string | null = null): TextPlace {
  return { document: { id: id as DocumentId, title }, passage };
}

const HARBOUR = placeIn('harbour/a');

describe('a text refers back', () => {
  test.each(['He sold it.', 'The official declined.', 'These are old.', '“It is old,” she said.'])(
    '%s',
    (text) => {
      expect(refersBack(text, HARBOUR)).toBe(true);
    },
  );

  test.each(['Lund sold the ferry.', 'Hermann sold it.', 'The ferry is old.', '“It is old,” Lund said.'])(
    'unless it starts with a name or a thing: %s',
    (text) => {
      expect(refersBack(text, HARBOUR)).toBe(false);
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
    'On the other hand, the ferry sank.',
    'Due to all of this, it was sold.',
    'Because of that the ferry sank.',
    'Par ailleurs, le bac a coulé.',
    'Por otra parte, se vendió.',
    'This report was sold.',
    'It is committed to the ferry.',
    'It was not able to sail.',
    'It is now legally obliged to sail.',
    'It is supposed to sail.',
    'This proposal aims to sell the ferry.',
  ])('%s', (text) => {
    expect(dependsOnBefore(text, HARBOUR)).toBe(true);
  });

  test.each([
    'The ferry sank.',
    'It remains unclear who sank it.',
    'Es ist möglich, dass sie sank.',
    'Sofia sank it.',
    'It is important to sail.',
    'It is expected that she sails.',
    'It is recommended to sail.',
    'It is strongly advised to sail.',
    'It is planned to sail.',
    'It is interesting to sail.',
    'It is not surprising to sail.',
    'Butter was sold.',
    'Erika fuhr.',
    'This report describes the ferry.',
    'This PEP only proposes lamps.',
    'Due to storms the ferry sank.',
    'Ce rapport décrit le bac.',
  ])('unless it can be read alone: %s', (text) => {
    expect(dependsOnBefore(text, HARBOUR)).toBe(false);
  });
});

describe('a document that speaks of itself refers to nothing', () => {
  test.each([
    ['This report describes the ferry.', HARBOUR],
    ['This report describes the ferry.', placeIn('harbour/report', 9)],
    ['This PEP proposes lamps.', placeIn('peps/pep-0008', 9)],
    ['This RFC proposes lamps.', placeIn('rfcs/0243', 9)],
    ['This policy covers the ferry.', placeIn('harbour/a', 9, 'Ferry policy')],
  ])('%s', (text, place) => {
    expect(refersBack(text, place)).toBe(false);
  });

  test.each([
    ['This report describes the ferry.', placeIn('harbour/a', 9)],
    ['This PEP proposes lamps.', placeIn('harbour/a', 9)],
    ['This proposal aims to sell the ferry.', HARBOUR],
    ['This policy covers the ferry.', placeIn('harbour/a', 0, 'Ferries')],
  ])('but one that speaks of another may: %s', (text, place) => {
    expect(refersBack(text, place)).toBe(true);
  });
});

test('a connective is removed from the start of a sentence', () => {
  expect(withoutConnective('However, the ferry sank.')).toBe('The ferry sank.');
  expect(withoutConnective('The ferry sank.')).toBeNull();
});
