import { expect, test } from 'vitest';
import { isGenericHeading } from '../../../../src/core/library/facts/generic-heading.ts';
import { readableName } from '../../../../src/core/library/facts/readable-name.ts';

test.each([
  'Summary',
  '1. Introduction',
  'Table of contents',
  'ABSTRACT:',
  'Inhaltsverzeichnis',
  'Table des matières',
  'はじめに',
  '目录',
  '개요',
])('a heading of a chapter is no title: %s', (heading) => {
  expect(isGenericHeading(heading)).toBe(true);
});

test.each(['Summary of the harbour act', 'Introduction to lamps', 'The lamp', 'Index of prices', '目录学'])(
  'a heading that says more is one: %s',
  (heading) => {
    expect(isGenericHeading(heading)).toBe(false);
  },
);

test.each([
  ['rfcs/0255-object-safety.md', 'Object safety'],
  ['proposals/1234-foo_bar/README.md', 'Foo bar'],
  ['2015-06-17-what-the-harbour-teaches.md', 'What the harbour teaches'],
  ['RFC-12 lamps.md', 'Lamps'],
  ['20240501.html', null],
  ['proposals/eip-1154.md', null],
  ['doc1.pdf', null],
  ['index.md', null],
  ['a/12/index.md', null],
])('a file’s name is readable: %s', (path, title) => {
  expect(readableName(path)).toBe(title);
});
