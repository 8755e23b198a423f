import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../src/core/library/documents/document.ts';
import type { DocumentReader } from '../../src/core/library/reading/document-reader.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** What a DocumentReader's contract is run with. */
export interface DocumentReaderSample {
  readonly reader: DocumentReader;
  /** A name that the reader accepts. */
  readonly name: string;
  /** A file of this format that says `text`. */
  write(text: string): Uint8Array;
}

/** What every DocumentReader does. */
export function documentReaderContract({ reader, name, write }: DocumentReaderSample): void {
  const read = (text: string) => reader.read(write(text), name);

  describe(`a document reader: ${reader.format}`, () => {
    test('accepts its own files', () => {
      expect(reader.accepts(name, write(PROSE))).toBe(true);
    });

    test('accepts them from any folder and in capitals', () => {
      expect(reader.accepts(`harbour/old papers/${name.toUpperCase()}`, write(PROSE))).toBe(true);
    });

    test.each(['a.unheard-of', 'a', name.replace('.', ''), `${name}.unheard-of`])(
      'leaves %s to others',
      (other) => {
        expect(reader.accepts(other, write(PROSE))).toBe(false);
      },
    );

    test('keeps what an article says', async () => {
      expect((await read(PROSE)).text).toContain(PROSE);
    });

    test('refuses a file of no bytes', async () => {
      await expect(reader.read(new Uint8Array(), name)).rejects.toBeInstanceOf(UserError);
    });

    test.each([
      ['nothing', ''],
      ['white space', ' \n\t\u00A0\n\u3000'],
      ['marks that nobody sees', '\u200B\u2060\u202E\u{E0041}'],
      ['punctuation', '— … !?'],
    ])('refuses a file that says no more than %s', async (_name, text) => {
      await expect(read(text)).rejects.toBeInstanceOf(UserError);
    });

    test('ends lines by line feeds alone', async () => {
      const { text } = await read(`${PROSE}\r\n\r\n${PROSE}\r\r${PROSE}\n\n${PROSE}`);
      expect(text).toBe([PROSE, PROSE, PROSE, PROSE].join('\n\n'));
    });

    test('makes nothing up where a file states no more than its text', async () => {
      const { metadata, embedded = UNKNOWN } = await read(PROSE);
      expect({ metadata, embedded }).toEqual({ metadata: UNKNOWN, embedded: UNKNOWN });
    });

    test('says where pages start, if anything: in the order of the text and of the file, each by a name', async () => {
      const { text, pages = [] } = await read(`${PROSE}\n\n${PROSE}`);
      const pairs = pages.slice(1).map((page, nth) => [pages[nth], page] as const);
      expect(pages.filter(({ at, label }) => at < 0 || at >= text.length || label.trim() === '')).toEqual([]);
      expect(pairs.filter(([one, next]) => !one || one.at > next.at || one.index >= next.index)).toEqual([]);
      if (pages[0]) expect(pages[0]).toMatchObject({ at: 0 });
    });

    test('reads the same from the same bytes', async () => {
      expect(await read(PROSE)).toEqual(await read(PROSE));
    });

    test('leaves the bytes as they are', async () => {
      const bytes = write(PROSE);
      await reader.read(bytes, name);
      expect(bytes).toEqual(write(PROSE));
    });

    test('either reads any text, or refuses it in a sentence', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (text) => {
          const stored = await read(text).then(
            (found) => found.text,
            (error: unknown) => error,
          );
          if (stored instanceof UserError) expect(stored.message).not.toBe('');
          else expect(stored).toMatch(READABLE);
        }),
      );
    });
  });
}

const PROSE =
  'The harbour council voted on Monday to rebuild the old lighthouse, which a storm had damaged in March.';

// Something to read, and neither a carriage return nor half a surrogate pair anywhere.
const READABLE = /^(?=.*[\p{L}\p{N}])[^\r\p{Cs}]+$/su;
