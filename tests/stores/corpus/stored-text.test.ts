import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStored, spellStored } from '../../../src/stores/sql/corpus/stored-text.ts';

test('any text is spelt so that UTF-8 without NUL holds it, and read again', () => {
  const unit = fc.constantFrom('a', '\0', '\ud800', '\udc00', '\u{E000}', '灯', '\u{1d4b3}');
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const stored = spellStored(text);
      expect(stored.isWellFormed() && !stored.includes('\0')).toBe(true);
      expect(readStored(stored)).toBe(text);
    }),
  );
});
