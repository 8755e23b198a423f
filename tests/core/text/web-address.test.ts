import { expect, test } from 'vitest';
import { isLinkable, isWebAddress } from '../../../src/core/text/web-address.ts';

test.each([
  ['https://example.org/a', true, true],
  ['http://example.org', true, true],
  ['https://user:password@example.org/', true, false],
  ['ftp://example.org/a', false, false],
  ['javascript:alert(1)', false, false],
  ['example.org', false, false],
  ['', false, false],
])('"%s": a web address %s, linkable %s', (url, address, linkable) => {
  expect([isWebAddress(url), isLinkable(url)]).toEqual([address, linkable]);
});
