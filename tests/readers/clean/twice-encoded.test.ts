import { expect, test } from 'vitest';
import { decodeText } from '../../../src/readers/clean/decode.ts';

/** Text that a program took for Latin-1 and encoded again. */
const twice = (text: string) => Buffer.from(Buffer.from(text, 'utf8').toString('latin1'), 'utf8');

test.each(['June 17–18, 2025', '“It was,” he said.', 'Élan', '北 and 🙂'])(
  'what was encoded twice is mended: %s',
  async (text) => {
    expect(await decodeText(twice(text))).toBe(text);
  },
);

test.each(['Ã© is no letter of English', 'Château – “fort”', 'NÃO', 'a\u0085b', 'Spaß\u0085Ü\u0085'])(
  'what may be meant stays as it is: %s',
  async (text) => {
    expect(await decodeText(Buffer.from(text, 'utf8'))).toBe(text);
  },
);
