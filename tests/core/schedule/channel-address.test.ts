import { describe, expect, test } from 'vitest';
import { formatAddress, parseAddress } from '../../../src/core/schedule/channel-address.ts';

describe('a channel as text', () => {
  test.each([
    ['chat:W1/C1', { platform: 'chat', workspace: 'W1', channel: 'C1' }],
    [' chat:@me/123 ', { platform: 'chat', workspace: '@me', channel: '123' }],
  ])('%s', (text, channel) => {
    expect(parseAddress(text)).toEqual(channel);
    expect(formatAddress(channel)).toBe(text.trim());
  });

  test.each([
    '',
    'chat',
    'chat:',
    'chat:C1',
    'chat:W1/',
    'chat:/C1',
    'chat:W1/C1/C2',
    'chat:W 1/C1',
    ':W1/C1',
    'Chat:W1/C1',
  ])('"%s" is none', (text) => {
    expect(parseAddress(text)).toBeNull();
  });
});
