import { describe, expect, test } from 'vitest';
import { pdfReader } from '../../src/readers/pdf/reader.ts';
import { createPdf } from '../fakes/pdf.ts';

type Lines = Parameters<typeof createPdf>[0]['pages'][number];

const textOf = async (...pages: Lines[]) => (await pdfReader.read(createPdf({ pages }), 'a.pdf')).text;

const LEFT = [
  'The keeper of the tower said on',
  'Monday that the lamp had been lit',
  'each night of the year, even when',
  'the fog hid it from every ship.',
];
const RIGHT = [
  'A pilot from the far shore told',
  'the board that he had seen the lamp',
  'go out twice in March, and that he',
  'had steered by the bell instead.',
];
const place = (lines: readonly string[], left: number) =>
  lines.map((text, at) => ({ text, left, base: 700 - at * 13 }));
const COLUMNS = `${LEFT.join(' ')}\n\n${RIGHT.join(' ')}`;

describe('two columns are read one after the other', () => {
  const [left, right] = [place(LEFT, 50), place(RIGHT, 240)];

  test.each([
    ['one by one', [...left, ...right]],
    ['line by line', left.flatMap((line, at) => [line, right[at] ?? line])],
    ['the right one first', [...right, ...left]],
    ['from below', [...left, ...right].reverse()],
    ['in any order', [5, 2, 7, 0, 3, 6, 1, 4].map((at) => [...left, ...right][at] ?? '')],
  ])('when drawn %s', async (_how, lines) => {
    expect(await textOf(lines)).toBe(COLUMNS);
  });

  test('below a title across both', async () => {
    const title = { text: 'The lamp of the northern harbour and its keeper', left: 60, base: 740, size: 14 };
    const lines = [title, ...left.flatMap((line, at) => [line, right[at] ?? line])];
    expect(await textOf(lines)).toBe(`${title.text}\n\n${COLUMNS}`);
  });
});

test('a line that ends early is apart from the next, unless that goes on in the sentence', async () => {
  const lines = [
    '12 Quay Street',
    'Northport',
    'The keeper of the tower said that the lamp would',
    'be lit from dusk, and that neither the board nor',
    'Northport town paid for the oil of which it burns',
    '1.raise the fee of the mooring',
    '2.close the dock',
  ];
  expect(await textOf(place(lines, 50))).toBe(
    ['12 Quay Street', 'Northport', lines.slice(2, 5).join(' '), ...lines.slice(5)].join('\n\n'),
  );
});

test('a table is read row by row', async () => {
  const rows = ['Lamp|12 crowns|new', 'Lens|230 crowns|old', 'Bell|45 crowns|old', 'Rope|3 crowns|new'];
  const cells = rows.flatMap((row, at) =>
    row.split('|').map((text, column) => ({ text, left: 50 + column * 150, base: 700 - at * 14 })),
  );
  expect(await textOf(cells)).toBe(rows.map((row) => row.replaceAll('|', ' ')).join('\n\n'));
});

test('items under the bullets of a symbol font are apart from the text after them', async () => {
  const lines = [
    { text: 'The board sees to', left: 50, base: 700 },
    { text: '\uF0B7 the lamp of the pier', left: 70, base: 687 },
    { text: '\uF0B7 the bell, which is rung', left: 70, base: 674 },
    { text: 'in fog', left: 82, base: 661 },
    { text: 'Nobody else may ring it.', left: 50, base: 648 },
  ];
  expect(await textOf(lines)).toBe(
    [
      'The board sees to',
      '• the lamp of the pier',
      '• the bell, which is rung in fog',
      'Nobody else may ring it.',
    ].join('\n\n'),
  );
});

