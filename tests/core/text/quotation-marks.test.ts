import { expect, test } from 'vitest';
import { inQuotes } from '../../../src/core/text/quotation-marks.ts';

test.each([
  ['The quay is old.', '“The quay is old.”'],
  ['“The quay is old.”', '“The quay is old.”'],
  ['"The quay is old."', '"The quay is old."'],
  ['“He said “no” twice.”', '“He said “no” twice.”'],
  ['“No,” she said, “the quay is new.”', '‘“No,” she said, “the quay is new.”’'],
  ['"No," she said, "never."', '‘"No," she said, "never."’'],
  ['She called it “new.”', '‘She called it “new.”’'],
  ['“New” is what she called it.', '‘“New” is what she called it.’'],
  ['She said “no” to it.', '“She said “no” to it.”'],
  ['“', '‘“’'],
  ['', '“”'],
])('%j is quoted as %j', (text, quoted) => {
  expect(inQuotes(text)).toBe(quoted);
});
