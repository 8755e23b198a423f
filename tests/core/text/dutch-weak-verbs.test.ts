import { expect, test } from 'vitest';
import { dutchWeakForms } from '../../../src/core/text/dutch-weak-verbs.ts';

test.each([
  ['verhogen', 'verhoogd'],
  ['verhoogd', 'verhogen'],
  ['verhoogde', 'verhogen'],
  ['maken', 'gemaakt'],
  ['gemaakt', 'maken'],
  ['stellen', 'stelde'],
  ['leven', 'geleefd'],
  ['reizen', 'reisde'],
  ['betaald', 'betalen'],
])('“%s” is found by “%s”', (written, form) => {
  expect(dutchWeakForms(written)).toContain(form);
});

test('a noun has no forms of a verb', () => {
  expect(dutchWeakForms('lid')).toEqual([]);
  expect(dutchWeakForms('schip')).toEqual([]);
});