describe('a small table between sentences stands apart from them', () => {
  const above = place(
    ['The board compared what it would cost to', 'mend the lamp with what a new one costs.'],
    50,
  );
  const below = (base: number) => [
    { text: 'It then voted for the new lamp, which will', left: 50, base },
    { text: 'be lit in May.', left: 50, base: base - 13 },
  ];
  const row = (base: number, ...cells: readonly (readonly [string, number])[]) =>
    cells.map(([text, left]) => ({ text, left, base }));
  const SAID = 'The board compared what it would cost to mend the lamp with what a new one costs.';
  const VOTED = 'It then voted for the new lamp, which will be lit in May.';

  test.each([
    [
      'of two rows',
      [row(674, ['Mended', 50], ['40 crowns', 200]), row(661, ['New', 50], ['65 crowns', 200])],
      ['Mended 40 crowns', 'New 65 crowns'],
    ],
    [
      'with a header, numbers to the right',
      [
        row(674, ['Lamp', 50], ['Cost', 200]),
        row(661, ['Mended', 50], ['40', 210]),
        row(648, ['New', 50], ['1,650', 197.5]),
      ],
      ['Lamp Cost', 'Mended 40', 'New 1,650'],
    ],
    [
      'with cells of two lines',
      [
        row(674, ['Mended by the', 50], ['40 crowns', 200]),
        row(661, ['keeper', 50]),
        row(648, ['New', 50], ['65 crowns,', 200]),
        row(635, ['with its lens', 200]),
      ],
      ['Mended by the 40 crowns keeper', 'New 65 crowns, with its lens'],
    ],
  ])('%s', async (_name, rows, said) => {
    const end = (rows.at(-1)?.[0]?.base ?? 0) - 13;
    expect(await textOf([...above, ...rows.flat(), ...below(end)])).toBe([SAID, ...said, VOTED].join('\n\n'));
  });

  test('but wide gaps in justified prose are no table', async () => {
    const prose = [
      row(700, ['The board said', 50], ['that the lamp', 140]),
      row(687, ['was to be mended or', 50], ['replaced in', 150]),
    ];
    expect(await textOf(prose.flat())).toBe('The board said that the lamp was to be mended or replaced in');
  });

  test('and items whose text hangs beside their numbers stay whole', async () => {
    const items = [
      row(700, ['1', 50], ['The lamp is lit.', 80]),
      row(687, ['2', 50], ['The bell is rung when', 80]),
      row(674, ['there is fog.', 80]),
    ];
    expect(await textOf(items.flat())).toBe('1 The lamp is lit.\n\n2 The bell is rung when there is fog.');
  });
});

test('cells of several lines stay with their row', async () => {
  const cell = (lines: readonly string[], left: number, base: number) =>
    lines.map((text, at) => ({ text, left, base: base - at * 13 }));
  const lines = [700, 655, 610].flatMap((base, at) => [
    ...cell([`question ${at} of the board that`, 'nobody wanted to answer then'], 50, base),
    ...cell(
      [`reply ${at} of the keeper, who`, 'said that he had seen the ship', 'and heard the bell'],
      260,
      base,
    ),
  ]);
  const text = await textOf(lines);
  const order = [...text.matchAll(/(?:question|reply) \d/g)].map(([found]) => found);
  expect(order).toEqual(['question 0', 'reply 0', 'question 1', 'reply 1', 'question 2', 'reply 2']);
});

describe('letters', () => {
  test('drawn twice to look bold are read once', async () => {
    const line = { text: 'The ferry stops at midnight.', left: 50, base: 700 };
    expect(await textOf([line, { ...line, left: 50.4 }])).toBe(line.text);
  });

  test('that stand apart are one word', async () => {
    const words = [
      { text: 'HARBOUR', left: 50, base: 700, spacing: 3 },
      { text: 'BOARD', left: 120, base: 700, spacing: 3 },
      { text: 'met.', left: 170, base: 700 },
    ];
    expect(await textOf(words)).toBe('HARBOUR BOARD met.');
  });

  test('that stand apart are one word, however short, between wide gaps', async () => {
    const words = [
      { text: 'BOARD', left: 50, base: 700, spacing: 3 },
      { text: 'OF', left: 100, base: 700, spacing: 3 },
      { text: 'LINDAU', left: 126, base: 700, spacing: 3 },
    ];
    expect(await textOf(words)).toBe('BOARD OF LINDAU');
  });

  test('of words that a gap parts do not run together', async () => {
    expect(
      await textOf([
        { text: 'dry', left: 50, base: 700 },
        { text: 'dock', left: 68, base: 700 },
      ]),
    ).toBe('dry dock');
  });

  test('of a word drawn in pieces do not come apart', async () => {
    expect(
      await textOf([
        { text: 'light', left: 50, base: 700 },
        { text: 'house', left: 75, base: 700 },
      ]),
    ).toBe('lighthouse');
  });
});

