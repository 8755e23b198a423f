import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskQuotations } from '../../../../src/core/quoting/voices/mask-quotations.ts';

test.each([
  ['“It is old,” he said.', '“··········” he said.'],
  ['"It is old," he said. "It leaks."', '"··········" he said. "·········"'],
  ['„Alt“, sagte er.', '„···“, sagte er.'],
  ['« Vieux », dit-il.', '«·······», dit-il.'],
  ['It is old.” He said: “It', '··········” He said: “··'],
])('what is quoted is masked: %s', (text, masked) => {
  expect(maskQuotations(text)).toBe(masked);
});

test('offsets stay, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', ' ', '“', '”', '"', '„', '«', '»', '😀')), (parts) => {
      const text = parts.join('');
      expect(maskQuotations(text)).toHaveLength(text.length);
    }),
  );
});
