import * as z from 'zod';
import { isDate } from '../text/stated-date.ts';
import { isWebAddress } from '../text/web-address.ts';
import type { SourceNote } from './source-notes.ts';
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

/** Reads what a `sources.yaml` says about the files of its folder, by their paths in it; nothing if it does not exist. */
export async function readSourcesFile(path: string): Promise<Readonly<Record<string, SourceNote>>> {
  const entries = (await readYamlFile(path, shape)) ?? {};
  return Object.fromEntries(
    Object.entries(entries).map(([file, note]) => [file.normalize('NFC'), note as SourceNote]),
  );
}
