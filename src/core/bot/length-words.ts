/** What else the lengths of a reply are called. */
export const LENGTH_WORDS: Readonly<Record<string, string>> = {
  ...named('30s', [
    '30 seconds',
    '30 sec',
    '30sec',
    'half a minute',
    '0.5m',
    'short',
    'shorter',
    'quick',
    'brief',
  ]),
  ...named('1m', [
    '1 minute',
    '1 min',
    '1min',
    'one minute',
    'a minute',
    '60s',
    '60 seconds',
    'medium',
    'normal',
  ]),
  ...named('3m', [
    '3 minutes',
    '3 minute',
    '3 min',
    '3min',
    '3 mins',
    'three minutes',
    '180s',
    'long',
    'longer',
  ]),
  ...named('all', ['everything', 'full']),
};

function named(length: string, words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, length]));
}
