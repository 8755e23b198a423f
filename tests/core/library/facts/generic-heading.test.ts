import { expect, test } from 'vitest';
import { isGenericHeading } from '../../../../src/core/library/facts/generic-heading.ts';

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
