import { expect, test } from 'vitest';
import { parseLinkedData } from '../../../src/readers/html/json-ld.ts';

const OPEN = '{"@type":"NewsArticle"';
const DATE = '"datePublished":"2024-07-10"';

test.each([
  ['a raw line break', `${OPEN},"description":"one\ntwo",${DATE}}`],
  ['a comma too few', `${OPEN}\n"a": [1 ]\n"b": {"c": 2} ${DATE}\n"d": "e"\n"f": 1}`],
  ['a raw tab', `${OPEN},"description":"one\ttwo",${DATE}}`],
  ['a comma too many', `[${OPEN},${DATE},},]`],
  ['comments', `/* a */${OPEN}, // b\n${DATE}}`],
  ['a wrapped section', `//<![CDATA[\n${OPEN},${DATE}}\n//]]>`],
  ['a bare section', `<![CDATA[${OPEN},"a":[1],${DATE}}]]>`],
  ['escaped marks', `${OPEN},${DATE}}`.replaceAll('"', '&quot;')],
  ['two objects', `{"@type":"WebSite"}${OPEN},${DATE}}`],
  ['marks inside a string', `${OPEN},"headline":"He said "no" to it",${DATE}}`],
  ['a semicolon', `${OPEN},${DATE}};`],
  ['a needless escape', `${OPEN},"headline":"Ada\\'s pier",${DATE}}`],
])('a script is read with %s', (_fault, script) => {
  expect(parseLinkedData([script]).published).toBe('2024-07-10');
});

test('a script that is no data says nothing', () => {
  expect(parseLinkedData(['{broken', 'window.x = [', '"']).published).toBeNull();
});
