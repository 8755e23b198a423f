import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citation, inert } from '../../../src/adapters/discord/markdown.ts';
import { displayable } from '../../../src/core/text/displayable.ts';

const JOINER = /\u2060/g;
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What Discord's client would act on: any of it that no backslash precedes. */
const ACTIVE = {
  marks: /[*_~`|<>[\]]/,
  'a heading, list or small line': /^(?:#|-#|[-+*]\s|\d+\.\s)/,
  'an address': /\w+:\/\//,
  'an invitation': /discord(?:app)?\.\w/i,
  'a mention': /@(?:everyone|here)/,
  'a picture': /:[^\s:\u00B7]+:/,
};

/** Text as it is seen, and the same with a letter for all that a backslash protects (Discord's escape rule). */
function shown(markdown: string): { seen: string; active: string } {
  const protectedMark = /\\([^0-9A-Za-z\s])/g;
  return { seen: markdown.replace(protectedMark, '$1'), active: markdown.replace(protectedMark, '\u00B7') };
}

const NAUGHTY = [
  ...['@everyone', '@here', '@@everyone', '<@1>', '<@!1>', '<@&1>', '<#1>', '</brief:1>', '</brief list:1>'],
  ...[
    '<t:1>',
    '<t:1700000000:R>',
    '<:owl:1>',
    '<a:owl:1>',
    ':owl:',
    ':+1:',
    ':man::skin-tone-2:',
    '10:30:15',
  ],
  ...['<id:customize>', '<id:browse>', '<+4411223344>', '<mailto:a@b.example>', 'a@everyone.example'],
  ...[
    'http://a.example',
    'https://a.example/b_c_d*e',
    'HTTPS://A.EXAMPLE',
    'discord://-/channels',
    'steam://run/1',
  ],
  ...[
    'discord.gg/abc',
    'DISCORD.GG/abc',
    'discord.com/invite/abc',
    'discordapp.com/invite/abc',
    'x.discord.gg/a',
  ],
  ...[
    '||spoiler||',
    '```js\ncode\n```',
    '`code`',
    '``a`b``',
    '> quote',
    '>>> quote',
    '# big',
    '## big',
    '-# small',
  ],
  ...[
    '- item',
    '* item',
    '+ item',
    '1. item',
    '12. item',
    '*a*',
    '**a**',
    '***a***',
    '_a_',
    '__a__',
    '~~a~~',
  ],
  ...['[3] Reuters', '[a](https://evil.example)', '[a](<https://evil.example>)', '[a]: https://evil.example'],
  ...[
    '\\*a\\*',
    '\\',
    '\\\\',
    'ends in \\',
    '\\[a](b)',
    '\\@everyone',
    '\\<@1>',
    '\u202E<@1>\u202C',
    '<\u200B@1>',
  ],
  ...[
    '@\u202Eeveryone',
    '@\u0007here',
    '<\u0000@1>',
    '\uD83D',
    '\uDEA2',
    '\uDEA2\uD83D',
    '\u{E0041}@everyone',
  ],
  ...[
    'Z\u0351\u036B\u0343\u032A\u0302algo',
    '@e\u2060veryone',
    '‘@here’',
    '(https://a.example)',
    '###',
    '---',
  ],
];

describe('text from documents', () => {
  test.each(NAUGHTY)('is inert: %j', (text) => checkInert(text));

  test('is inert and reads as it stands, whatever it is', () => {
    const piece = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...NAUGHTY) },
      { weight: 2, arbitrary: fc.constantFrom(...'\\*_~`|<>[]()#-+:@./ \n1a'.split('')) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, checkInert), { numRuns: 3000 });
  });

  test('is inert in pieces set side by side', () => {
    const texts = fc.array(fc.constantFrom(...NAUGHTY), { minLength: 2, maxLength: 4 });
    const check = (pieces: readonly string[]) => {
      const { active } = shown(pieces.map(inert).join(' '));
      for (const what of [ACTIVE.marks, ACTIVE['a mention'], ACTIVE['an address']])
        expect(active).not.toMatch(what);
    };
    fc.assert(fc.property(texts, check), { numRuns: 500 });
  });
});

function checkInert(text: string): void {
  const { seen, active } = shown(inert(text));
  for (const what of Object.values(ACTIVE)) expect(active).not.toMatch(what);
  expect(seen.replace(JOINER, '')).toBe(displayable(text).replace(LONE, '\uFFFD').replace(JOINER, ''));
}

describe('a citation', () => {
  test.each([
    ['https://a.example/b?c=d#:~:text=ten,crowns', '[`1`](<https://a.example/b?c=d#:~:text=ten,crowns>)'],
    ['http://a.example/(b)_*c*', '[`1`](<http://a.example/(b)_*c*>)'],
  ])('opens no preview and is what was stored: %s', (url, markdown) =>
    expect(citation('[1]', url)).toBe(markdown),
  );

  test('cannot be left by what is in its address', () => {
    expect(citation('[1]', 'https://a.example/b>) @everyone [x](https://evil.example')).toBe(
      '[`1`](<https://a.example/b%3E)%20@everyone%20[x](https://evil.example>)',
    );
  });

  // What is no page is not linked.
  test.each([
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)'],
    ...[
      'data:text/html,x',
      'vbscript:x',
      'blob:https://a.example/x',
      'file:///etc/passwd',
      'ftp://a.example',
    ],
    ...[
      'discord://-/channels',
      'slack://open',
      'mailto:a@b.example',
      'tel:+44',
      'about:blank',
      'ws://a.example',
    ],
    ...['//a.example', '/a', 'a.example', '', 'https://', 'https://user@a.example', 'https://u:p@a.example/'],
  ])('is not made to what is no page: %j', (url) => expect(citation('[1]', url)).toBe('`[1]`'));

  test('is not made to nothing', () => expect(citation('[1]', null)).toBe('`[1]`'));
});
