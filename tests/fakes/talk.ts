import fc from 'fast-check';
import type { Document } from '../../src/core/library/documents/document.ts';
import type { LibraryContents } from '../../src/core/library/memory-library.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { textReader } from '../../src/readers/text/reader.ts';
import { createContents, createDocument } from './documents.ts';

// Words that share stems, names with other names, and what breaks careless offsets.
const word = fc.constantFrom(
  ...[
    'harbour',
    'harbours',
    'lamp',
    'keeper',
    'storm',
    'stormy',
    'ferry',
    'council',
    'island',
    'pier',
    'tide',
  ],
  ...['China', 'Chinese', 'Beijing', 'U.S.', 'the', 'of', 'said', 'and', 'Dr. Holm', 'No. 5', '3.5', '2024'],
  ...[
    '🚢',
    '👩‍👩‍👧‍👦',
    '🇳🇴',
    'e\u0301',
    'Z\u0351\u036B\u0343\u032A\u0302algo',
    '\u202Ereversed\u202C',
    '\u2066isolated\u2069',
  ],
  ...[
    '\u200Bhidden',
    'non\u00A0breaking',
    '港口',
    'ﬁne',
    'İstanbul',
    '“quoted',
    'end”',
    '(open',
    'shut)',
    '\u0007bell',
    '"',
    '<@U1>',
  ],
);
const end = fc.constantFrom('.', '.', '.', '?', '!', ':', '…', '.”', '', '。');
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 14 }), end)
  .map(([words, stop]) => `${words.join(' ')}${stop}`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 8 }).map((sentences) => sentences.join(' '));
const text = fc
  .tuple(
    fc.array(paragraph, { minLength: 1, maxLength: 8 }),
    fc.constantFrom('\n', '\n\n', '\r\n\r\n', '\r\n', '\r'),
  )
  .map(([paragraphs, between]) => paragraphs.join(between));
const file = fc.record({
  collection: fc.constantFrom('harbour', 'town'),
  text,
  mark: fc.constantFrom('', '\uFEFF'),
  title: fc.option(sentence),
  published: fc.constantFrom(null, '2024', '2024-07', '2024-07-10'),
  language: fc.constantFrom('en', 'en', 'zh', 'fr'),
});
const files = fc.array(file, { minLength: 0, maxLength: 7 });

const topic = fc.record({
  name: fc.constant('harbour'),
  title: sentence,
  query: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  collections: fc.constantFrom(null, ['harbour'], ['nowhere']),
  synonyms: fc.constantFrom(
    [],
    [
      ['storm', 'tide'],
      ['harbour lamp', 'pier'],
    ],
  ),
  aspects: fc.uniqueArray(
    fc.record({
      label: fc.constantFrom('China', 'Storms', 'Others'),
      terms: fc.array(word, { minLength: 1 }),
    }),
    { selector: ({ label }) => label, maxLength: 3 },
  ),
}) as fc.Arbitrary<Topic>;

const question = fc
  .tuple(
    fc.constantFrom('', 'What did the ', 'And ', 'Who said ', 'Why '),
    fc.array(word, { minLength: 1, maxLength: 5 }),
  )
  .map(([opening, words]) => `${opening}${words.join(' ')}`);
const line = fc.oneof(
  { weight: 4, arbitrary: question },
  { weight: 3, arbitrary: fc.constantFrom('/brief harbour', '/brief harbour 30s', '/brief harbour 3m') },
  { weight: 2, arbitrary: fc.constantFrom('more', 'sources', '/sources', '/sources 1', '/sources 2', 'new') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '/sources harbour/0',
      '/ask topic:harbour storm',
      '/topics',
      '/help',
      'And China?',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
);
/** A corpus, one topic, and what somebody says to it. */
export const talk = fc.record({ files, topic, lines: fc.array(line, { minLength: 1, maxLength: 6 }) });

/** One of them. */
export type Talk = typeof talk extends fc.Arbitrary<infer T> ? T : never;

/** The corpus of a talk, its documents as they come from files: through the reader, which may refuse some. */
export async function contentsOf({ files, topic }: Talk): Promise<LibraryContents> {
  const documents = await Promise.all(files.map(readFile));
  return createContents(documents.flat(), [topic]);
}

async function readFile(
  { collection, text, mark, ...known }: Talk['files'][number],
  at: number,
): Promise<Document[]> {
  try {
    const found = await textReader.read(new TextEncoder().encode(mark + text), `${at}.txt`);
    return [
      createDocument(`${collection}/${at}`, {
        ...known,
        text: found.text,
        title: known.title ?? found.title,
      }),
    ];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
