import { describe, expect, test } from 'vitest';
import { isPublic, parseAddress } from '../../../src/fetchers/web/address-rules.ts';
import { parseAllowedHost } from '../../../src/fetchers/web/allowed-hosts.ts';

describe('an IP address is public (trust 30, 33)', () => {
  test.each([
    ...['8.8.8.8', '1.1.1.1', '203.0.114.1', '172.15.0.1', '172.32.0.1', '100.63.255.255', '192.167.1.1'],
    ...['2606:4700::1111', '2a00:1450:4001::200e', '::ffff:8.8.8.8'],
  ])('%s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test.each([
    ...['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '100.100.100.200', '192.0.0.170', '192.0.2.1', '198.18.0.1'],
    ...['198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
    ...['192.88.99.1', '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1'],
    ...['::127.0.0.1', '::7f00:1', '::a00:1', '::ffff:0:127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::8.8.8.8'],
    ...['64:ff9b:1::1', '2002:7f00:1::', '2002:808:808::', '2001::1', '2001:db8::1', '2001:20::1', '100::1'],
    ...['fe80::1', 'fe80::1%eth0', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '5f00::1', '3fff::1'],
    ...['4000::1', '', 'localhost', '127.0.0.1:80', 'not an address'],
  ])('not %s', (address) => {
    expect(isPublic(address)).toBe(false);
  });
});

describe('an address that may be asked (trust 34)', () => {
  const allowed = ['wiki.inner:8080', '10.0.0.7'].flatMap((each) => parseAllowedHost(each) ?? []);

  test.each([
    ['https://example.org/feed#top', 'https://example.org/feed'],
    ['http://example.org:80/', 'http://example.org/'],
    ['https://example.org:443/a?b=c', 'https://example.org/a?b=c'],
    ['http://wiki.inner:8080/feed', 'http://wiki.inner:8080/feed'],
    ['http://example.org:443/', 'http://example.org:443/'],
  ])('%s', (address, asked) => {
    expect(parseAddress(address, allowed).href).toBe(asked);
  });

  test.each([
    ['file:///etc/passwd', /begins with file:/],
    ['ftp://example.org/', /begins with ftp:/],
    ['javascript:alert(1)', /begins with javascript:/],
    ['data:text/html,x', /begins with data:/],
    ['gopher://example.org/', /begins with gopher:/],
    ['https://ada:secret@example.org/', /user name or password/],
    ['https://ada@example.org/', /user name or password/],
    ['http://example.org:22/', /port 22/],
    ['http://example.org:6379/', /port 6379/],
    ['http://wiki.inner:8081/', /port 8081/],
    ['http://10.0.0.7:8080/', /port 8080/],
    ['example.org', /is none/],
    ['https://', /is none/],
    [`https://example.org/${'a'.repeat(2100)}`, /too long/],
  ])('is not %s', (address, why) => {
    expect(() => parseAddress(address, allowed)).toThrow(why);
  });
});

test.each(['wiki.inner', 'wiki.inner:8080', '10.0.0.7', '[fd00::1]:80'])('%s is a host to permit', (text) => {
  expect(parseAllowedHost(text)).not.toBeNull();
});

test.each(['', 'http://wiki', 'wiki/path', 'ada@wiki', 'wiki:port', 'wiki inner'])('%s is none', (text) => {
  expect(parseAllowedHost(text)).toBeNull();
});
