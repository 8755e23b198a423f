import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../src/core/library/documents/document.ts';
import type { DocumentReader, ReadDocument } from '../../src/core/library/reading/document-reader.ts';

/** Reads each document in `tests/golden/readers/<format>` and compares it with `<name>.expected.txt` beside it. */
export function goldenDocuments(audience: DocumentReader): void {
  const folder = fileURLToPath(new URL(`../golden/readers/${audience.format}/`, import.meta.url));
  const names = readdirSync(folder).filter((name) => !name.endsWith('.expected.txt'));

  describe(`golden documents: ${audience.format}`, () => {
    test.each(names)('%s is read as its golden file says', async (name) => {
      const read = await audience.read(readFileSync(folder + name), name);
      await expect(describeDocument(read)).toMatchFileSnapshot(
        folder + name.replace(/\.[^.]+$/, '.expected.txt'),
      );
    });

    test('are there', () => {
      expect(names.length).toBeGreaterThan(0);
    });
  });
}

/** What was read, for people: what is known line by line, an empty line, the text. */
function describeDocument({
  title,
  text,
  metadata,
  embedded = UNKNOWN,
  omissions = [],
}: ReadDocument): string {
  const known = [
    ['heading', title],
    ...Object.entries(metadata),
    ...Object.entries(embedded).map(([key, value]) => [`embedded ${key}`, value]),
    ...omissions.map((omission) => ['omitted', omission]),
  ].flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return `${known.join('\n')}\n\n${text}\n`;
}
