import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passageSentences, splitPassages } from '../../../../src/core/library/documents/passages.ts';
import { INDENT, splitParagraphs } from '../../../../src/core/text/paragraphs.ts';

const SENTENCE = 'The council voted on Monday to rebuild the old lighthouse by winter.';
const LONG = Array.from({ length: 40 }, (_, at) => `Ship number ${at} left the old pier on the tide.`).join(
  ' ',
);

function passagesOf(text: string): string[] {
  return splitPassages(text, 'en').map(({ start, end }) => text.slice(start, end));
}

function quotable(text: string): string[] {
  return splitPassages(text, 'en').flatMap((passage) =>
    passageSentences(text, passage, 'en').map(({ start, end }) => text.slice(start, end)),
  );
}

test.each(['July 10, 2024', '10 July 2024', '2024-07-10', ''])(
  'the signature under a post is no sentence: %j',
  (date) => {
    const signature = `— Ada Quay (@adaquay) ${date}`.trim();
    expect(quotable(`${SENTENCE}\n\n${signature}\n\n${SENTENCE}`)).toEqual([...[SENTENCE, SENTENCE]]);
  },
);

test.each([
  '— Ada Quay (@adaquay) said that the lamp is lit.',
  '— Questions go to Ada Quay (@adaquay) in the harbour office',
  '— Questions go to Ada Quay (@adaquay)',
  '- Ada Quay (@adaquay) leads the harbour',
])('what names somebody by an account is a sentence: %s', (line) => {
  expect(quotable(`${SENTENCE}\n\n${line}`)).toHaveLength(2);
});

describe('a passage', () => {
  test('is a paragraph', () => {
    expect(passagesOf(`${SENTENCE}\n\n${SENTENCE}`)).toEqual([SENTENCE, SENTENCE]);
  });

  test('begins with its heading', () => {
    expect(passagesOf(`Policy Statements\n\n${SENTENCE}`)).toEqual([`Policy Statements\n\n${SENTENCE}`]);
  });

  test('begins with the line that announces it', () => {
    expect(passagesOf(`The reasons include:\n\n${SENTENCE}`)).toEqual([
      `The reasons include:\n\n${SENTENCE}`,
    ]);
  });

  test('begins with the line that announces it in Chinese, too', () => {
    const text = '请至少包括以下信息：\n\n灯塔的名字。';
    expect(passagesOf(text)).toEqual([text]);
  });

  test('is a part of a long paragraph, between sentences', () => {
    const passages = passagesOf(LONG);
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.join(' ')).toBe(LONG);
  });

  test('is not much longer than a paragraph of news', () => {
    expect(Math.max(...passagesOf(LONG).map((passage) => passage.length))).toBeLessThanOrEqual(1000);
  });

  test('of a 200 KB paragraph is one of many', () => {
    expect(splitPassages(`${SENTENCE} `.repeat(3000), 'en').length).toBeGreaterThan(200);
  });
});

describe('what may be quoted', () => {
  test('are the sentences of the passages, in order', () => {
    expect(quotable(`${SENTENCE} It rained.\n\nNobody came.`)).toEqual([
      SENTENCE,
      'It rained.',
      'Nobody came.',
    ]);
  });

  test('is never a heading', () => {
    expect(quotable(`Policy Statements\n\n${SENTENCE}`)).toEqual([SENTENCE]);
  });

  test('is never a heading over a long paragraph', () => {
    expect(quotable(`Policy Statements\n\n${LONG}`)[0]).toBe('Ship number 0 left the old pier on the tide.');
  });

  test('is never a heading between an announcement and a long paragraph', () => {
    const text = `The reasons include:\n\nPolicy Statements\n\n${LONG}`;
    expect(quotable(text).filter((sentence) => sentence.includes('Policy Statements'))).toEqual([]);
  });

  test('is also an item that others are nested in, which stand with it', () => {
    const items = [
      'The council approved the lamp budget',
      `${INDENT}12 crowns for oil`,
      `${INDENT}8 for glass`,
    ];
    expect(quotable(items.join('\n'))).toEqual(items.map((item) => item.trim()));
    expect(passagesOf(items.join('\n'))[0]).toContain('for oil');
  });

  test('is not joined over paragraphs', () => {
    expect(quotable(`He lives in the U.S.\n\nhis brother does not.`)).toHaveLength(2);
  });
});

