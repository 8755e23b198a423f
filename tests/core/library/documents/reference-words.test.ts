import { expect, test } from 'vitest';
import { referenceWords } from '../../../../src/core/library/documents/reference-words.ts';
import { createDocument } from '../../../fakes/documents.ts';

test('people refer to a document by its title, publisher, author, place and day', () => {
  const document = createDocument('town/old-papers/harbour_depths.v2', {
    ...{ title: 'The depths', publisher: 'Port Selma', author: 'Ada Quay', published: '2024-07-10' },
    text: 'What it says is not among them.',
  });
  expect(referenceWords(document)).toBe(
    'The depths · Port Selma · Ada Quay · town old papers harbour depths v2 · July 10, 2024',
  );
});

test('what is unknown leaves no trace', () => {
  expect(referenceWords(createDocument('town/depths', {}))).toBe('town depths');
});

test.each([
  ['en', '2024-07-10', 'July 10, 2024'],
  ['en', '2024-01-01', 'January 1, 2024'],
  ['en', '2024-07', 'July 2024'],
  ['en', '2024', '2024'],
  ['de', '2024-03-05', '5. März 2024'],
  ['fr', '2024-03', 'mars 2024'],
])('the day is written as in the language: %s, %s', (language, published, written) => {
  expect(referenceWords(createDocument('a', { language, published }))).toBe(`a · ${written}`);
});
