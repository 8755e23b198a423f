import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRuns } from '../../../src/core/text/runs.ts';

const runsOf = (text: string) => {
  const ends = readRuns(text);
  return ends.flatMap((end, at) => (at % 2 === 1 ? [text.slice(ends[at - 1], end)] : []));
};

test.each([
  ['The U.S. isn’t naïve.', ['The', 'U.S.', 'isn’t', 'naïve']],
  ['H.1, a,b and x.5 cost 1,000.50.', ['H.1', 'a', 'b', 'and', 'x.5', 'cost', '1,000.50']],
  ["don't end with an apostrophe'", ["don't", 'end', 'with', 'an', 'apostrophe']],
  ['soft\u00ADhyphen, A.B. and A.', ['soft\u00ADhyphen', 'A.B.', 'and', 'A']],
  ['NATO는 2024년, F-35', ['NATO는', '2024년', 'F', '35']],
  ['', []],
])('the runs of %j', (text, runs) => {
  expect(runsOf(text)).toEqual(runs);
});

test('letters between other characters are found as they are among letters that have to be looked at', () => {
  const part = fc.constantFrom(..."aZ09.,'’- \u00E9\u0301\u00AD“日한É");
  const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (some) => {
      const apart = runsOf(`${some} word ${some}`);
      expect(apart).toEqual([...runsOf(some), 'word', ...runsOf(some)]);
    }),
  );
});
