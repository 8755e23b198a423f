import { expect, test } from 'vitest';
import { rstReader } from '../../../src/readers/rst/reader.ts';

const read = async (source: string) => rstReader.read(Buffer.from(source), 'harbour.rst');
const textOf = async (source: string) => (await read(source)).text.replace(/\u2002/g, '');

test.each([
  ['notes.rst', true],
  ['notes.REST', true],
  ['notes.txt', false],
])('accepts %s: %s', (name, isAccepted) => {
  expect(rstReader.accepts(name, Buffer.alloc(0))).toBe(isAccepted);
});

test('takes a heading at the top for the title and joins wrapped lines', async () => {
  const { title, text } = await read(
    '===========\nHarbour law\n===========\n\nThe port was\nclosed in May.\n\nTolls\n-----\n\nThey rose.\n',
  );
  expect(title).toBe('Harbour law');
  expect(text).toBe('The port was closed in May.\n\nTolls\u2002\n\nThey rose.');
});

test.each([
  [
    'roles',
    ':pep:`572` and :rfc:`2119#section-3` and :func:`~os.path.join`',
    'PEP 572 and RFC 2119 and join',
  ],
  [
    'links',
    'see `the act <https://example.org/act>`__ and `tolls`_ and Lindau_.',
    'see the act and tolls and Lindau.',
  ],
  [
    'emphasis',
    'a **strong** and *light* word with ``a * b`` in it',
    'a strong and light word with a * b in it',
  ],
  ['notes', 'The port closed [1]_ in May [#why]_.', 'The port closed in May.'],
  ['escapes', 'H\\ :sub:`2`\\ O', 'H2O'],
  ['citations', 'As in [RFC2119]_ and [Knuth-97]_ one must.', 'As in [RFC2119] and [Knuth-97] one must.'],
  ['links without a text', 'see `<https://example.org/act>`_ for it', 'see https://example.org/act for it'],
  ['targets', 'the law was _`Tested` here', 'the law was Tested here'],
  ['words beyond ASCII', 'имя_файла and max_öl of Ölhafen_.', 'имя_файла and max_öl of Ölhafen.'],
  ['roles as code', 'write ``:ref:`lamp``` and ``a`b`` here', 'write :ref:`lamp` and a`b here'],
  ['names of code', 'call __init__ or read_all of Lamp.', 'call __init__ or read_all of Lamp.'],
])('shows text without the markup of %s', async (_what, source, text) => {
  expect(await textOf(source)).toBe(text);
});

test('drops code, pictures, comments, targets and references, and reads notes', async () => {
  const source = [
    'It says::',
    '',
    '    lamp = 1',
    '',
    '.. image:: lamp.png',
    '   :alt: A lamp',
    '',
    '.. note::',
    '   The board accepts the plan.',
    '',
    '.. code-block:: python',
    '',
    '   lamp = 2',
    '',
    '.. a remark for editors',
    '.. _act: https://example.org/act',
    '.. [1] Harbour act, https://example.org/act',
    '.. [2] The board has changed this rule twice since it was made.',
    '.. versionadded:: 3.1',
    '   The lamp.',
    '',
    '>>> lamp',
    '3',
  ].join('\n');
  expect(await textOf(source)).toBe(
    [
      'It says:',
      'The board accepts the plan.',
      'The board has changed this rule twice since it was made.',
      'New in version 3.1: The lamp.',
    ].join('\n\n'),
  );
});

test('drops code below two colons that stand alone', async () => {
  expect(await textOf('It says this:\n\n::\n\n    lamp = 1\n\nThe end.\n')).toBe('It says this:\n\nThe end.');
});

test('puts in the text that a name between bars stands for', async () => {
  const source =
    'Lamp |Ver| is *old*, |age|.\n\n.. |ver| replace:: 4.2\n   **beta**\n.. |age| date::\n\nEnd of |ver|.';
  expect(await textOf(source)).toBe('Lamp 4.2 beta is old, age.\n\nEnd of 4.2 beta.');
});

test('finds the title below the fields that are meant for Sphinx', async () => {
  const { title, text } = await read(
    ':orphan:\n:tocdepth: 2\n\nHarbour law\n===========\n\n:Author: Ada Quay\n\nThe port is closed.\n',
  );
  expect(title).toBe('Harbour law');
  expect(text).toBe('Author: Ada Quay\n\nThe port is closed.');
});

test('writes a field that is a list in one line', async () => {
  expect(await textOf(':Authors:\n   - Ada Quay\n   - Jo Pier\n\nThe lamp is old.')).toBe(
    'Authors: Ada Quay, Jo Pier\n\nThe lamp is old.',
  );
});

test('keeps no field that is blank once it is cleaned', async () => {
  expect(await textOf(':Author: \\ \n:Version: 2\n\nThe lamp is old.')).toBe(
    'Version: 2\n\nThe lamp is old.',
  );
});

test('keeps items and rows as lines, nested items behind a wide space', async () => {
  const source = [
    '- The port',
    '  of Lindau',
    '',
    '  * its lamp',
    '- The pier',
    '',
    '1. First.',
    '',
    '====== =====',
    'Port   Depth',
    '====== =====',
    'Lindau 4.5 m',
    '====== =====',
  ].join('\n');
  expect(await textOf(source)).toBe(
    'The port of Lindau\n\u2003its lamp\nThe pier\n1. First.\n\nPort: Lindau; Depth: 4.5 m',
  );
});

test('reads a table drawn with lines', async () => {
  const source = [
    '+--------+-------+',
    '| Port   | Depth |',
    '+========+=======+',
    '| Lindau | 4.5 m |',
    '+--------+-------+',
  ];
  expect(await textOf(source.join('\n'))).toBe('Port: Lindau; Depth: 4.5 m');
});

test('keeps verses as lines, each with what goes on below it', async () => {
  expect(await textOf('| The lamp is\n  old,\n|\n| the pier\n|   is new.\n\nThe end.')).toBe(
    'The lamp is old,\n\nthe pier\nis new.\n\nThe end.',
  );
});

test('keeps the fields of a header as lines', async () => {
  const source = 'PEP: 703\nTitle: Making the lamp\n  optional\nAuthor: Ada Quay\n\nThe lamp is old.';
  expect(await textOf(source)).toBe(
    'PEP: 703\nTitle: Making the lamp optional\nAuthor: Ada Quay\n\nThe lamp is old.',
  );
});
