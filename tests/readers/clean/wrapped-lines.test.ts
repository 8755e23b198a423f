import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinWrappedLines } from '../../../src/readers/clean/wrapped-lines.ts';
import { cpuTime } from '../../fakes/cpu-time.ts';

const SAID =
  'The council of the harbour met on Monday in the customs house and heard from Ada Quay about the state of the lighthouse, which a storm in March had damaged. She said that the tower would cost five thousand crowns, and that the lamp would be lit again in the autumn.';
const FIRST = wrap(SAID, 66);
const joined = (text: string) => text.replaceAll('\n', ' ');

describe('wrapped lines', () => {
  test('are joined to paragraphs', () => {
    expect(joinWrappedLines(`${FIRST}\n\n${FIRST}`)).toBe(`${joined(FIRST)}\n\n${joined(FIRST)}`);
  });

  test('are joined where letters of different width let some end earlier, and nothing parts the paragraphs', () => {
    const ragged = (text: string) => [0, 1, 2].map((at) => wrap(text, 62 + 3 * at)).join('\n');
    const lines = ragged(SAID).split('\n');
    const text = joinWrappedLines(lines.join('\n'));
    expect(text.split('\n').filter((line) => !/[.]$/.test(line))).toEqual([]);
  });

  test.each([
    ['a verse', 'The lamp went out, the gulls flew in,\nAnd no one saw the ships\nUntil the morning came'],
    ['an address', 'Mrs Ada Quay\n12 Harbour Street\nLindau'],
    ['a table', 'Name          Days      Cost\nTower         30        5,000'],
    ['a list', '- Timber\n- Slate from the quarry beyond the hill, and all the nails for it\n- Lamp oil'],
    ['labels', 'Present: Ada Quay, Tom Mole, Ida Stern and the whole council today\nAbsent: nobody'],
    ['a heading', 'The lighthouse\nThe keeper lit it.'],
  ])('stay in %s', (_name, lines) => {
    expect(joinWrappedLines(`${FIRST}\n\n${lines}`)).toBe(`${joined(FIRST)}\n\n${lines}`);
  });

  test('of an item are one', () => {
    const item = '1. The first item of a list which is so long that it has to run on\n   to a second line.';
    expect(joinWrappedLines(`${FIRST}\n\n${item}\n2. Next`)).toContain(
      'to run on to a second line.\n2. Next',
    );
  });

  test('end where the next paragraph is indented', () => {
    const text = joinWrappedLines(`${FIRST}\n   ${FIRST}`);
    expect(text).toBe(`${joined(FIRST)}\n   ${joined(FIRST)}`);
  });

  test('keep the hyphen of a word that is broken at it, and the space after one for a word left out', () => {
    const text =
      joinWrappedLines(`${FIRST}\n\nThe lighthouse stands on the cliff above the town and is well-\nknown.\n
Der Turm steht auf der Klippe über der Stadt und wird von Wind-\nund Wasserkraft versorgt.`);
    expect(text).toContain('is well-known.');
    expect(text).toContain('von Wind- und Wasserkraft');
  });

  test('of Chinese are joined without a space', () => {
    const line = '委员会星期一在海关大楼开会讨论灯塔重建的预算和时间表以及';
    expect(joinWrappedLines(`${line}\n${line}\n${line}\n${line}。`)).toBe(`${line.repeat(4)}。`);
  });
});

test.each([
  ['a paragraph a line', `${joined(FIRST)}\n${joined(FIRST)}\n${joined(FIRST)}`],
  [
    'minutes',
    'Minutes\nPresent: Ada Quay\n\nBudget\nThe board approved it.\n\nNext\nThe board meets in May.',
  ],
  [
    'a caption over its credit',
    'The lighthouse before the storm that came over the town in March\n(Ada Quay)',
  ],
])('lines that nobody wrapped stay: %s', (_name, text) => {
  expect(joinWrappedLines(text)).toBe(text);
});

test('words keep their order, and no two are glued', () => {
  const word = fc.constantFrom(
    'the',
    'keeper',
    'lit',
    'a',
    'lamp',
    'Ada',
    'before',
    'dusk',
    '1871',
    'harbour,',
  );
  const paragraph = fc.array(word, { minLength: 5, maxLength: 60 }).map((words) => `The ${words.join(' ')}.`);
  fc.assert(
    fc.property(
      fc.array(paragraph, { minLength: 3, maxLength: 8 }),
      fc.integer({ min: 50, max: 90 }),
      (texts, width) => {
        const read = joinWrappedLines(texts.map((text) => wrap(text, width)).join('\n\n'));
        expect(read.split(/\s+/)).toEqual(texts.join(' ').split(/\s+/));
      },
    ),
  );
});

test('a megabyte takes no more than seconds', () => {
  expect(cpuTime(() => joinWrappedLines(`${FIRST}\n\n`.repeat(5000)))).toBeLessThan(5000);
  expect(cpuTime(() => joinWrappedLines(`${FIRST}\n`.repeat(5000)))).toBeLessThan(5000);
  expect(cpuTime(() => joinWrappedLines('a  '.repeat(400_000)))).toBeLessThan(5000);
});

function wrap(text: string, width: number): string {
  return text.split(' ').reduce((done, next) => {
    const line = done.slice(done.lastIndexOf('\n') + 1);
    return line.length + 1 + next.length > width ? `${done}\n${next}` : `${done} ${next}`;
  });
}

test.each(['COVID-19 outbreak', 'NATO-led mission', '(ECB) – the bank, that is –'])(
  'a line goes on before “%s”, which opens no report',
  (words) => {
    const line = 'It has counted more beds in the harbour than in any year before the';
    expect(joinWrappedLines(`${FIRST}\n\n${line}\n${words} and no more.`)).toContain(`before the ${words}`);
  },
);

test.each([
  'LINDAU – The pier',
  'NEW YORK (AP) — The pier',
  '(Lindau) – The pier',
  'LINDAU- The pier',
  'LINDAU—The pier',
])('a report opens with “%s”', (words) => {
  const line = 'The board has counted more beds in the harbour than in any year before';
  const text = `${FIRST}\n\n${line}\n${words.replace(' (AP)', '')} opens.`;
  expect(joinWrappedLines(text)).not.toContain(`before ${words}`);
});
