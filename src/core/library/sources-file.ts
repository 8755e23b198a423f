import * as z from 'zod';
import { isDate } from '../text/stated-date.ts';
import { isWebAddress } from '../text/web-address.ts';
import { type DocumentMetadata, UNKNOWN } from './document.ts';
import { readYamlFile } from './yaml-file.ts';

const text = z.string('must be text').trim().min(1, 'is empty; leave the key out if it is unknown');

/** The keys by which people describe a document, for zod. */
export const documentKeys = {
  title: text.optional(),
  publisher: text.optional(),
  author: text.optional(),
  published: text.refine(isDate, 'is not a date; use YYYY-MM-DD, YYYY-MM or YYYY').optional(),
  url: text.refine(isWebAddress, 'must be an http or https URL').optional(),
  language: text.regex(/^[a-z]{2}$/, 'is not a language code; use two letters, for example en').optional(),
};

const shape = z.record(z.string(), z.strictObject(documentKeys));

/** Reads what `sources.yaml` says about the files of its folder, by file name; an absent key is unknown. */
export async function readSourcesFile(path: string): Promise<ReadonlyMap<string, DocumentMetadata>> {
  const entries = (await readYamlFile(path, shape)) ?? {};
  return new Map(
    Object.entries(entries).map(([file, known]) => [
      file.normalize('NFC'),
      { ...UNKNOWN, ...known } as DocumentMetadata,
    ]),
  );
}
