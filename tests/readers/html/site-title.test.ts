import { expect, test } from 'vitest';
import { withoutSite } from '../../../src/readers/html/site-title.ts';

test('a title that is too long for a headline stays as it is', () => {
  const title = `${'The lamp '.repeat(40)}| Gazette`;
  expect(withoutSite(title, 'Gazette', null)).toBe(title);
});

test.each([
  ['Part Three – Harbour', 'Part Three', 'Gazette', 'Part Three – Harbour'],
  ['Part Three – Gazette', 'Part Three', 'Gazette', 'Part Three'],
  ['Part Three | Harbour', 'Part Three', null, 'Part Three'],
  ['The lamp is lit - Harbour Gazette', 'The lamp is lit', null, 'The lamp is lit'],
])('%s, headed %s, of %s, is %s', (title, heading, publisher, plain) => {
  expect(withoutSite(title, publisher, heading)).toBe(plain);
});
