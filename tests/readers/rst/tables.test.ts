import { expect, test } from 'vitest';
import { readTable } from '../../../src/readers/rst/table.ts';

const read = (source: string) => readTable(source.trim().split('\n'), 0);

test('a cell beside partial rules stands in each row', () => {
  const source = `
+------+-------+-----+
| Port | Depth | Use |
+======+=======+=====+
| Lind | 5     | x   |
| au   +-------+-----+
|      | 6     | y|z |
+------+-------+-----+
| both spread  | w   |
+--------------+-----+`;
  expect(read(source)?.rows).toEqual([
    ['Port', 'Depth', 'Use'],
    ['Lind au', '5', 'x'],
    ['Lind au', '6', 'y|z'],
    ['both spread', null, 'w'],
  ]);
});

test('a long cell stands in one row only', () => {
  const [long, gap] = ['x'.repeat(90), ' '.repeat(90)];
  const rule = `+${'-'.repeat(90)}+----+`;
  const source = [rule, `|${long}| a  |`, `|${gap}+----+`, `|${gap}| b  |`, rule].join('\n');
  expect(read(source)?.rows).toEqual([
    [long, 'a'],
    ['', 'b'],
  ]);
});

test('wide characters take two columns', () => {
  const grid = '+------+-----+\n| 港口 | 5 m |\n| a|b  | 6 m |\n+------+-----+';
  expect(read(grid)?.rows).toEqual([['港口 a|b', '5 m 6 m']]);
  const simple = '====  ====\n港口  5 m\nport  6 m\n====  ====';
  expect(read(simple)?.rows).toEqual([
    ['港口', '5 m'],
    ['port', '6 m'],
  ]);
});

test('a table without a rule below ends with the first empty line', () => {
  const source = '====  =====\nPort  Depth\n====  =====\nA     5\n\nThe port is closed.\n\nMore follows.';
  expect(read(source)).toEqual({
    rows: [
      ['Port', 'Depth'],
      ['A', '5'],
    ],
    end: 4,
  });
});

test('empty lines part the rows of a table with a rule below', () => {
  const source =
    '====  =====\nPort  Depth\n====  =====\nA     5\n\nB     6\n      7\n\\     8\n====  =====\n\nEnd.';
  expect(read(source)).toEqual({
    rows: [
      ['Port', 'Depth'],
      ['A', '5'],
      ['B', '6 7'],
      ['', '8'],
    ],
    end: 9,
  });
});

test('a rule below a row says which of its cells spread', () => {
  const source =
    '=====  =====  =====\n   Inputs     Out\n------------  -----\nA      B      C\n=====  =====  =====';
  expect(read(source)?.rows).toEqual([
    ['Inputs', null, 'Out'],
    ['A', 'B', 'C'],
  ]);
});
