import fc from 'fast-check';
import type { DocumentId } from '../../src/core/library/documents/document.ts';
import { composeMessage } from '../../src/core/replies/compose-message.ts';
import type { Message } from '../../src/core/replies/message.ts';
import type { Point, Reply, Source } from '../../src/core/replies/reply.ts';

const NAUGHTY = [
  ...[
    '@everyone',
    '@here',
    '<@123>',
    '<@&456>',
    '<#789>',
    '</brief:1>',
    '<t:1:R>',
    '<:x:1>',
    ':smile:',
    '<!channel>',
    '<!here>',
    '<@U1>',
  ],
  ...[
    '[3] Reuters',
    '[https://nato.int](https://evil.example)',
    '<https://evil.example|nato>',
    'https://evil.example/a_b',
    'discord.gg/x',
  ],
  ...[
    '# a',
    '> b',
    '- c',
    '1. d',
    '```e```',
    '**f**',
    '__g__',
    '~~h~~',
    '||i||',
    '`',
    '\\',
    '&amp;',
    '&',
    '<',
    '>',
    '*',
    '_',
    '~',
  ],
  ...[
    '\u202Eevil',
    'Z\u0300\u0301\u0302\u0303\u0304\u0305a',
    '\u{E0041}',
    '\uD800',
    '🚢',
    '👩‍👩‍👧‍👦',
    '中文',
    '\u0000',
    '\n',
    '\t',
    ' ',
  ],
];

/** Text with all that platforms read as something, of up to so many characters. */
function naughtyText(most: number): fc.Arbitrary<string> {
  const short = fc.array(
    fc.oneof(
      fc.constantFrom(...NAUGHTY),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.lorem({ maxCount: 3 }),
    ),
    { maxLength: 20 },
  );
  return fc
    .tuple(
      short,
      fc.oneof(
        { arbitrary: fc.constant(1), weight: 5 },
        { arbitrary: fc.integer({ min: 2, max: 400 }), weight: 1 },
      ),
    )
    .map(([parts, times]) => parts.join(' ').repeat(times).slice(0, most));
}

const url = fc.oneof(
  fc.constant(null),
  fc.webUrl(),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://a:b@c.example/',
    `https://a.example/${'x'.repeat(5000)}`,
    'https://a.example/)>|<',
  ),
);

const point: fc.Arbitrary<Point> = fc.record({
  text: naughtyText(30_000),
  citation: fc.integer({ min: 1, max: 9 }),
  label: fc.option(naughtyText(60)),
  speaker: fc.option(naughtyText(60)),
  weak: fc.boolean(),
  document: fc.constant('a/b' as DocumentId),
  start: fc.constant(0),
  end: fc.constant(1),
  url,
  date: fc.constantFrom(null, null, null, '2024-07-10'),
  dateIsRelative: fc.boolean(),
  page: fc.option(naughtyText(60)),
  place: fc.option(naughtyText(60)),
  ocr: fc.boolean(),
});

const source: fc.Arbitrary<Source> = fc.record({
  number: fc.integer({ min: 1, max: 9 }),
  document: fc.constant('a/b' as DocumentId),
  title: naughtyText(300),
  publisher: fc.option(naughtyText(60)),
  published: fc.constantFrom(null, '2024-07-10'),
  url,
  sha256: fc.constant('0'.repeat(64)),
  copies: fc.array(
    naughtyText(200).map((id) => id as DocumentId),
    { maxLength: 5 },
  ),
});

const item = fc.record({ id: naughtyText(200), title: naughtyText(300), detail: naughtyText(3000) });

const context = {
  conversation: 'c',
  coverage: { documents: 5, newest: null, undated: 5 },
};

const content = fc.record({
  kind: fc.constantFrom<Reply['kind']>(
    ...(['brief', 'answer', 'search', 'digest', 'list', 'nothing', 'note', 'error'] as const),
  ),
  id: fc.constantFrom(null, 'abcdefghijkl'),
  headline: fc.option(naughtyText(300)),
  question: fc.option(naughtyText(600)),
  points: fc.array(point, { minLength: 1, maxLength: 8 }),
  sources: fc.array(source, { maxLength: 9 }),
  items: fc.array(item, { maxLength: 60 }),
  note: fc.option(naughtyText(20_000)),
  more: fc.boolean(),
  topic: fc.constantFrom(null, 'nato-asia'),
});

type Content = typeof content extends fc.Arbitrary<infer T> ? T : never;

/** Messages of any shape, with texts of up to 100,000 characters together. */
export const messages: fc.Arbitrary<Message> = content.map((given) => composeMessage(toReply(given)));

function toReply({ kind, items, ...rest }: Content): Reply {
  const about = { ...context, command: kind === 'answer' ? 'ask' : 'brief' };
  const { note, points, sources, more } = rest;
  const [id, topic] = [rest.id ?? 'abcdefghijkl', rest.topic ?? 'nato-asia'];
  const [headline, question] = [rest.headline ?? 'Headline', rest.question ?? 'Why?'];
  const unknownWords: readonly string[] = [];
  switch (kind) {
    case 'brief':
      return { kind, ...about, id, topic, headline, points, sources, more, note };
    case 'answer':
      return { kind, ...about, id, topic, question, points, sources, more, unknownWords, note };
    case 'search':
      return { kind, ...about, id, question, points, sources, more, unknownWords, note: note ?? '' };
    case 'digest': {
      const [window = '', ...footer] = (note ?? '').split('\n');
      return { kind, ...about, id: rest.id, topic, headline, points, sources, more, window, footer };
    }
    case 'nothing':
      return { kind, ...about, ...rest, nearest: points, unknownWords };
    case 'list':
      return { kind, ...about, ...rest, items, stored: null };
    case 'note':
      return { kind, ...about, ...rest, items, note: note ?? '', file: null, confirm: null };
    case 'error':
      return { kind, ...about, problem: { code: 'defect', suggestions: [] }, note: note ?? '' };
  }
}
