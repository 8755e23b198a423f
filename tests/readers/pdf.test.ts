import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/text/user-error.ts';
import { pdfReader } from '../../src/readers/pdf/reader.ts';
import { documentReaderContract } from '../contracts/document-reader.ts';
import { goldenDocuments } from '../contracts/golden-documents.ts';
import { createPdf } from '../fakes/pdf.ts';

const read = (bytes: Uint8Array) => pdfReader.read(bytes, 'a.pdf');
const textOf = async (...pages: string[][]) => (await read(createPdf({ pages }))).text;
const write = (text: string) => createPdf({ pages: [text.split(/\r\n|\n|\r/)] });

documentReaderContract({ reader: pdfReader, name: 'a.pdf', write });
goldenDocuments(pdfReader);

describe('the lines of a page', () => {
  test('are joined to paragraphs', async () => {
    const lines = [
      'The harbour council voted on Monday',
      'to rebuild the lighthouse.',
      '',
      'It was lit',
      'again.',
    ];
    expect(await textOf(lines)).toBe(
      'The harbour council voted on Monday to rebuild the lighthouse.\n\nIt was lit again.',
    );
  });

  test('go on over the end of a page', async () => {
    expect(await textOf(['The council voted to'], ['rebuild the lighthouse.'])).toBe(
      'The council voted to rebuild the lighthouse.',
    );
  });

  test('are each on their own in a list', async () => {
    expect(await textOf(['The council bought', '• a lamp', '• a lens'])).toBe(
      'The council bought\n\n• a lamp\n\n• a lens',
    );
  });

  test.each([
    [
      'is taken away where the word stands whole elsewhere',
      'A light-',
      'house. The lighthouse is old.',
      'A lighthouse. The lighthouse is old.',
    ],
    ['stays where nothing tells', 'A self-', 'service lamp.', 'A self-service lamp.'],
    ['is taken away where English has the word', 'A light-', 'house is old.', 'A lighthouse is old.'],
    [
      'is taken away if it is a soft one',
      'Der Leuchtturmwart ist alt. Ein Leucht\u00AD',
      'turmwart kam.',
      'Der Leuchtturmwart ist alt. Ein Leuchtturmwart kam.',
    ],
    [
      'stays where the word has it elsewhere',
      'A sea-',
      'side. A sea-side, or seaside.',
      'A sea-side. A sea-side, or seaside.',
    ],
    [
      'is taken away before what is no word',
      'The lamp is a founda-',
      'tional one.',
      'The lamp is a foundational one.',
    ],
    ['stays before a word', 'It was lit by lamp-', 'keepers.', 'It was lit by lamp-keepers.'],
    ['stays after capitals', 'It has an LED-', 'ish lamp.', 'It has an LED-ish lamp.'],
    [
      'is taken away in German',
      'Der Verein hat eine eigene Vereins-',
      'satzung für die Mitglieder.',
      'Der Verein hat eine eigene Vereinssatzung für die Mitglieder.',
    ],
    [
      'stays where a later word completes it',
      'Der Hafen lebt von der Ein-',
      'und Ausfuhr der Waren.',
      'Der Hafen lebt von der Ein- und Ausfuhr der Waren.',
    ],
    [
      'is taken away in French',
      'Le conseil du port a discuté de la rénova-',
      'tion du phare.',
      'Le conseil du port a discuté de la rénovation du phare.',
    ],
    [
      'stays before a French pronoun',
      'Le conseil du port a dit que le phare est peut-',
      'être fermé.',
      'Le conseil du port a dit que le phare est peut-être fermé.',
    ],
    ['stays before a capital', 'The Franco-', 'German plan', 'The Franco-German plan'],
    ['stays between words', 'The lamp -', 'it was lit -', 'The lamp - it was lit -'],
  ])('a hyphen at the end %s', async (_name, first, second, joined) => {
    expect(await textOf([first, second])).toBe(joined);
  });

  test('that stand at the edge of every page are left out, and so are page numbers', async () => {
    const page = (number: number) => [
      'Harbour Gazette',
      '',
      `Storm ${number} came on Sunday.`,
      '',
      `Page ${number} of 3`,
    ];
    expect(await textOf(page(1), page(2), page(3))).toBe(
      'Storm 1 came on Sunday.\n\nStorm 2 came on Sunday.\n\nStorm 3 came on Sunday.',
    );
  });
});

describe('what a PDF states', () => {
  const properties = async (info: Record<string, string>) =>
    (await read(createPdf({ pages: [['The lamp was lit.']], info }))).embedded;

  test('is in its document information', async () => {
    const info = { Title: 'The lamp – a story', Author: 'Ada Quay', CreationDate: "D:20240710083000+02'00'" };
    expect(await properties(info)).toMatchObject({
      title: 'The lamp – a story',
      author: 'Ada Quay',
      published: null,
    });
  });

  test.each(['untitled', 'Microsoft Word - lamp.doc', 'lamp_final.indd', '  ', '2024-07-10'])(
    'is no title: %j',
    async (Title) => {
      expect((await properties({ Title }))?.title).toBeNull();
    },
  );

  test('is a headline where the first page begins in large letters', async () => {
    const lines = [{ text: 'The lamp', size: 20 }, '', 'It was lit at dusk, and ships saw it from afar.'];
    expect((await read(createPdf({ pages: [lines] }))).title).toBe('The lamp');
  });
});

describe('a PDF that can’t be served', () => {
  const whole = createPdf({ pages: [['The lamp was lit.']] });
  const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >> /ID [<00> <00>]`;

  test.each([
    ['without text', createPdf({ pages: [[], []] }), 'contains no text, like a scan'],
    ['locked', createPdf({ pages: [['The lamp was lit.']], trailer: encryption }), 'password-protected PDF'],
    ['of noise', new Uint8Array(2000).map((_, at) => (at * 7919) % 251), 'not a readable PDF'],
    ['cut off at its head', whole.slice(0, 20), 'not a readable PDF'],
    [
      'of too many pages',
      createPdf({ pages: Array.from({ length: 2001 }, () => []) }),
      'more than 2000 pages',
    ],
  ])('is refused in a sentence: %s', async (_name, bytes, what) => {
    await expect(read(bytes)).rejects.toBeInstanceOf(UserError);
    await expect(read(bytes)).rejects.toThrow(what);
  });

  test('is read or refused wherever it is cut off', async () => {
    for (let end = 0; end < whole.length; end += 97) {
      const outcome = await read(whole.slice(0, end)).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
    }
  });
});
