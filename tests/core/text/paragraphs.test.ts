import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitParagraphs } from '../../../src/core/text/paragraphs.ts';

function paragraphsOf(text: string): string[] {
  return splitParagraphs(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

const FIRST = 'The council voted on Monday to rebuild the old lighthouse.';
const SECOND = 'Work will start in spring.';

describe('paragraphs', () => {
  test('are parted by empty lines', () => {
    expect(paragraphsOf(`${FIRST}\n\n${SECOND}`)).toEqual([`body: ${FIRST}`, `body: ${SECOND}`]);
  });

  test('may stand one on a line', () => {
    expect(paragraphsOf(`${FIRST}\n${SECOND}`)).toEqual([`body: ${FIRST}`, `body: ${SECOND}`]);
  });

  test('leave the space around them out', () => {
    expect(paragraphsOf(`  ${FIRST} \n \t \n\n${SECOND}\t\n`)).toEqual([`body: ${FIRST}`, `body: ${SECOND}`]);
  });

  test('that a machine wrapped are joined', () => {
    const wrapped =
      'The harbour council voted on Monday evening\nto rebuild the old lighthouse, which a storm had\ndamaged in March.';
    expect(paragraphsOf(`${wrapped}\n\n${SECOND}`)).toEqual([`body: ${wrapped}`, `body: ${SECOND}`]);
  });

  test('of white space alone are none', () => {
    expect(paragraphsOf(' \n\n\t\n')).toEqual([]);
  });

  test('may be as many as a large file has lines', () => {
    expect(splitParagraphs('The lamp was lit.\n'.repeat(300_000))).toHaveLength(300_000);
  });
});

describe('a heading', () => {
  test.each(['Policy Statements', 'What It Will Cost', 'China’s Impact', '5 Ways Forward'])(
    'is a short line without a full stop before a paragraph: %s',
    (heading) => {
      expect(paragraphsOf(`${heading}\n\n${FIRST}`)).toEqual([`heading: ${heading}`, `body: ${FIRST}`]);
    },
  );

  test('is not the last line', () => {
    expect(paragraphsOf(`${FIRST}\n\nThe Way Forward`)).toEqual([`body: ${FIRST}`, 'body: The Way Forward']);
  });

  test('is not a line of a list', () => {
    expect(paragraphsOf('Apples\nPears\nPlums').map((line) => line.split(':')[0])).toEqual([
      ...['body', 'body', 'body'],
    ]);
  });

  test.each(['It rained.', 'Why?', 'The reasons:', '“No,” he said…', '北约东扩。'])(
    'does not end as a sentence does: %s',
    (line) => {
      expect(paragraphsOf(`${line}\n\n${FIRST}`)[0]).toBe(`body: ${line}`);
    },
  );

  test('is not as long as a paragraph', () => {
    const line =
      'the council voted on Monday to rebuild the old lighthouse which a storm had damaged in March';
    expect(paragraphsOf(`${line}\n\n${FIRST}`)[0]).toBe(`body: ${line}`);
  });

  test('has letters', () => {
    expect(paragraphsOf(`* * *\n\n${FIRST}`)[0]).toBe('body: * * *');
  });
});

describe('for any text, paragraphs', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          FIRST,
          SECOND,
          'Policy Statements',
          '',
          ' ',
          '🚢 e\u0301\u0302',
          '\u202Ex\u202C',
          '"',
        ),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
      { maxLength: 20 },
    )
    .map((lines) => lines.join('\n'));

  test('come in order, do not overlap and are trimmed', () => {
    fc.assert(
      fc.property(text, (each) => {
        let from = 0;
        for (const { start, end } of splitParagraphs(each)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(each.slice(start, end)).toBe(each.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          from = end;
        }
      }),
    );
  });

  test('hold everything but white space', () => {
    fc.assert(
      fc.property(text, (each) => {
        const held = splitParagraphs(each).map(({ start, end }) => each.slice(start, end));
        expect(held.join('').replace(/\s/gu, '')).toBe(each.replace(/\s/gu, ''));
      }),
    );
  });
});
