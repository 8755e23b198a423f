import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEADED, INDENT, indentation, splitParagraphs } from '../../../src/core/text/paragraphs.ts';

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

  test.each([
    ['with named cells', 'Ship: Trawler | Rate: 12 crowns'],
    ['below another one', 'Ferry | 10 crowns\nTrawler | 12 crowns'],
  ])('is no row of a table %s', (_, rows) => {
    const kinds = splitParagraphs(`${rows}\n\n${FIRST}`).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['body']));
  });

  test('may have a bar in it', () => {
    const line = 'Ferry fares | Port Gazette';
    expect(paragraphsOf(`${line}\n\n${FIRST}`)).toEqual([`heading: ${line}`, `body: ${FIRST}`]);
  });

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

describe('what a format marks', () => {
  test('is a heading whatever follows it', () => {
    expect(paragraphsOf(`The harbour${HEADED}\n\nThe lamp${HEADED}\n\n${FIRST}`)).toEqual([
      'heading: The harbour',
      'heading: The lamp',
      `body: ${FIRST}`,
    ]);
    expect(paragraphsOf(`${FIRST}\n\nIs it lit?${HEADED}`).at(-1)).toBe('heading: Is it lit?');
  });

  test('is no heading if it is as long as a paragraph', () => {
    expect(paragraphsOf(`${FIRST.repeat(4)}${HEADED}\n\n${SECOND}`)[0]).toMatch(/^body/);
  });

  test.each([
    'We will use PostgreSQL',
    'The council dropped the lamp',
    'Mail is sent at eight',
    'Wir müssen sparen',
    'Removed: support for Node 16.',
  ])('is no heading if it says something and nothing stands below it: %s', (line) => {
    const kinds = paragraphsOf(`${line}${HEADED}\n\n${line}${HEADED}`).map((each) => each.split(':')[0]);
    expect(kinds).toEqual(['body', 'body']);
  });

  test('is a heading above a body even if it says something, unless it ends as a statement does', () => {
    expect(paragraphsOf(`We will use PostgreSQL${HEADED}\n\n${FIRST}`)[0]).toMatch(/^heading/);
    expect(paragraphsOf(`1. Introduction.${HEADED}\n\n${FIRST}`)[0]).toMatch(/^heading/);
    expect(paragraphsOf(`Removed: support for Node 16.${HEADED}\n\n${FIRST}`)[0]).toMatch(/^body/);
  });

  test('is a body if it is an item that others are nested in', () => {
    const outline = ['rename the pier', `${INDENT}agreed in May`, `${INDENT}${SECOND}`, 'build a lamp'];
    expect(paragraphsOf(outline.join('\n')).map((each) => each.split(':')[0])).toEqual([
      ...['body', 'body', 'body', 'body'],
    ]);
    const text = outline.join('\n');
    expect(splitParagraphs(text).map((each) => indentation(text, each))).toEqual([0, 1, 1, 0]);
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
