import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLeftOut } from '../../../src/app/pages/left-out.ts';

const KEPT =
  'The ferry to the island will cost ten crowns from May.\n\nThe council decided so in March after a long debate.';
const found = (whole: string, text = KEPT) => findLeftOut(text, whole)?.map(({ at, lines }) => [at, lines]);

describe('what a text leaves out of its file', () => {
  test('is what stands before, between and after its lines', () => {
    const [first, second] = KEPT.split('\n\n');
    expect(found(`Home\nSport\n${first}\n\nAdvertisement\n\n${second}\nShare this`)).toEqual([
      [0, ['Home', 'Sport']],
      [KEPT.indexOf('The council'), ['Advertisement']],
      [KEPT.length, ['Share this']],
    ]);
  });

  test('keeps a heading with what it heads, though a menu names it too', () => {
    const text = `Fares\n\n${KEPT}`;
    expect(found(`Home\nFares\nSport\nFares\n${KEPT}`, text)).toEqual([[0, ['Home', 'Fares', 'Sport']]]);
  });

  test('is nothing where lines were only joined', () => {
    expect(found(KEPT.replace('island will', 'island\nwill'))).toEqual([]);
  });

  test('is told within a line of which a part was kept', () => {
    expect(found(KEPT.replace('will cost', 'Read more will cost'))).toEqual([[24, ['Read more']]]);
  });

  test('is not told where the file says something else', () => {
    expect(found('Nothing of this is in the text.')).toBeUndefined();
    expect(found(KEPT.replaceAll(/[a-z]+/g, (word) => word.toUpperCase()))).toBeUndefined();
  });

  test('together with the text is every word of the file, whatever was left out', () => {
    const word = fc.stringMatching(/^[a-f]{1,3}$/);
    const line = fc.tuple(fc.array(word, { minLength: 1, maxLength: 12 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const whole = lines.map(([words]) => words.join(' ')).join('\n');
        const text = lines.flatMap(([words, kept]) => (kept ? [words.join(' ')] : [])).join('\n');
        const leftOut = findLeftOut(text, whole);
        const words = [
          ...text.split(/\s+/),
          ...(leftOut ?? []).flatMap(({ lines: each }) => each.join(' ').split(' ')),
        ];
        expect(words.filter((each) => each !== '').sort()).toEqual(whole.split(/\s+/).sort());
      }),
    );
  });
});
