import { expect, test } from 'vitest';
import { weakForms } from '../../../src/core/text/german-weak-verbs.ts';

test.each([
  ['ändern', ['andert', 'geandert', 'anderung']],
  ['geändert', ['andert', 'andern', 'anderung']],
  ['kaufen', ['kauft', 'gekauft']],
  ['verkauft', ['verkaufen']],
  ['arbeitete', ['arbeitet', 'gearbeitet', 'arbeiten']],
  ['gearbeitet', ['arbeitet', 'arbeiten']],
  ['handeln', ['handelt', 'gehandelt', 'handlung']],
  ['regeln', ['geregelt', 'regelung']],
  ['diskutiert', ['diskutieren']],
  ['führt', ['fuhren', 'gefuhrt']],
  ['gehört', ['gehoren']],
  ['gewährte', ['gewahrt', 'gewahren']],
  ['eingereicht', ['einreichen', 'einreichung']],
  ['abgeholt', ['abholen']],
  ['ausgezahlten', ['auszahlen', 'auszahlung']],
  ['einreichen', ['eingereicht', 'einreichung']],
])('the forms of a regular verb are told from any of them: %s', (written, forms) => {
  expect(weakForms(written)).toEqual(expect.arrayContaining(forms));
});

test('a word of no verb’s form has none', () => {
  expect(weakForms('im')).toEqual([]);
  expect(weakForms('blau')).toEqual([]);
});

test('what has a prefix takes no other', () => {
  expect(weakForms('verkaufen')).not.toContain('geverkauft');
  expect(weakForms('diskutieren')).not.toContain('gediskutiert');
});

test.each([
  ['dicht', 'gedicht'],
  ['gehört', 'horen'],
  ['gewährt', 'wahren'],
  ['rechte', 'gerecht'],
  ['rechte', 'rechen'],
  ['nackt', 'nacken'],
  ['gesamte', 'samen'],
  ['leichte', 'leichen'],
  ['zehnte', 'zehen'],
])('an adjective is no form of a verb, and a verb of no other: %s', (written, other) => {
  expect(weakForms(written)).not.toContain(other);
});
