import { expect, test } from 'vitest';
import { fieldRuns, parseAnnotations, parseFields } from '../../src/readers/pdf/fields.ts';

const LABEL = {
  text: 'Name',
  left: 50,
  right: 80,
  base: 700,
  size: 10,
  order: 3,
  spaced: false,
  rightToLeft: false,
};
const OTHER = { ...LABEL, text: 'Harbour form', base: 760, order: 0 };

const field = (entries: object) => ({
  type: 'text',
  value: 'Ada Quay',
  page: 0,
  rect: [90, 696, 200, 712],
  ...entries,
});

test('a value follows its label on the same line', () => {
  const fields = parseFields({ name: [field({})] }).get(0) ?? [];
  const [, , value] = fieldRuns([OTHER, LABEL], fields);
  expect(value).toMatchObject({ text: 'Ada Quay', left: 90, base: 700, order: 3.5 });
});

test.each([
  ['hidden', { hidden: true }],
  ['secret', { password: true }],
  ['empty', { value: '' }],
  ['a box to tick', { type: 'checkbox', value: 'Off' }],
])('a field that is %s shows nothing', (_what, entries) => {
  expect(parseFields({ name: [field(entries)] }).size).toBe(0);
});

const note = (entries: object) => ({
  subtype: 'FreeText',
  contentsObj: { str: 'See the plan' },
  textContent: ['See the', 'plan'],
  rect: [90, 696, 200, 712],
  ...entries,
});
const FIELD = { subtype: 'Widget', fieldType: 'Tx', fieldValue: '' };

test.each([
  ['a note as it is drawn', {}, 'See the\nplan'],
  ['a note without a drawing', { textContent: undefined }, 'See the plan'],
  ['a field that only its drawing fills', FIELD, 'See the\nplan'],
])('what somebody typed on a page is text of it: %s', (_what, entries, value) => {
  expect(parseAnnotations([note(entries)])).toEqual([{ value, place: [90, 696, 200, 712] }]);
});

test.each([
  ['hidden', { annotationFlags: 2 }],
  ['for paper alone', { annotationFlags: 32 }],
  ['a comment in a bubble', { subtype: 'Text' }],
  ['a link', { subtype: 'Link' }],
  ['a field whose value is told', { ...FIELD, fieldValue: 'Ada' }],
  ['a secret', { ...FIELD, password: true }],
  ['empty', { textContent: [], contentsObj: { str: '' } }],
])('an annotation that is %s is none', (_what, entries) => {
  expect(parseAnnotations([note(entries)])).toEqual([]);
});

test('values chosen from a list are named together', () => {
  const [found] =
    parseFields({ pier: [field({ type: 'listbox', value: ['North', 'South'], page: 2 })] }).get(2) ?? [];
  expect(found?.value).toBe('North, South');
});

test('a value chosen from a list is told as the list shows it', () => {
  const items = [
    { exportValue: 'n', displayValue: 'North pier' },
    { exportValue: 's', displayValue: 'South pier' },
  ];
  const [found] = parseFields({ pier: [field({ type: 'combobox', value: ['s'], items })] }).get(0) ?? [];
  expect(found?.value).toBe('South pier');
});
