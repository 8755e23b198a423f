import { describe, expect, test } from 'vitest';
import { createRedact } from '../../../src/app/log/redact.ts';

const TOKENS = {
  'a bot token of Slack': `xoxb-${'1234567890'.repeat(2)}-abcDEF`,
  'a rotated one': 'xoxe.xoxb-1-MyCanaryToken0123',
  'an app-level token of Slack': 'xapp-1-A0CANARY-9876543210-abcdef',
  'a token of Discord': `${'M'.repeat(24)}.G-aBcD.${'canary_'.repeat(5)}`,
  'a token for assistants': `dossier_${'C'.repeat(43)}`,
};

describe('a line loses its secrets (50)', () => {
  test.each(Object.entries(TOKENS))('%s', (_, token) => {
    expect(createRedact()(`Could not use ${token}: refused`)).toBe('Could not use [redacted]: refused');
  });

  test.each([
    ['authorization: Bearer abc.def-123456', 'authorization: Bearer [redacted]'],
    ['Bot c2VjcmV0LXRva2Vu', 'Bot [redacted]'],
    ['postgres://ada:p%40ss@db.example/dossier', 'postgres://ada:[redacted]@db.example/dossier'],
    [
      'https://d.example/documents/a?to=x&key=abcdefghijklmnopqrstuv',
      'https://d.example/documents/a?to=x&key=[redacted]',
    ],
    ['{"signing_secret":"0123456789abcdef"}', '{"signing_secret":"[redacted]"}'],
  ])('in %s', (line, redacted) => {
    expect(createRedact()(line)).toBe(redacted);
  });

  test('those that are only known by their value', () => {
    const redact = createRedact(['0123456789abcdef0123', 'short']);
    expect(redact('v0=0123456789abcdef0123 and short')).toBe('v0=[redacted] and short');
  });

  test.each([
    'The token was rejected (401).',
    'Bot users only.',
    'Bearer of news',
    'corpus/a/b.txt: page 12',
  ])('but nothing else: %s', (line) => {
    expect(createRedact()(line)).toBe(line);
  });
});
