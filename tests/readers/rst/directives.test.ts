import { expect, test } from 'vitest';
import { rstText } from '../../../src/readers/rst/rst-text.ts';

const textOf = (...lines: readonly string[]) => rstText(lines.join('\n')).text;

test.each([
  ['.. option:: --verbose', '--verbose: Prints each step.'],
  ['.. envvar:: LAMP_HOME', 'LAMP_HOME: Prints each step.'],
  ['.. function:: lift(load, *, by=None)', 'lift(load, *, by=None): Prints each step.'],
  ['.. py:method:: Crane.lift(*loads)', 'Crane.lift(*loads): Prints each step.'],
  ['.. class:: Crane', 'Crane: Prints each step.'],
  ['.. class:: wide', 'Prints each step.'],
  ['.. only:: html', 'Prints each step.'],
  ['.. highlights::', 'Prints each step.'],
  ['.. constructor::', 'Prints each step.'],
  ['.. figure:: lamp.png\n   :alt: A lamp\n     at sea', 'Prints each step.'],
  ['.. code-block:: python', ''],
  ['.. module:: lamp', 'lamp: Prints each step.'],
  ['.. rst:directive:: .. image:: path', '.. image:: path: Prints each step.'],
  ['.. rst:role:: lamp', 'lamp: Prints each step.'],
])('shows what %s is about', (directive, text) => {
  expect(textOf(directive, '', '   Prints each step.')).toBe(text);
});

test('names each form of an option', () => {
  const source = ['.. option:: -v', '            --verbose', '   :noindex:', '', '   Prints each step.'];
  expect(textOf(...source)).toBe('-v, --verbose: Prints each step.');
});

test('a name stands alone above what is no paragraph', () => {
  expect(textOf('.. function:: lift(load)', '', '   :param int load: In tons.')).toBe(
    'lift(load)\n\nload: In tons.',
  );
});

test.each([
  [['.. versionadded:: 3.8'], 'New in version 3.8.'],
  [['.. versionchanged:: 3.9', '   The depth.'], 'Changed in version 3.9: The depth.'],
  [['.. versionchanged:: 3.9', '', '   The depth.'], 'Changed in version 3.9: The depth.'],
  [
    ['.. versionchanged:: 3.9 The depth parameter', '   was added.'],
    'Changed in version 3.9: The depth parameter was added.',
  ],
])('says since when: %s', (source, text) => {
  expect(textOf(...source)).toBe(text);
});

test('reads rows of values between commas', () => {
  const source = [
    '.. csv-table:: Ports of the lake',
    '   :header: "Port", "Depth"',
    '',
    '   "Lindau", "4.5 m; 5 m"',
    '   "Bregenz, old", 6 m',
  ];
  expect(textOf(...source)).toBe(
    'Ports of the lake\n\nPort: Lindau; Depth: 4.5 m; 5 m\nPort: Bregenz, old; Depth: 6 m',
  );
});

test('reads a list of lists as rows', () => {
  const source = [
    '.. list-table::',
    '   :header-rows: 1',
    '',
    '   * - Port',
    '     - Depth',
    '   * - Lindau',
    '       on the lake',
    '     - 4.5 m',
    '   * - Bregenz',
    '     -',
  ];
  expect(textOf(...source)).toBe('Port: Lindau on the lake; Depth: 4.5 m\nPort: Bregenz');
});