describe('for any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      SENTENCE,
      LONG,
      'Policy Statements',
      'The reasons include:',
      '',
      ' ',
      'e\u0301🚢 \u202Ex\u202C.',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const text = fc.array(line, { maxLength: 15 }).map((lines) => lines.join('\n'));

  test('passages come in order and do not overlap', () => {
    fc.assert(
      fc.property(text, (each) => {
        const passages = [{ start: 0, end: 0 }, ...splitPassages(each, 'en')];
        expect(
          passages.every(({ start, end }, at) => start <= end && start >= (passages[at - 1]?.end ?? 0)),
        ).toBe(true);
      }),
    );
  });

  test('every paragraph is in the passages', () => {
    fc.assert(
      fc.property(text, (each) => {
        const passages = splitPassages(each, 'en');
        const lost = splitParagraphs(each).filter(
          (paragraph) => !passages.some(({ start, end }) => start < paragraph.end && paragraph.start < end),
        );
        expect(lost.map(({ start, end }) => each.slice(start, end))).toEqual([]);
      }),
    );
  });

  test('every sentence that may be quoted is in its passage, in order', () => {
    fc.assert(
      fc.property(text, (each) => {
        for (const passage of splitPassages(each, 'en')) {
          let from = passage.start;
          for (const { start, end } of passageSentences(each, passage, 'en')) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeLessThanOrEqual(passage.end);
            from = end;
          }
        }
      }),
    );
  });

  test('everything but headings and list markers may be quoted', () => {
    fc.assert(
      fc.property(text, (each) => {
        const bodies = splitParagraphs(each).filter(({ kind }) => kind === 'body');
        const said = bodies.map(({ start, end }) => each.slice(start, end)).join(' ');
        const letters = (all: string) => all.match(/\p{L}{5,}/gu)?.join('').length ?? 0;
        expect(letters(quotable(each).join(' '))).toBeGreaterThanOrEqual(letters(said));
      }),
    );
  });
});

describe('a sentence without an end', () => {
  test.each([
    ['one word', 'x'.repeat(300_000)],
    ['words', 'word '.repeat(60_000).trim()],
    ['pictures', '🚢'.repeat(100_001)],
    ['a table', '12 | 13 | '.repeat(30_000)],
  ])('of %s is divided into passages of bounded length, none of which may be quoted', (_what, line) => {
    const passages = splitPassages(`The lamp was lit.\n${line}\nThe lamp went out.`, 'en');
    const long = passages.filter(({ end, start }) => end - start > 100);
    expect(Math.max(...passages.map(({ start, end }) => end - start))).toBeLessThan(20_000);
    expect(long.length).toBeGreaterThan(10);
    expect(long.flatMap(({ bodies }) => bodies)).toEqual([]);
  });

  test('is not quoted, but the sentences beside it are', () => {
    const text = `The lamp was lit. ${'And then, '.repeat(1000)}it went out. Nobody came.`;
    const said = splitPassages(text, 'en').flatMap((passage) => passageSentences(text, passage, 'en'));
    expect(said.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The lamp was lit.',
      'Nobody came.',
    ]);
  });

  test('is cut only between characters', () => {
    const text = `x${'🚢'.repeat(20_001)}`;
    expect(splitPassages(text, 'en').every(({ start, end }) => text.slice(start, end).isWellFormed())).toBe(
      true,
    );
  });
});

test('the lines of a header can be found, and are never quoted', () => {
  const text =
    'Feature Name: lamps\nStart Date: 2016-01-04\nRFC PR: harbour#1\n\nThe keeper lit the lamp at dusk.';
  const passages = splitPassages(text, 'en');
  expect(passages.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text);
  expect(
    passages
      .flatMap((passage) => passageSentences(text, passage, 'en'))
      .map(({ start, end }) => text.slice(start, end)),
  ).toEqual(['The keeper lit the lamp at dusk.']);
});

test.each(['https://example.org/lamps?id=1', '<https://example.org/lamps>', '| --- | :---: |'])(
  'what has no word is never quoted: %s',
  (line) => {
    const text = `The keeper lit the lamp at dusk.\n\n${line}\n\nSee https://example.org for more.`;
    const sentences = splitPassages(text, 'en').flatMap((passage) => passageSentences(text, passage, 'en'));
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The keeper lit the lamp at dusk.',
      'See https://example.org for more.',
    ]);
  },
);