describe('what is raised', () => {
  const raise = (before: string, raised: string, after: string): Lines => {
    const left = 50 + before.length * 5;
    return [
      { text: before, left: 50, base: 700 },
      { text: raised, left, base: 704, size: 6 },
      { text: after, left: left + raised.length * 3, base: 700 },
    ];
  };

  test.each([
    [
      'the mark of a note is no digit of a year',
      raise('built in 1952', '3', ' by hand'),
      'built in 1952 by hand',
    ],
    ['a power stays raised', raise('a deck of 40 m', '2', ' in all'), 'a deck of 40 m² in all'],
    ['the mark before a note is no part of its first word', raise('', '3', 'Town archive'), '3 Town archive'],
    ['letters stay where they are', raise('on the 4', 'th', ' of May'), 'on the 4th of May'],
  ])('%s', async (_what, lines, text) => {
    expect(await textOf(lines)).toBe(text);
  });
});

describe('at the edges of a page', () => {
  const body = (text: string) => ['', '', '', text];

  test('headers and footers of several lines are left out', async () => {
    const page = (text: string, number: number) => [
      'Lake Office',
      'Department of Piers',
      'Case 7/21',
      ...body(text),
      '',
      '',
      'Lake Office',
      `Sheet ${number}`,
    ];
    const pages = ['The harbour master had', 'warned the board that', 'the pier was unsafe.'].map(
      (text, at) => page(text, at + 1),
    );
    expect(await textOf(...pages)).toBe('The harbour master had warned the board that the pier was unsafe.');
  });

  test('rows of figures are no header', async () => {
    const page = (number: number) => [`${number} ${number * 7}`, '', 'The lamp was lit.'];
    const text = await textOf(page(1), page(2), page(3));
    expect(text).toContain('3 21');
  });

  test('a footnote follows the sentence that goes on overleaf', async () => {
    const first = ['The planks were paid from the', '', '', { text: '4 Town archive, box 12.', size: 8 }];
    expect(await textOf(first, ['harbour fund that year.'])).toBe(
      'The planks were paid from the harbour fund that year.\n\n4 Town archive, box 12.',
    );
  });

  test('the numbers of lines are left out', async () => {
    const lines = [
      'The Secretary shall inspect',
      'each pier on the lake not',
      'less often than once in',
      'a year and shall report',
      'to the committee.',
    ];
    const numbered = lines.flatMap((text, at) => [
      { text: String(at + 1), left: 40, base: 700 - at * 14 },
      { text, left: 60, base: 700 - at * 14 },
    ]);
    expect(await textOf(numbered)).toBe(lines.join(' '));
  });

  test('the numbers of every fifth line are left out', async () => {
    const words = 'The Secretary shall inspect each pier on the lake not less often than once in a year';
    const lines = words.split(' ').map((word) => `${word.toLowerCase()} and so`);
    const numbered = lines.flatMap((text, at) => [
      { text, left: 60, base: 700 - at * 14 },
      ...(at % 5 === 4 ? [{ text: String(at + 1), left: 40, base: 700 - at * 14 }] : []),
    ]);
    expect(await textOf(numbered)).toBe(lines.join(' '));
  });

  test('the numbers of a table’s rows are kept', async () => {
    const rows = ['Lamp 12', 'Lens 230', 'Bell 45', 'Rope 3', 'Mast 71'];
    const numbered = rows.flatMap((text, at) => [
      { text: String(at + 1), left: 40, base: 700 - at * 14 },
      { text, left: 60, base: 700 - at * 14 },
    ]);
    expect(await textOf(numbered)).toBe(rows.map((row, at) => `${at + 1} ${row}`).join('\n\n'));
  });
});
